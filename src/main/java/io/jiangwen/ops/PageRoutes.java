package io.jiangwen.ops;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Gives pages the short addresses of the contract: {@code /ask} is {@code ask.html}. */
@ApplicationScoped
class PageRoutes {
    private static final List<String> PAGES = List.of("ask", "desk", "login", "notices", "resume", "source");

    void route(@Observes Router router) {
        for (String page : PAGES) {
            router.get("/" + page).handler(context -> context.reroute("/" + page + ".html"));
        }
    }
}
