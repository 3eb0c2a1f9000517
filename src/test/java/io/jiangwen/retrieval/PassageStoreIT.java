package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import com.pgvector.PGhalfvec;
import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.model.Embedding;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.text.Language;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 2,000 passages on a circle, by degrees from the question; every hundredth is a patent of a trade of its own. */
@QuarkusTest
class PassageStoreIT {
    private static final String MODEL = "bge-small-zh-v1.5";
    private static final int PASSAGES = 2_000;
    private static final int EXACT = 100;
    private static final int SCORED = 50;
    private static final Instant PUBLISHED = Instant.parse("2026-03-01T00:00:00Z");
    private static final UUID OWNER = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final Config CONFIG = new Config(20, EXACT, SCORED, 20, 20);

    private final DataSource database;
    private final PassageStore store;

    PassageStoreIT(DataSource database) {
        this.database = database;
        this.store = new PassageStore(database, CONFIG);
    }

    record Config(int candidates, int exactScan, int scored, int limit, int crossEncoded) implements RetrievalConfig {}

    @BeforeEach
    void fill() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO article (id, kind, visibility, newest_version, created_at)"
                    + " VALUES ('circle', 'CASE', 'PUBLIC', 1, now())");
            statement.execute("INSERT INTO article_version (article_id, number, state, kind, visibility, title, text,"
                    + " language, author, source, licence, safety, created_at)"
                    + " VALUES ('circle', 1, 'DRAFT', 'CASE', 'PUBLIC', 'circle', 'x', 'zh', '', '', '', 0, now())");
        }
        try (Connection connection = database.getConnection();
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO passage (article_id, version, ordinal, text, heading_path, start_offset, end_offset,"
                                + " visibility, audience, kind, trade, language, safety, model, embedding, lexemes,"
                                + " lexeme_count, recipe, published_at) VALUES ('circle', 1, ?, 'p' || ?, '', 0, 1, ?, ?, ?, ?,"
                                + " 'zh', 0, '" + MODEL + "', CAST(? AS halfvec), CAST(? AS tsvector), 3, 1000, ?)")) {
            for (int i = 0; i < PASSAGES; i++) {
                boolean rare = i % 100 == 99;
                boolean owned = i % 500 == 250;
                row.setInt(1, i);
                row.setString(2, Integer.toString(i));
                row.setString(3, owned ? "ENTERPRISE" : "PUBLIC");
                row.setString(4, owned ? OWNER.toString() : null);
                row.setString(5, rare ? "PATENT" : "COURSE");
                row.setString(6, rare ? "circle-rare" : "circle");
                row.setString(7, new PGhalfvec(at(i)).getValue());
                row.setString(8, "'通用':1 '页':2" + (rare ? " '焊缝':3" : "") + (i == 1_234 ? " 'zx-9':4" : ""));
                row.setObject(
                        9, OffsetDateTime.ofInstant(i < 10 ? PUBLISHED : PUBLISHED.minusSeconds(1), ZoneOffset.UTC));
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    @AfterEach
    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM passage WHERE article_id = 'circle'");
            statement.execute("DELETE FROM article_version WHERE article_id = 'circle'");
            statement.execute("DELETE FROM article WHERE id = 'circle'");
        }
    }

    @Test
    void findsAllThatASelectiveFilterKeepsWhereTheIndexAloneLosesIt() throws SQLException {
        SearchFilter patents = kinds(ArticleKind.PATENT);

        assertThat(plainIndexScan("p.kind = 'PATENT' AND p.article_id = 'circle'"))
                .hasSizeLessThan(20);
        List<Integer> found = ordinals(search(patents, QueryTerms.weigh(List.of(), counts())));
        assertThat(found).isEqualTo(every(100, 99));
    }

    @Test
    void whatAFilterKeepsIsNearestFirstByTheIndexToo() throws SQLException {
        SearchFilter courses = kinds(ArticleKind.COURSE);
        List<Integer> found = ordinals(search(courses, QueryTerms.weigh(List.of(), counts())));

        assertThat(found).hasSize(20).allMatch(i -> i < 40).doesNotContain(99);
    }

    @Test
    void filtersByEachProperty() {
        SearchFilter all = SearchFilter.of(Viewer.PUBLIC);
        assertThat(ordinals(search(filter(all, Set.of(), Set.of("circle-rare"), Set.of(), null), noTerms())))
                .allMatch(i -> i % 100 == 99)
                .hasSize(20);
        assertThat(ordinals(search(filter(all, Set.of(), Set.of("circle"), Set.of(), PUBLISHED), noTerms())))
                .containsExactlyElementsOf(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertThat(search(filter(all, Set.of(), Set.of(), Set.of(Language.EN), null), asked("通用")))
                .isEmpty();
        SearchFilter owner = SearchFilter.of(new Viewer(OWNER, null, false));
        Set<Visibility.Scope> own = Set.of(Visibility.Scope.ENTERPRISE);
        assertThat(ordinals(search(filter(owner, own, Set.of(), Set.of(), null), asked("通用"))))
                .containsExactlyElementsOf(every(500, 250));
        assertThat(search(filter(all, own, Set.of(), Set.of(), null), asked("通用")))
                .isEmpty();
    }

    @Test
    void commonWordsAreScoredInBoundedNumber() throws SQLException {
        try (Connection connection = database.getConnection()) {
            LexicalLeg leg = new LexicalLeg(asked("通用", "页"), counts());
            LexicalGate open = LexicalGate.open(asked("通用", "页"));
            SearchFilter all = SearchFilter.of(Viewer.PUBLIC);

            assertThat(leg.best(open, all, SCORED, PASSAGES, connection)).hasSize(SCORED);
            assertThat(leg.best(open, all, PASSAGES, PASSAGES, connection)).hasSizeGreaterThan(SCORED);
        }
    }

    @Test
    void aRareWordIsFoundAmongCommonOnes() {
        assertThat(texts(search(SearchFilter.of(Viewer.PUBLIC), asked("通用", "页", "zx-9"))))
                .contains("p1234");
    }

    @Test
    void commonWordsCountWhereTheRareOneIsNotInWhatTheFilterKeeps() {
        List<Candidate> found = search(kinds(ArticleKind.PATENT), asked("焊缝", "zx-9"));

        assertThat(found).isNotEmpty().allSatisfy(hit -> assertThat(hit.lexical())
                .isGreaterThan(0));
    }

    @Test
    void ofATermTheWordingThatFitsBestCountsOnce() {
        AskedTerm seam = new AskedTerm(List.of(List.of("焊道"), List.of("焊缝"), List.of("通用")));
        CorpusCounts counts = counts();
        QueryTerms either = QueryTerms.weigh(List.of(seam), counts);
        QueryTerms alone = QueryTerms.weigh(List.of(AskedTerm.of("通用")), counts);

        double worded = search(kinds(ArticleKind.PATENT), either).getFirst().lexical();
        double single = search(kinds(ArticleKind.PATENT), alone).getFirst().lexical();
        assertThat(worded).isEqualTo(single);
    }

    private List<Candidate> search(SearchFilter filter, QueryTerms terms) {
        PassageStore.Way way = new PassageStore.Way(
                Language.ZH, terms, new QuestionEncoding(new Embedding(MODEL, at(0)), List.of()), filter);
        return store.candidates(way, counts(), CONFIG.candidates()).stream()
                .filter(hit -> hit.passage().article().equals("circle"))
                .toList();
    }

    private static List<String> texts(List<Candidate> found) {
        return found.stream().map(hit -> hit.passage().text()).toList();
    }

    private static List<Integer> ordinals(List<Candidate> found) {
        return texts(found).stream()
                .map(text -> Integer.valueOf(text.substring(1)))
                .sorted()
                .toList();
    }

    /** What the vector index gives when nothing makes it go on. */
    private List<Long> plainIndexScan(String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL hnsw.iterative_scan = off");
            statement.execute("SET LOCAL enable_seqscan = off");
            statement.execute("SET LOCAL enable_bitmapscan = off");
            statement.execute("SET LOCAL enable_sort = off");
            List<Long> ids = new BoundSql()
                    .add(
                            "SELECT p.id FROM passage p WHERE p.model = '" + MODEL + "' AND " + condition
                                    + " ORDER BY CAST(p.embedding AS halfvec(512)) <=> CAST(CAST(? AS halfvec) AS halfvec(512))"
                                    + " LIMIT 20",
                            new PGhalfvec(at(0)).getValue())
                    .ids(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            return ids;
        }
    }

    private static float[] at(int i) {
        float[] vector = new float[512];
        vector[0] = (float) Math.cos(i * Math.PI / PASSAGES);
        vector[1] = (float) Math.sin(i * Math.PI / PASSAGES);
        return vector;
    }

    private static SearchFilter kinds(ArticleKind kind) {
        return new SearchFilter(Viewer.PUBLIC, Set.of(), Set.of(kind), Set.of(), Set.of(), null);
    }

    private static SearchFilter filter(
            SearchFilter of,
            Set<Visibility.Scope> scopes,
            Set<String> trades,
            Set<Language> languages,
            @Nullable Instant since) {
        return new SearchFilter(of.viewer(), scopes, Set.of(), trades, languages, since);
    }

    private static CorpusCounts counts() {
        return new CorpusCounts(
                Map.of("通用", PASSAGES, "页", PASSAGES, "焊缝", 20, "zx-9", 1),
                Map.of(Language.ZH, new CorpusCounts.Size(PASSAGES, 3L * PASSAGES)));
    }

    private static QueryTerms noTerms() {
        return QueryTerms.weigh(List.of(), counts());
    }

    private static QueryTerms asked(String... lexemes) {
        return QueryTerms.weigh(Arrays.stream(lexemes).map(AskedTerm::of).toList(), counts());
    }

    private static List<Integer> every(int step, int first) {
        List<Integer> ordinals = new ArrayList<>();
        for (int i = first; i < PASSAGES; i += step) ordinals.add(i);
        Collections.sort(ordinals);
        return ordinals;
    }
}
