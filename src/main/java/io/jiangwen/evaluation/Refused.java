package io.jiangwen.evaluation;

/** A command that cannot be carried out as it was given: wrong words, or files that are not what they should be. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do about it */
    Refused(String message) {
        super(message);
    }
}
