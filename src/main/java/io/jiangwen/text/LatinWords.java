package io.jiangwen.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts text that is not Han into stems by Lucene's English analyser, without stop words. Thread-safe. */
final class LatinWords {
    private final Analyzer analyzer;

    LatinWords() {
        CharArraySet stopWords = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), true);
        stopWords.addAll(StopWords.ENGLISH);
        this.analyzer = new EnglishAnalyzer(stopWords);
    }

    List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        // The tokenizer keeps a colon inside a word, which could pass for a bigram's prefix.
        try (TokenStream tokens = analyzer.tokenStream("text", text.replace(':', ' '))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String stem = term.toString();
                // The tokenizer takes an emoji for a word.
                if (Blanks.saysSomething(stem, 0, stem.length())) stems.add(stem);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return stems;
    }
}
