package io.jiangwen.craftsman;

import io.jiangwen.text.LexicalAnalyzer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the trades are called and which words belong to them, in Chinese and English: data that is packed in. Words are
 * those of {@code trade/terms.tsv}, their other names those of the shipped glossary. Thread-safe.
 */
public final class TradeVocabulary {
    private static final int COLUMNS = 4;

    private final Map<String, Trade> trades = new LinkedHashMap<>();
    private final TermIndex<Trade> tradeNames;
    private final TermIndex<Concept> concepts;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    private TradeVocabulary() {
        tradeNames = new TermIndex<>(analyzer);
        concepts = new TermIndex<>(analyzer);
    }

    /** @throws IllegalStateException when a packed file names a trade that there is not */
    public static TradeVocabulary packed() {
        TradeVocabulary vocabulary = new TradeVocabulary();
        rows("/trade/trades.tsv").forEach(vocabulary::addTrade);
        Map<String, List<String>> glossary = new LinkedHashMap<>();
        rows("/knowledge-base/glossary.tsv").skip(1).forEach(row -> glossary.put(row.getFirst(), row));
        List<List<String>> terms = rows("/trade/terms.tsv").toList();
        Map<String, List<String>> ofTrades = new HashMap<>();
        for (List<String> row : terms) {
            if (ofTrades.put(row.getFirst(), row) != null)
                throw new IllegalStateException(row.getFirst() + " stands twice in terms.tsv");
            vocabulary.addTerm(row, glossary.getOrDefault(row.getFirst(), List.of()));
        }
        // Words of every trade come last: a name that both have is the trade's.
        glossary.forEach((term, row) -> {
            if (!ofTrades.containsKey(term)) vocabulary.addTerm(List.of(term, "", "", ""), row);
        });
        return vocabulary;
    }

    /** Slugs, in the order of the file. */
    Set<String> slugs() {
        return trades.keySet();
    }

    Optional<Trade> trade(String slug) {
        return Optional.ofNullable(trades.get(slug));
    }

    /** Trades that a tag such as {@code 数控车工}, {@code CNC turning} or a slug names. */
    Set<Trade> tradesNamedIn(String tag) {
        Trade exactly = trades.get(tag.strip());
        return exactly == null ? tradeNames.in(tag) : Set.of(exactly);
    }

    /** Slugs of the trades that a profile names; a name that is unknown here stands as it is. */
    public Set<String> tradesOf(Profile profile) {
        Set<String> found = new LinkedHashSet<>();
        for (String tag : profile.trades()) {
            Set<Trade> named = tradesNamedIn(tag);
            if (named.isEmpty()) found.add(tag);
            named.forEach(trade -> found.add(trade.slug()));
        }
        return found;
    }

    Set<Concept> conceptsIn(String text) {
        return concepts.in(text);
    }

    LexicalAnalyzer analyzer() {
        return analyzer;
    }

    private void addTrade(List<String> row) {
        List<String> english = values(row.get(3));
        Trade trade = new Trade(row.get(0), row.get(1), english.getFirst());
        trades.put(trade.slug(), trade);
        tradeNames.add(trade.slug().replace('-', ' '), trade);
        Stream.concat(values(row.get(2)).stream(), english.stream()).forEach(name -> tradeNames.add(name, trade));
    }

    /** @param known the glossary's line of the term, empty where it has none */
    private void addTerm(List<String> row, List<String> known) {
        List<String> of = row.get(1).isEmpty() ? List.of() : List.of(row.get(1).split(","));
        for (String slug : of)
            if (!trades.containsKey(slug)) throw new IllegalStateException(row.getFirst() + " is of no trade " + slug);
        List<String> others = new ArrayList<>(values(row.get(2)));
        List<String> english = new ArrayList<>(values(row.get(3)));
        if (known.size() > COLUMNS - 1) {
            others.addAll(values(known.get(1)));
            english.addAll(values(known.get(2)));
            others.addAll(values(known.get(3)));
        }
        Concept concept = new Concept(row.getFirst(), Set.copyOf(of), english.isEmpty() ? "" : english.getFirst());
        concepts.add(concept.term(), concept);
        others.forEach(name -> concepts.add(name, concept));
        english.forEach(name -> concepts.add(name, concept));
    }

    private static List<String> values(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split("\\|"));
    }

    private static Stream<List<String>> rows(String name) {
        try (InputStream file = Objects.requireNonNull(TradeVocabulary.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException("a packed file cannot be read", e);
        }
    }
}
