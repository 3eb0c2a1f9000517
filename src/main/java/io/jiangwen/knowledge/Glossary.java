package io.jiangwen.knowledge;

import java.util.List;

/**
 * The terms of the trade as they stand.
 *
 * @param version another one after every change
 * @param terms by term
 */
public record Glossary(long version, List<GlossaryTerm> terms) {
    public Glossary {
        terms = List.copyOf(terms);
    }
}
