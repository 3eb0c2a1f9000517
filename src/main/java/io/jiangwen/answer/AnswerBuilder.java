package io.jiangwen.answer;

import io.jiangwen.answer.Answer.Citation;
import io.jiangwen.answer.Answer.Composer;
import io.jiangwen.answer.Answer.Sentence;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.text.TextRange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Numbers citations while sentences arrive, and tells a listener of each. Not thread-safe. */
final class AnswerBuilder {
    private final AnswerListener listener;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();

    AnswerBuilder(AnswerListener listener) {
        this.listener = listener;
    }

    void add(SourcedSentence sentence) {
        List<Integer> numbers = new ArrayList<>();
        for (SourcedSentence.Source source : sentence.sources()) {
            int number = number(source);
            if (!numbers.contains(number)) numbers.add(number);
        }
        Sentence numbered = new Sentence(sentence.text(), numbers);
        sentences.add(numbered);
        listener.sentence(sentences.size() - 1, numbered);
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    Answer build(Composer composer) {
        return new Answer(composer, sentences, citations);
    }

    private int number(SourcedSentence.Source source) {
        Passage passage = source.passage();
        TextRange range = source.range().shift(passage.range().start());
        for (Citation known : citations) {
            if (known.article().equals(passage.article())
                    && known.version() == passage.version()
                    && known.start() == range.start()
                    && known.end() == range.end()) {
                return known.number();
            }
        }
        Citation citation = new Citation(
                citations.size() + 1,
                passage.article(),
                passage.version(),
                Long.toString(passage.id()),
                passage.kind(),
                passage.title(),
                passage.author(),
                source.range().of(passage.text()),
                range.start(),
                range.end(),
                "/source?article=" + URLEncoder.encode(passage.article(), StandardCharsets.UTF_8) + "&version="
                        + passage.version() + "&start=" + range.start() + "&end=" + range.end());
        citations.add(citation);
        listener.citation(citation);
        return citation.number();
    }
}
