package io.jiangwen.account;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * CORS for pages that embed the widget: any origin may call the API with a bearer token, none with a cookie. The
 * visitor's token is bound to the origin it was given to, and only a site's own origins are given one.
 */
@ApplicationScoped
class ForeignPages {
    void route(@Observes Router router) {
        router.route("/api/v1/*").order(-200).handler(this::allow);
        router.route("/widget.js").order(-200).handler(this::allow);
        router.route("/static/*").order(-200).handler(this::allow);
    }

    private void allow(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        if (request.getHeader("Origin") == null) {
            context.next();
            return;
        }
        // No Access-Control-Allow-Credentials: a browser never lets a foreign page use the cookie.
        response.putHeader("Access-Control-Allow-Origin", "*").putHeader("Vary", "Origin");
        if (HttpMethod.OPTIONS.equals(request.method())) {
            response.putHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
                    .putHeader(
                            "Access-Control-Allow-Headers",
                            "Authorization, Content-Type, Accept, Idempotency-Key, Last-Event-ID, Accept-Language")
                    .putHeader("Access-Control-Max-Age", "3600")
                    .setStatusCode(204)
                    .end();
            return;
        }
        context.next();
    }
}
