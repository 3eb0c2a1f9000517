package io.jiangwen.account;

/** What an account may do. The constants of {@link Name} are for {@code @RolesAllowed}. */
public enum Role {
    VISITOR,
    ASKER,
    CRAFTSMAN,
    CURATOR,
    DISPATCHER,
    ADMINISTRATOR,
    /** The launcher's own verbs, by the token in the data folder. */
    OPERATOR;

    /** The same names as compile-time constants. */
    public static final class Name {
        public static final String VISITOR = "VISITOR";
        public static final String ASKER = "ASKER";
        public static final String CRAFTSMAN = "CRAFTSMAN";
        public static final String CURATOR = "CURATOR";
        public static final String DISPATCHER = "DISPATCHER";
        public static final String ADMINISTRATOR = "ADMINISTRATOR";
        public static final String OPERATOR = "OPERATOR";

        private Name() {}
    }
}
