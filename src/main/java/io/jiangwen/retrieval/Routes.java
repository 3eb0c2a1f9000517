package io.jiangwen.retrieval;

import io.jiangwen.knowledge.Glossary;
import io.jiangwen.knowledge.GlossaryStore;
import io.jiangwen.model.Embedder;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.question.Question;
import io.jiangwen.text.Language;
import io.jiangwen.text.Simplified;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides by which ways an answer to a question is looked for: as it was asked, and, where there are passages in the
 * other language, translated by the glossary and a general dictionary, both legs. Lexical scores of both ways are shares
 * of what was asked for, so that they compare.
 */
@ApplicationScoped
class Routes {
    private final Embedder embedder;
    private final LexemeFrequencies frequencies;
    private final GlossaryStore glossary;
    private final Dictionaries dictionaries;
    private volatile @Nullable Prepared prepared;

    Routes(Embedder embedder, LexemeFrequencies frequencies, GlossaryStore glossary, Dictionaries dictionaries) {
        this.embedder = embedder;
        this.frequencies = frequencies;
        this.glossary = glossary;
        this.dictionaries = dictionaries;
    }

    /** The ways, as asked first, and the counts they were weighed with. */
    record Plan(List<PassageStore.Way> ways, CorpusCounts counts) {}

    private record Prepared(Glossary glossary, Lexicon lexicon) {}

    /** @throws RetrievalFailed when the database could not be asked */
    Plan plan(Question question, SearchFilter filter) {
        Lexicon lexicon = lexicon();
        List<AskedTerm> asked = lexicon.read(question.text());
        Language other = question.language() == Language.ZH ? Language.EN : Language.ZH;
        CorpusCounts sizes = frequencies.of(lexemes(asked));
        List<PassageStore.Way> ways = new ArrayList<>();
        ways.add(new PassageStore.Way(
                question.language(),
                QueryTerms.weigh(asked, sizes),
                encoding(question.text(), question.language()),
                filter));
        if (sizes.passages(other) == 0 || !filter.admits(other)) return new Plan(ways, sizes);
        List<Rendering> renderings = translator(lexicon).renderings(question.text(), question.language());
        Set<String> all = new LinkedHashSet<>(lexemes(asked));
        renderings.forEach(term -> {
            all.addAll(term.asked());
            term.offers().forEach(offer -> all.addAll(offer.lexemes()));
        });
        CorpusCounts counts = frequencies.of(all);
        if (renderings.stream().noneMatch(term -> term.isKnown(counts))) return new Plan(ways, sizes);
        QueryTerms terms = QueryTerms.weigh(
                renderings.stream().map(term -> term.wordings(counts)).toList(), counts);
        String joint = other == Language.EN ? " " : "";
        String translated = String.join(
                joint, renderings.stream().map(term -> term.text(counts)).toList());
        ways.add(new PassageStore.Way(other, terms, encoding(translated, other), filter.in(other)));
        return new Plan(ways, counts);
    }

    private QuestionEncoding encoding(String text, Language language) {
        return embedder.question(Simplified.of(text), language);
    }

    private Translator translator(Lexicon lexicon) {
        return new Translator(
                stems -> first(lexicon.toChinese(stems), () -> dictionaries.toChinese(stems)),
                word -> first(lexicon.toEnglish(word), () -> dictionaries.toEnglish(word)));
    }

    private static List<String> first(List<String> own, Supplier<List<String>> general) {
        return own.isEmpty() ? general.get() : own;
    }

    private static Collection<String> lexemes(List<AskedTerm> asked) {
        Set<String> lexemes = new LinkedHashSet<>();
        asked.forEach(term -> term.alternatives().forEach(lexemes::addAll));
        return lexemes;
    }

    private Lexicon lexicon() {
        try {
            Glossary current = glossary.current();
            Prepared before = prepared;
            if (before != null && before.glossary().version() == current.version()) return before.lexicon();
            Lexicon fresh = new Lexicon(current);
            prepared = new Prepared(current, fresh);
            return fresh;
        } catch (SQLException e) {
            throw new RetrievalFailed(e);
        }
    }
}
