package io.jiangwen.account;

import io.jiangwen.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A write that is authorised by the cookie must carry a header that no foreign form can send. Beside SameSite=Lax this
 * closes cross-site request forgery.
 */
class PageWriteFilter {
    static final String HEADER = "X-Jiangwen";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter(priority = 500)
    void check(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod())
                || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                || !request.getCookies().containsKey(TokenAuthentication.COOKIE)
                || request.getHeaderString(HEADER) != null) {
            return;
        }
        throw new Problem.Forbidden("page-header-missing", "A write from a page needs the header " + HEADER + ".");
    }
}
