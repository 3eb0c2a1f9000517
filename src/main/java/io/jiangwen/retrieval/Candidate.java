package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Passage;

/** A passage that a leg of the search brought, with the scores of both; see {@link Evidence}. */
record Candidate(Passage passage, double cosine, double lexical) {
    /** A passage that was found by two ways has the better score of each leg. */
    Candidate better(Candidate other) {
        return new Candidate(passage, Math.max(cosine, other.cosine), Math.max(lexical, other.lexical));
    }
}
