package io.jiangwen.answer;

/**
 * A sentence that was written and not told.
 *
 * @param flaw what the citation check found
 */
public record Dropped(String text, Flaw flaw) {}
