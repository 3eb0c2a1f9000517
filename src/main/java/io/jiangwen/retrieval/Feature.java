package io.jiangwen.retrieval;

/** What a passage is ranked by; the names are those of the weights in a ranking. Each is in [0, 1]. */
enum Feature {
    /** See {@link Evidence#lexical()}. */
    LEXICAL,
    /** See {@link Evidence#cosine()}. */
    COSINE,
    /** How well the words of the question meet those of the passage's best stretch; see {@link LateInteraction}. */
    WINDOW,
    /** Similarity of the question to the passage's most similar sentence. */
    SENTENCE,
    /** See {@link Proximity#nearby()}. */
    NEARBY,
    /** See {@link Proximity#inOrder()}. */
    IN_ORDER,
    /** What a cross-encoder says, where one is configured. */
    CROSS
}
