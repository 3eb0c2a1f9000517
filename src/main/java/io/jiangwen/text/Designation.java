package io.jiangwen.text;

import java.util.List;

/**
 * A quantity, model number, thread, grade or standard in folded text.
 *
 * @param terms its normal forms: one per number of a range; a model number first whole, then its leading parts
 */
record Designation(TextRange range, List<String> terms) {
    Designation {
        if (terms.isEmpty()) throw new IllegalArgumentException("a designation without a term");
        terms = List.copyOf(terms);
    }
}
