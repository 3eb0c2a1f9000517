package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Passage;

/** A passage that was found, and why. */
public record Hit(Passage passage, Evidence evidence) {}
