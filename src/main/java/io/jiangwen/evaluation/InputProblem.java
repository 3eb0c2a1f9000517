package io.jiangwen.evaluation;

/**
 * Something in a file that cannot be used.
 *
 * @param line counts from 1; 0 when the file as a whole is meant
 */
record InputProblem(String file, int line, String reason) {
    @Override
    public String toString() {
        return line > 0 ? file + ", line " + line + ": " + reason : file + ": " + reason;
    }
}
