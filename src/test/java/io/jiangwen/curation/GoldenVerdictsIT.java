package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.account.Viewer;
import io.jiangwen.answer.AnswerListener;
import io.jiangwen.answer.Outcome;
import io.jiangwen.answer.Pipeline;
import io.jiangwen.curation.GoldenQuestion.Expected;
import io.jiangwen.knowledge.Passage;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.text.Language;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of the golden questions, and of hand-written ones inside and outside the scope; the tables of
 * docs/experiments.md are what these tests print.
 */
@QuarkusTest
class GoldenVerdictsIT {
    /** Of the pairs of unrelated questions every fourth is asked: each takes three searches. */
    private static final int EACH = 4;

    private static final Viewer PUBLIC = Viewer.PUBLIC;

    private final Pipeline pipeline;
    private final Callers callers;

    GoldenVerdictsIT(Pipeline pipeline, Callers callers) {
        this.pipeline = pipeline;
        this.callers = callers;
    }

    @BeforeEach
    void theShippedArticlesAreThere() {
        callers.awaitKnowledge();
    }

    @Test
    void noWorkshopQuestionIsCalledOutOfScopeAndNoGreetingBecomesATicket() throws IOException {
        Map<Expected, Map<Expected, Integer>> table = new EnumMap<>(Expected.class);
        List<String> surprises = new ArrayList<>();
        for (String file : List.of("answerable", "unanswerable")) {
            for (GoldenQuestion golden : GoldenQuestion.read(file)) {
                Expected wanted = golden.verdict().orElse(Expected.ANSWER);
                Expected got = verdict(question(golden));
                table.computeIfAbsent(wanted, key -> new EnumMap<>(Expected.class))
                        .merge(got, 1, Integer::sum);
                if (wanted != got && !(wanted == Expected.ANSWER && got == Expected.TOO_THIN))
                    surprises.add(golden.id() + " " + golden.text() + ": " + wanted + " became " + got);
            }
        }
        String told = table + "\n" + String.join("\n", surprises);
        System.out.println("GOLDEN VERDICTS " + told);
        for (Expected wanted : List.of(Expected.ANSWER, Expected.TOO_THIN)) {
            for (Expected never : List.of(
                    Expected.OUT_OF_SCOPE, Expected.SMALL_TALK, Expected.PERSON_REQUESTED, Expected.NEEDS_DETAIL))
                assertThat(table.get(wanted)).as(told).doesNotContainKey(never);
        }
        assertThat(table.get(Expected.SMALL_TALK)).as(told).containsOnlyKeys(Expected.SMALL_TALK);
        assertThat(table.get(Expected.PERSON_REQUESTED)).as(told).containsOnlyKeys(Expected.PERSON_REQUESTED);
        assertThat(table.get(Expected.NEEDS_DETAIL)).as(told).containsOnlyKeys(Expected.NEEDS_DETAIL);
        assertThat(Objects.requireNonNull(table.get(Expected.OUT_OF_SCOPE)).getOrDefault(Expected.OUT_OF_SCOPE, 0))
                .as(told)
                .isGreaterThanOrEqualTo(13);
        assertThat(table.get(Expected.OUT_OF_SCOPE)).as(told).doesNotContainKey(Expected.ANSWER);
    }

    @Test
    void questionsOfManyTradesAreInsideAndMostOfDailyLifeOutside() throws IOException {
        List<String> wrong = lines("inside").filter(this::isOutOfScope).toList();
        List<String> outside = lines("outside").toList();
        List<String> missed =
                outside.stream().filter(line -> !isOutOfScope(line)).toList();
        System.out.printf(
                "SCOPE inside taken for outside %s; outside missed %d of %d: %s%n",
                wrong, missed.size(), outside.size(), missed);
        assertThat(wrong).isEmpty();
        assertThat(missed).hasSizeLessThanOrEqualTo(outside.size() / 5);
    }

    @Test
    void followUpsFindAsMuchAsWithTheQuestionBeforeThem() throws IOException {
        Ranks rule = new Ranks();
        Ranks always = new Ranks();
        Ranks never = new Ranks();
        for (GoldenQuestion golden : GoldenQuestion.read("answerable")) {
            if (golden.before().isEmpty()) continue;
            rule.add(rank(golden, question(golden)));
            always.add(rank(golden, Question.of(golden.before().getLast() + " " + golden.text())));
            never.add(rank(golden, Question.of(golden.text())));
        }
        System.out.printf("FOLLOW-UPS rule %s, always joined %s, never %s%n", rule, always, never);
        assertThat(rule.share(5)).isGreaterThanOrEqualTo(0.85);
        assertThat(rule.share(1)).isGreaterThanOrEqualTo(0.80);
    }

    @Test
    void aNewSubjectIsFoundAsWellAsWithoutTheOldOne() throws IOException {
        List<GoldenQuestion> all = GoldenQuestion.read("answerable").stream()
                .filter(golden -> golden.before().isEmpty())
                .toList();
        Ranks rule = new Ranks();
        Ranks never = new Ranks();
        int joined = 0;
        for (int i = 0; i < all.size(); i += EACH) {
            GoldenQuestion golden = all.get(i);
            GoldenQuestion other = all.get((i * 7 + 101) % all.size());
            if (other.relevantIds().stream().anyMatch(golden.relevantIds()::contains)) continue;
            Question thread = new Question(golden.text(), Language.of(golden.text()), List.of(other.text()));
            if (!pipeline.examine(thread, PUBLIC).question().text().equals(golden.text())) joined++;
            rule.add(rank(golden, thread));
            never.add(rank(golden, Question.of(golden.text())));
        }
        System.out.printf("NEW SUBJECTS rule %s (joined %d), never %s%n", rule, joined, never);
        assertThat(rule.share(1)).isGreaterThanOrEqualTo(never.share(1) - 0.03);
        assertThat(rule.share(5)).isGreaterThanOrEqualTo(never.share(5) - 0.03);
    }

    /** How often the article that answers came first and among five. */
    private static final class Ranks {
        private int all;
        private int first;
        private int five;

        void add(int rank) {
            all++;
            if (rank == 1) first++;
            if (rank >= 1 && rank <= 5) five++;
        }

        double share(int most) {
            return (most == 1 ? first : five) / (double) all;
        }

        @Override
        public String toString() {
            return "R@1 %.3f R@5 %.3f of %d".formatted(share(1), share(5), all);
        }
    }

    private int rank(GoldenQuestion golden, Question question) {
        List<String> found = pipeline.examine(question, PUBLIC).found().hits().stream()
                .map(Hit::passage)
                .map(Passage::article)
                .distinct()
                .toList();
        for (int i = 0; i < found.size(); i++) if (golden.relevantIds().contains(found.get(i))) return i + 1;
        return 0;
    }

    private static Question question(GoldenQuestion golden) {
        return new Question(golden.text(), Language.of(golden.text()), golden.before());
    }

    private boolean isOutOfScope(String line) {
        return verdict(Question.of(line)) == Expected.OUT_OF_SCOPE;
    }

    private Expected verdict(Question question) {
        return switch (pipeline.ask(question, PUBLIC, AnswerListener.NONE)) {
            case Outcome.Answered a -> Expected.ANSWER;
            case Outcome.Escalated e -> Expected.TOO_THIN;
            case Outcome.PersonRequested p -> Expected.PERSON_REQUESTED;
            case Outcome.SmallTalk s -> Expected.SMALL_TALK;
            case Outcome.NeedsDetail n -> Expected.NEEDS_DETAIL;
            case Outcome.Unreadable u -> Expected.NEEDS_DETAIL;
            case Outcome.OutOfScope o -> Expected.OUT_OF_SCOPE;
        };
    }

    private static Stream<String> lines(String side) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(GoldenVerdictsIT.class.getResourceAsStream("/scope/" + side + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }
}
