package io.jiangwen.answer;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.ChatFailed;
import io.jiangwen.model.ChatModel;
import io.jiangwen.model.ChatPrompt;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Sentences;
import io.jiangwen.text.Terms;
import io.jiangwen.text.TextRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Answers with a chat model: numbered passages in, lines with {@code [n]} out, each line checked as it arrives. */
@ApplicationScoped
class ModelComposer {
    private final ChatModel model;
    private final Prompts prompts;
    private final AnswerConfig config;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    ModelComposer(ChatModel model, Prompts prompts, AnswerConfig config) {
        this.model = model;
        this.prompts = prompts;
        this.config = config;
    }

    boolean isConfigured() {
        return model.name().isPresent();
    }

    String promptVersion(Question question) {
        return prompts.load("answer", question.language()).version();
    }

    /**
     * Hands on each sentence that its passages support.
     *
     * @throws ChatFailed when the model gave no usable reply; sentences handed on before then are void
     */
    void compose(Question question, SearchResult found, Consumer<SourcedSentence> supported) throws ChatFailed {
        List<Passage> passages =
                found.hits().stream().limit(config.passages()).map(Hit::passage).toList();
        CitationCheck check = new CitationCheck(config);
        CitedLines lines = new CitedLines(line -> {
            List<Passage> named = line.numbers().stream()
                    .filter(number -> number >= 1 && number <= passages.size())
                    .map(number -> passages.get(number - 1))
                    .toList();
            if (named.size() < line.numbers().size()) return;
            if (check.supports(line.text(), named.stream().map(Passage::text).toList())) {
                supported.accept(new SourcedSentence(line.text(), sources(line.text(), named)));
            }
        });
        model.reply(
                new ChatPrompt(prompts.load("answer", question.language()).text(), user(question, passages)),
                lines::accept);
        lines.end();
    }

    private static String user(Question question, List<Passage> passages) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            text.append("[").append(i + 1).append("] ").append(passage.title());
            if (!passage.headingPath().isEmpty()) text.append(" > ").append(passage.headingPath());
            text.append('\n').append(passage.text()).append("\n\n");
        }
        return text.append("---\n").append(question.text()).toString();
    }

    private List<SourcedSentence.Source> sources(String sentence, List<Passage> named) {
        List<SourcedSentence.Source> sources = new ArrayList<>();
        for (Passage passage : named) {
            sources.add(new SourcedSentence.Source(passage, closest(sentence, passage.text())));
        }
        return sources;
    }

    /** The sentence of a passage that shares most words with what the model wrote. */
    private TextRange closest(String sentence, String passage) {
        Set<String> words = Terms.contentTerms(analyzer.lexemes(sentence));
        return Sentences.split(passage).stream()
                .max(Comparator.comparingInt(range -> {
                    Set<String> shared = new HashSet<>(Terms.contentTerms(analyzer.lexemes(range.of(passage))));
                    shared.retainAll(words);
                    return shared.size();
                }))
                .orElse(new TextRange(0, passage.length()));
    }
}
