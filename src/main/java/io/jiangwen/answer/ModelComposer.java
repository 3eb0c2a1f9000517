package io.jiangwen.answer;

import io.jiangwen.knowledge.Passage;
import io.jiangwen.model.CallOff;
import io.jiangwen.model.ChatFailed;
import io.jiangwen.model.ChatModel;
import io.jiangwen.model.ChatPrompt;
import io.jiangwen.model.ChatReply;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.SearchResult;
import io.jiangwen.text.Language;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Sentences;
import io.jiangwen.text.Terms;
import io.jiangwen.text.TextRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers with a chat model: numbered passages in, cited sentences out, each checked as it arrives. */
@ApplicationScoped
class ModelComposer {
    private final ChatModel model;
    private final Prompts prompts;
    private final CitationCheck check;
    private final AnswerConfig config;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    ModelComposer(ChatModel model, Prompts prompts, CitationCheck check, AnswerConfig config) {
        this.model = model;
        this.prompts = prompts;
        this.check = check;
        this.config = config;
    }

    /** Hears of sentences as the model writes them. */
    interface Writing {
        void supported(SourcedSentence sentence);

        void dropped(Dropped sentence);
    }

    boolean isConfigured() {
        return model.name().isPresent();
    }

    String promptVersion(Question question) {
        return prompts.load("answer", question.language()).version();
    }

    /**
     * Hands on each sentence that its passages support, and each that they do not.
     *
     * @throws ChatFailed when the model gave no usable reply; sentences handed on before then are void
     */
    ChatReply compose(Question question, SearchResult found, Writing writing, CallOff callOff) throws ChatFailed {
        List<Passage> passages =
                found.hits().stream().limit(config.passages()).map(Hit::passage).toList();
        CitedLines lines = new CitedLines(line -> line(line, question.language(), passages, writing));
        ChatReply reply = model.reply(
                new ChatPrompt(
                        prompts.load("answer", question.language()).text(),
                        user(question, passages),
                        Optional.of(ChatPrompt.Schema.CITED_SENTENCES)),
                lines::accept,
                callOff);
        lines.end();
        return reply;
    }

    private void line(CitedLines.Line line, Language language, List<Passage> passages, Writing writing) {
        List<Passage> named = line.numbers().stream()
                .filter(number -> number >= 1 && number <= passages.size())
                .map(number -> passages.get(number - 1))
                .toList();
        Optional<Flaw> flaw = named.size() < line.numbers().size()
                ? Optional.of(Flaw.CITATION)
                : isForeign(line.text(), language)
                        ? Optional.of(Flaw.LANGUAGE)
                        : check.examine(
                                        line.text(),
                                        named.stream().map(Passage::text).toList())
                                .flaw();
        if (flaw.isPresent()) writing.dropped(new Dropped(line.text(), flaw.get()));
        else writing.supported(new SourcedSentence(line.text(), sources(line.text(), named)));
    }

    /** A Chinese sentence may consist of little more than designations; an English one has no Han characters to speak of. */
    private static boolean isForeign(String text, Language asked) {
        return switch (asked) {
            case ZH -> text.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
            case EN -> Language.of(text) != Language.EN;
        };
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
