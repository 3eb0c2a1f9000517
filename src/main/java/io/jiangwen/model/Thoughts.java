package io.jiangwen.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the thoughts out of a stream of text: everything between {@code <think>} and {@code </think>}, nested, in any
 * case, cut anywhere, and everything after a beginning without an end. Not thread-safe.
 */
final class Thoughts {
    private static final String NAMES = "think|thinking|thought|thoughts|reasoning|reflection";
    private static final Pattern TAG =
            Pattern.compile("<\\s*(/?)\\s*(?:" + NAMES + ")\\b[^>]{0,200}>", Pattern.CASE_INSENSITIVE);

    /** What may become a tag when more arrives; longer beginnings are no tags. */
    private static final Pattern BEGUN = Pattern.compile("<[^>]{0,220}$");

    private final StringBuilder pending = new StringBuilder();
    private int depth;
    private boolean endedUnopened;

    /** What of the text so far may be told. */
    String accept(String piece) {
        pending.append(piece);
        StringBuilder told = new StringBuilder();
        Matcher tag = TAG.matcher(pending);
        int read = 0;
        while (tag.find()) {
            if (depth == 0) told.append(pending, read, tag.start());
            if (tag.group(1).isEmpty()) depth++;
            else if (depth > 0) depth--;
            else endedUnopened = true;
            read = tag.end();
        }
        pending.delete(0, read);
        Matcher begun = BEGUN.matcher(pending);
        int safe = begun.find() ? begun.start() : pending.length();
        if (depth == 0) told.append(pending, 0, safe);
        pending.delete(0, safe);
        return told.toString();
    }

    /** What was held back because it could have become a tag. */
    String end() {
        String rest = depth == 0 ? pending.toString() : "";
        pending.setLength(0);
        return rest;
    }

    /** Whether thoughts ended that never began: then what was told before was thought. */
    boolean endedUnopened() {
        return endedUnopened;
    }
}
