package io.jiangwen.craftsman;

/**
 * What a craftsman has to do already.
 *
 * @param held tickets that are his
 * @param offered tickets he was offered within the window
 */
public record Workload(int held, int offered) {
    public static final Workload NONE = new Workload(0, 0);

    public Workload {
        if (held < 0 || offered < 0) throw new IllegalArgumentException("held " + held + ", offered " + offered);
    }
}
