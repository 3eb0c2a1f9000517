package io.jiangwen.curation;

/**
 * Why a file, or a part of it, was not taken.
 *
 * @param line counts from 1; the line to look at
 * @param code stable, such as {@code bad-front-matter}
 * @param reason for the person who wrote the file
 */
record FileProblem(String file, int line, String code, String reason) {
    static final String NOT_UTF8 = "not-utf8";
    static final String EMPTY = "empty";
    static final String BAD_FRONT_MATTER = "bad-front-matter";

    FileProblem {
        if (line < 1) throw new IllegalArgumentException("lines count from 1");
    }
}
