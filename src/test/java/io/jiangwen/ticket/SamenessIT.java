package io.jiangwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import io.jiangwen.text.LexicalAnalyzer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The bar above which two questions count as the same, measured on the golden questions: pairs whose answers come from
 * different articles must not meet it. To miss a pair costs a second ticket; to join one wrongly leaves an asker without
 * an answer, so the bar is where none of some ten thousand pairs is joined wrongly. How many rightly, the log says.
 */
@QuarkusTest
class SamenessIT {
    private static final Logger LOG = Logger.getLogger(SamenessIT.class);
    private static final double[] WORDS = {0.1, 0.15, 0.2, 0.25, 0.3, 0.5};
    private static final double[] COSINES = {0.60, 0.70, 0.75, 0.80, 0.85};

    private final Embedder embedder;
    private final TicketConfig config;
    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    SamenessIT(Embedder embedder, TicketConfig config) {
        this.embedder = embedder;
        this.config = config;
    }

    private record Golden(String text, Set<String> articles, Set<String> answers, Wording wording, Embedding vector) {}

    private record Pair(boolean same, double words, double cosine) {
        boolean meets(double words, double cosine) {
            return this.words >= words && this.cosine >= cosine;
        }
    }

    @Test
    void questionsAboutDifferentThingsAreNotJoined() throws IOException {
        List<Pair> pairs = pairs(golden());
        for (double words : WORDS)
            for (double cosine : COSINES)
                LOG.infof(
                        "words %.2f, cosine %.2f: %d of %d joined rightly, %d of %d wrongly",
                        words,
                        cosine,
                        count(pairs, true, words, cosine),
                        count(pairs, true, 0, -1),
                        count(pairs, false, words, cosine),
                        count(pairs, false, 0, -1));
        assertThat(count(pairs, false, 0, -1)).isGreaterThan(10_000);
        assertThat(count(pairs, false, config.sameWords(), config.sameCosine())).isZero();
    }

    private static long count(List<Pair> pairs, boolean same, double words, double cosine) {
        return pairs.stream()
                .filter(pair -> pair.same() == same && pair.meets(words, cosine))
                .count();
    }

    /** Pairs that share an answer, and pairs that share no article; in between is neither. */
    private static List<Pair> pairs(List<Golden> golden) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < golden.size(); i++) {
            for (int j = 0; j < i; j++) {
                Golden one = golden.get(i);
                Golden other = golden.get(j);
                boolean same = one.answers().stream().anyMatch(other.answers()::contains);
                if (!same && one.articles().stream().anyMatch(other.articles()::contains)) continue;
                double words = one.wording().hasFiguresOf(other.wording())
                        ? one.wording().overlap(other.wording())
                        : 0;
                pairs.add(new Pair(same, words, Sameness.cosine(one.vector(), other.vector())));
            }
        }
        return pairs;
    }

    private List<Golden> golden() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Golden> golden = new ArrayList<>();
        try (InputStream file =
                Objects.requireNonNull(SamenessIT.class.getResourceAsStream("/golden/answerable.jsonl"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode row = json.readTree(line);
                String text = row.get("text").asText();
                golden.add(new Golden(
                        text,
                        texts(row.get("relevant_ids")),
                        texts(row.get("answers")),
                        Wording.of(text, analyzer),
                        embedder.question(text, Language.of(text)).whole()));
            }
        }
        return golden;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
