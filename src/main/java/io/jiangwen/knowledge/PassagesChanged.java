package io.jiangwen.knowledge;

/** Fired in the transaction that changes what searches find: observe it after success. */
public record PassagesChanged(String article) {}
