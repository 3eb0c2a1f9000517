package io.jiangwen.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies above 1 MB everywhere but at uploads, whose limit is the server's own: by their announced length where
 * there is one, else as soon as that much was read.
 */
class BodyLimitFilter {
    private static final int MOST = 1024 * 1024;
    private static final String UPLOADS = "/api/v1/imports";

    /** Before anything that reads the body. */
    @ServerRequestFilter(priority = 100)
    void limit(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().equals(UPLOADS)) return;
        String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced == null) {
            if (request.hasEntity()) request.setEntityStream(new LimitedStream(request.getEntityStream()));
        } else if (announced.length() > 9 || Long.parseLong(announced) > MOST) {
            throw new BodyTooLarge();
        }
    }

    private static final class LimitedStream extends FilterInputStream {
        private int left = MOST;

        LimitedStream(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) count(1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) throw new BodyTooLarge();
        }
    }

    static final class BodyTooLarge extends Problem {
        private static final long serialVersionUID = 1L;

        BodyTooLarge() {
            super(413, "body-too-large", "A request has at most " + MOST + " bytes.");
        }
    }
}
