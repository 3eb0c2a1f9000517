package io.jiangwen.evaluation;

import io.jiangwen.account.Viewer;
import io.jiangwen.answer.Answer;
import io.jiangwen.answer.AnswerListener;
import io.jiangwen.answer.Examined;
import io.jiangwen.answer.Outcome;
import io.jiangwen.answer.Pipeline;
import io.jiangwen.confidence.Signals;
import io.jiangwen.question.Intent;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Hit;
import io.jiangwen.retrieval.PassageSearch;
import io.jiangwen.retrieval.SearchFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Asks the pipeline a query and writes down what it does. Sees no label. */
@ApplicationScoped
class Rehearsal {
    private static final int RANKED = 20;
    private static final int CITED = 3;

    private final Pipeline pipeline;
    private final PassageSearch search;

    Rehearsal(Pipeline pipeline, PassageSearch search) {
        this.pipeline = pipeline;
        this.search = search;
    }

    /** What became of a query, and what the judge saw. */
    record Asked(RunLine line, Signals signals) {}

    /** Blocking; may be called on several threads. */
    Asked ask(String id, Question question, Gate gate, Library library) {
        Examined examined = pipeline.examine(question, Viewer.PUBLIC);
        return new Asked(
                line(id, question, examined, gate, library), examined.verdict().signals());
    }

    private RunLine line(String id, Question question, Examined examined, Gate gate, Library library) {
        List<RunLine.Place> ranked =
                search.bestOfEachArticle(examined.question(), SearchFilter.of(Viewer.PUBLIC), RANKED).stream()
                        .map(hit -> place(hit, library))
                        .toList();
        if (Intent.of(question.text()) != Intent.QUESTION)
            return new RunLine(
                    id, ranked, 0, verdict(pipeline.ask(question, Viewer.PUBLIC, AnswerListener.NONE)), "", List.of());
        double probability = gate.probability(examined);
        String verdict = probability >= gate.threshold(examined.calibration()) ? RunLine.ANSWER : "TOO_THIN";
        return switch (pipeline.answerAnyway(examined)) {
            case Outcome.Answered answered ->
                new RunLine(
                        id, ranked, probability, verdict, text(answered.answer()), cited(answered.answer(), library));
            case Outcome.Escalated thin -> new RunLine(id, ranked, probability, verdict, "", List.of());
            case Outcome.PersonRequested p -> throw unexpected();
            case Outcome.SmallTalk s -> throw unexpected();
            case Outcome.NeedsDetail n -> throw unexpected();
        };
    }

    private static RunLine.Place place(Hit hit, Library library) {
        return new RunLine.Place(
                library.document(hit.passage().article()),
                hit.passage().text(),
                hit.evidence().score());
    }

    private static String text(Answer answer) {
        return answer.sentences().stream().map(Answer.Sentence::text).collect(Collectors.joining("\n"));
    }

    private static List<String> cited(Answer answer, Library library) {
        return answer.citations().stream()
                .map(citation -> library.document(citation.article()))
                .distinct()
                .limit(CITED)
                .toList();
    }

    private static String verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.PersonRequested p -> "PERSON_REQUESTED";
            case Outcome.SmallTalk s -> "SMALL_TALK";
            case Outcome.NeedsDetail n -> "NEEDS_DETAIL";
            case Outcome.Answered a -> throw unexpected();
            case Outcome.Escalated e -> throw unexpected();
        };
    }

    private static IllegalStateException unexpected() {
        return new IllegalStateException("composing neither greets nor asks back");
    }
}
