package io.jiangwen.evaluation;

import com.pgvector.PGhalfvec;
import io.jiangwen.account.Viewer;
import io.jiangwen.answer.Pipeline;
import io.jiangwen.model.Embedder;
import io.jiangwen.model.Embedding;
import io.jiangwen.question.Question;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * The query path without a chat model (embed, search, fuse, judge) on many passages, in turns with the least that any
 * search by meaning does: embed the question, ask the index for the nearest passages.
 */
@Unremovable
@ApplicationScoped
class QueryBench {
    /** p95 on two cores at 10,000 passages. */
    private static final double FLOOR = 250;

    /** p95 of the first sentence quoted, on two cores at 10,000 passages (part 4). */
    private static final double FIRST_SENTENCE = 300;

    /** For a question of 2,000 characters: four windows of the model instead of one. */
    private static final double LONG_FLOOR = 1_500;

    private static final int WARM_UP = 20;
    private static final int PAGES = 20;

    private static final String COMMONEST = """
            SELECT lexeme FROM lexeme_stat WHERE NOT starts_with(lexeme, 'b:') ORDER BY passages DESC, lexeme LIMIT 20
            """;

    private final Loading loading;
    private final Pipeline pipeline;
    private final Embedder embedder;
    private final DataSource database;

    QueryBench(Loading loading, Pipeline pipeline, Embedder embedder, DataSource database) {
        this.loading = loading;
        this.pipeline = pipeline;
        this.embedder = embedder;
        this.database = database;
    }

    List<Measurement> measure(List<Document> passages, List<Question> questions, OwnSchema schema, Progress progress)
            throws SQLException, InterruptedException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            loading.load(passages, new Library(passages), threads, progress);
        }
        schema.analyse();
        for (int i = 0; i < WARM_UP; i++) {
            whole(questions.get(i % questions.size()));
            bare(questions.get(i % questions.size()));
        }
        List<Double> whole = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> quoted = new ArrayList<>();
        for (Question question : questions) {
            whole.add(whole(question));
            bare.add(bare(question));
            quoted.add(quoted(question));
        }
        return List.of(
                Measurement.ofMillis("query path, " + passages.size() + " passages", whole, FLOOR),
                Measurement.medianAgainst("query path to bare embed + search", whole, bare),
                Measurement.ofMillis("first sentence quoted, " + passages.size() + " passages", quoted, FIRST_SENTENCE),
                Measurement.medianAgainst("first sentence quoted to bare embed + search", quoted, bare),
                Measurement.ofMillis("the same, common words only", times(commonest()), FLOOR),
                Measurement.ofMillis("the same, a pasted page", times(pages(passages)), LONG_FLOOR));
    }

    private List<Double> times(List<Question> questions) {
        return questions.stream().map(this::whole).toList();
    }

    /** Of the words that most passages have, each two neighbours and all together. */
    private List<Question> commonest() throws SQLException {
        List<String> words = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COMMONEST);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) words.add(rows.getString(1));
        }
        List<Question> questions = new ArrayList<>(List.of(Question.of(String.join(" ", words))));
        for (int i = 1; i < words.size(); i++) questions.add(Question.of(words.get(i - 1) + " " + words.get(i)));
        return questions;
    }

    /** Texts of several passages one after the other, as long as a question may be. */
    private static List<Question> pages(List<Document> passages) {
        List<Question> pages = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        for (Document passage : passages) {
            page.append(passage.content().text()).append('\n');
            if (page.length() < Question.LONGEST) continue;
            pages.add(Question.of(page.substring(0, Question.LONGEST).strip()));
            page.setLength(0);
            if (pages.size() == PAGES) break;
        }
        return pages;
    }

    private double whole(Question question) {
        long start = System.nanoTime();
        pipeline.examine(question, Viewer.PUBLIC);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Sentences that are quoted are chosen together: the first is there when all are. */
    private double quoted(Question question) {
        long start = System.nanoTime();
        pipeline.answerAnyway(pipeline.examine(question, Viewer.PUBLIC));
        return (System.nanoTime() - start) / 1e6;
    }

    private double bare(Question question) throws SQLException {
        long start = System.nanoTime();
        Embedding vector = embedder.whole(question.text(), question.language());
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(nearest(vector))) {
            query.setString(1, new PGhalfvec(vector.vector()).getValue());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) rows.getString(1);
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** The index is partial on the model's name and cast to its width, so both must stand in the statement. */
    private static String nearest(Embedding vector) {
        if (!vector.model().matches("[A-Za-z0-9._-]+")) throw new IllegalArgumentException(vector.model());
        String width = "halfvec(" + vector.vector().length + ")";
        return "SELECT text FROM passage WHERE model = '" + vector.model() + "' ORDER BY CAST(embedding AS " + width
                + ") <=> CAST(? AS " + width + ") LIMIT 20";
    }
}
