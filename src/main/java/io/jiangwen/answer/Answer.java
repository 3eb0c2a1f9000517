package io.jiangwen.answer;

import io.jiangwen.knowledge.ArticleKind;
import java.util.List;

/**
 * What is told to the asker: sentences, each with the citations that support it.
 *
 * @param citations numbered from 1, in the order of their first use
 */
public record Answer(Composer composer, List<Sentence> sentences, List<Citation> citations) {
    public Answer {
        sentences = List.copyOf(sentences);
        citations = List.copyOf(citations);
        for (Sentence sentence : sentences) {
            for (int number : sentence.citations()) {
                if (number < 1 || number > citations.size()) {
                    throw new IllegalArgumentException("no citation " + number);
                }
            }
        }
    }

    /** Who wrote the sentences. */
    public enum Composer {
        /** A chat model; labelled as such wherever it is shown. */
        MODEL,
        /** Nobody: they are sentences of the articles. */
        EXTRACTIVE
    }

    /** One sentence and the numbers of its citations, at least one. */
    public record Sentence(String text, List<Integer> citations) {
        public Sentence {
            if (text.isBlank()) throw new IllegalArgumentException("a sentence without words");
            if (citations.isEmpty()) throw new IllegalArgumentException("a sentence without a source: " + text);
            citations = List.copyOf(citations);
        }
    }

    /**
     * Where a sentence comes from; resolves as long as the article's version exists, which is for ever.
     *
     * @param passage id of the passage at the time of the answer
     * @param quote the very words, {@code start} to {@code end} (UTF-16 offsets) of the version's text
     * @param url page that shows the article with the quote highlighted
     */
    public record Citation(
            int number,
            String article,
            int version,
            String passage,
            ArticleKind kind,
            String title,
            String author,
            String quote,
            int start,
            int end,
            String url) {}
}
