package io.jiangwen.answer;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.text.TextRange;
import java.util.List;

/** A sentence before its citations are numbered. */
record SourcedSentence(String text, List<Source> sources) {
    SourcedSentence {
        if (sources.isEmpty()) throw new IllegalArgumentException("a sentence without a source: " + text);
        sources = List.copyOf(sources);
    }

    /** @param range the supporting words, as offsets into the passage's text */
    record Source(Passage passage, TextRange range) {}
}
