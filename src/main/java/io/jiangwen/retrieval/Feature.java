package io.jiangwen.retrieval;

/**
 * What is seen of a passage for a question; the names are those of the weights in a ranking, and what has no weight there
 * is told to those who judge. Each is in [0, 1].
 */
public enum Feature {
    /** See {@link Evidence#lexical()}. */
    LEXICAL,
    /** See {@link Evidence#cosine()}. */
    COSINE,
    /** How well the words of the question meet those of the passage's best stretch; see {@link LateInteraction}. */
    WINDOW,
    /** The same within a stretch about as long as a sentence. */
    NARROW,
    /** The same within the whole passage. */
    ANYWHERE,
    /** 1 less the root of the mean squared distance of the question's words from what meets them in the passage. */
    EVEN,
    /** How well that of the question's weightier words is met that is met worst. */
    WEAKEST,
    /** Similarity of the question to the passage's most similar sentence. */
    SENTENCE,
    /** See {@link Proximity#nearby()}. */
    NEARBY,
    /** See {@link Proximity#inOrder()}. */
    IN_ORDER,
    /** Share of the designations in the question that the passage has; see {@link Designated}. */
    DESIGNATION,
    /** What a cross-encoder says, where one is configured. */
    CROSS
}
