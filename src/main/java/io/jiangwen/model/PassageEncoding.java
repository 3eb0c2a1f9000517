package io.jiangwen.model;

/**
 * What searches compare of a passage, all of one model.
 *
 * @param sentence the passage as one vector
 * @param tokens its words and characters as vectors; punctuation is left out
 */
public record PassageEncoding(Embedding sentence, TokenVectors tokens) {}
