package io.jiangwen.answer;

/** Why a sentence is not supported by the passages it names. */
public enum Flaw {
    /** It names no passage, or says nothing. */
    NOTHING,
    /** A number or its unit is not in the passages. */
    NUMBER,
    /** A number is there, said of something else. */
    SUBJECT,
    /** At least where the passages say at most. */
    BOUND,
    /** A model, grade, standard or name is not in the passages. */
    NAME,
    /** It denies what they affirm, or affirms what they deny. */
    DENIAL,
    /** It says the contrary: rise for fall, left for right. */
    OPPOSITE,
    /** Steps stand in another order. */
    ORDER,
    /** It says always, all or never where they do not. */
    UNIVERSAL,
    /** It is not in the language of the question. */
    LANGUAGE,
    /** It cites a passage that was not supplied. */
    CITATION,
    /** Too little of what it says is there. */
    MEANING
}
