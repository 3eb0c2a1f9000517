package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Passage;

/** A passage that a leg of the search brought, with the scores of both; see {@link Evidence}. */
record Candidate(Passage passage, double cosine, double lexical) {}
