package io.jiangwen.evaluation;

import java.sql.SQLException;

/** Sees to it that Ctrl-C and a polite kill leave no schema behind. */
final class Interruption implements AutoCloseable {
    /** What a shell reports of a program that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    private final OwnSchema schema;
    private final Thread hook = new Thread(this::clear, "drop-schema");
    private volatile boolean underWay;

    Interruption(OwnSchema schema) {
        this.schema = schema;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isUnderWay() {
        return underWay;
    }

    private void clear() {
        underWay = true;
        try {
            schema.close();
        } catch (SQLException e) {
            System.err.println("The schema " + schema.name() + " stays until the next evaluation: " + e.getMessage());
        }
        // Threads that lost their database under them have nothing to add.
        Runtime.getRuntime().halt(INTERRUPTED);
    }

    @Override
    public void close() {
        if (!underWay) Runtime.getRuntime().removeShutdownHook(hook);
    }
}
