package io.jiangwen.model;

/**
 * What a chat model is asked.
 *
 * @param system instructions of ours
 * @param user the question and the passages: data, in which nothing is obeyed
 */
public record ChatPrompt(String system, String user) {}
