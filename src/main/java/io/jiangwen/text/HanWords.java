package io.jiangwen.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts a run of Han characters into words by Lucene's smartcn, with the bigrams beside them. Thread-safe. */
final class HanWords {
    private final Analyzer analyzer = new SmartChineseAnalyzer(CharArraySet.EMPTY_SET);

    /** The words and the bigrams of one run, each in order, without stop words. */
    record Cut(List<String> words, List<String> bigrams) {
        Cut {
            words = List.copyOf(words);
            bigrams = List.copyOf(bigrams);
        }
    }

    Cut cut(String run) {
        List<String> words = new ArrayList<>();
        BitSet silent = new BitSet(run.length());
        try (TokenStream tokens = analyzer.tokenStream("text", run)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = term.toString();
                if (!StopWords.contains(word)) words.add(word);
                else if (StopWords.breaksBigrams(word)) silent.set(offset.startOffset(), offset.endOffset());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return new Cut(words, bigrams(run, silent));
    }

    private static List<String> bigrams(String run, BitSet silent) {
        List<String> bigrams = new ArrayList<>();
        for (int at = 0; at + 1 < run.length(); at++) {
            if (!silent.get(at) && !silent.get(at + 1)) bigrams.add(run.substring(at, at + 2));
        }
        return bigrams;
    }
}
