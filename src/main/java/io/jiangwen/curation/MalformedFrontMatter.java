package io.jiangwen.curation;

/** The head of a file is not a list of named fields. */
final class MalformedFrontMatter extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line of the file, from 1 */
    MalformedFrontMatter(int line, String reason) {
        super(reason);
        this.line = line;
    }

    int line() {
        return line;
    }
}
