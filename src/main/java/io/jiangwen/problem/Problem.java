package io.jiangwen.problem;

import java.util.Map;

/**
 * A failure that a caller can act on, rendered as RFC 9457 {@code application/problem+json}.
 *
 * <p>{@link #code()} is stable and part of the contract; {@link #getMessage()} becomes {@code detail} and must not
 * carry class names, SQL or secrets.
 */
public abstract class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> extras;

    protected Problem(int status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    /** @param extras members beside the standard ones, such as {@code winner} */
    protected Problem(int status, String code, String detail, Map<String, Object> extras) {
        super(detail);
        this.status = status;
        this.code = code;
        this.extras = Map.copyOf(extras);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A stable name such as {@code stale-version}. */
    public String code() {
        return code;
    }

    /** Members beside the standard ones. */
    public Map<String, Object> extras() {
        return extras;
    }

    /** What the caller asked for does not exist, or he may not know that it does. */
    public static class NotFound extends Problem {
        private static final long serialVersionUID = 1L;

        /** @param what a word of the domain, such as {@code ticket} */
        public NotFound(String what) {
            super(404, "not-found", "There is no such " + what + ", or it is not yours to see.");
        }
    }

    /** The request itself is wrong; repeating it unchanged will not help. */
    public static class Invalid extends Problem {
        private static final long serialVersionUID = 1L;

        public Invalid(String code, String detail) {
            super(400, code, detail);
        }
    }

    /** The caller is known but may not do this. */
    public static class Forbidden extends Problem {
        private static final long serialVersionUID = 1L;

        public Forbidden(String code, String detail) {
            super(403, code, detail);
        }
    }

    /** The request does not fit the present state. */
    public static class Conflict extends Problem {
        private static final long serialVersionUID = 1L;

        public Conflict(String code, String detail) {
            super(409, code, detail);
        }

        public Conflict(String code, String detail, Map<String, Object> extras) {
            super(409, code, detail, extras);
        }
    }
}
