package io.jiangwen.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies above 1 MB everywhere but at uploads, whose limit is the server's own: by their announced length where
 * there is one, else as soon as that much was read.
 */
class BodyLimitFilter {
    private static final int MOST = 1024 * 1024;
    private static final Set<String> UPLOADS = Set.of("/api/v1/imports", "/api/v1/problem-lists");

    /** Before anything that reads the body. */
    @ServerRequestFilter(priority = 100)
    void limit(ContainerRequestContext request) throws IOException {
        if (UPLOADS.contains(request.getUriInfo().getPath())) return;
        String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced == null) {
            // HTTP/1.1 would say that the body comes in chunks; HTTP/2 says nothing.
            if (!request.getMethod().equals("GET")) readAtMost(request);
        } else if (announced.length() > 9 || Long.parseLong(announced) > MOST) {
            throw new BodyTooLarge();
        }
    }

    /** A body of unknown length is read here: failing while JSON is bound to records would pass for broken JSON. */
    private static void readAtMost(ContainerRequestContext request) throws IOException {
        InputStream body = request.getEntityStream();
        byte[] read = body.readNBytes(MOST + 1);
        if (read.length > MOST) throw new BodyTooLarge();
        request.setEntityStream(new ByteArrayInputStream(read));
    }

    static final class BodyTooLarge extends Problem {
        private static final long serialVersionUID = 1L;

        BodyTooLarge() {
            super(413, "body-too-large", "A request has at most " + MOST + " bytes.");
        }
    }
}
