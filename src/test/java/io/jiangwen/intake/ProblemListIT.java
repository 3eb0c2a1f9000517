package io.jiangwen.intake;

import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.jiangwen.account.Enterprise;
import io.jiangwen.account.Enterprises;
import io.jiangwen.account.Spokesmen;
import io.jiangwen.conversation.Errands;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.Patience;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.persistence.EntityManager;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(300)
class ProblemListIT {
    private static final String WORKS = "示例精密机械厂";

    private final Callers callers;
    private final EntityManager database;
    private final Enterprises enterprises;
    private final Spokesmen spokesmen;
    private final Errands errands;
    private Api dispatcher;

    ProblemListIT(
            Callers callers, EntityManager database, Enterprises enterprises, Spokesmen spokesmen, Errands errands) {
        this.callers = callers;
        this.database = database;
        this.enterprises = enterprises;
        this.spokesmen = spokesmen;
        this.errands = errands;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        dispatcher = callers.as("dispatcher");
    }

    @Test
    void everyRowIsAnsweredOrTicketedOrNamedWithItsReason() {
        String wish = "转人工：镗床 " + marker() + " 主轴抱死，请师傅看看";
        String list = loaded(String.join(
                        "\n",
                        "企业,联系人,问题",
                        WORKS + ",王师傅," + Facts.SLENDER_SHAFT_QUESTION,
                        WORKS + ",=HYPERLINK(\"\"x\"\")," + wish,
                        "没有的厂,甲,怎么磨？",
                        WORKS + ",甲,",
                        WORKS + ",乙," + wish)
                .getBytes(Charset.forName("GBK")));
        JsonPath rows = finished(list);
        assertThat(rows.getList("items.row")).containsExactly(2, 3, 4, 5, 6);
        assertThat(rows.getList("items.outcome"))
                .as(rows.prettify())
                .containsExactly("ANSWERED", "ESCALATED", "FAILED", "FAILED", "DUPLICATE");
        assertThat(rows.getList("items.code"))
                .containsExactly(null, null, "unknown-enterprise", "empty-question", "same-as-row");
        String ticket = rows.getString("items[1].errand.ticket.number");
        assertThat(ticket).startsWith("T-");
        assertThat(rows.getList("items[0].errand.sources")).isNotEmpty();

        // The contact who has an account finds the answer in his own conversations.
        callers.as("asker")
                .get("/conversations/{id}", rows.getString("items[0].errand.conversation"))
                .statusCode(200)
                .body("turns[0].outcome", equalTo("ANSWERED"));
        callers.as("asker2")
                .get("/conversations/{id}", rows.getString("items[0].errand.conversation"))
                .statusCode(404);
        dispatcher
                .get("/tickets/{id}", rows.getString("items[1].errand.ticket.id"))
                .statusCode(200)
                .body("enterprise", equalTo(WORKS));

        assertComesBack(list, ticket, rows.getString("items[0].errand.answer"));
    }

    private void assertComesBack(String list, String ticket, String answer) {
        String csv = dispatcher
                .get("/problem-lists/{id}/file.csv?language=en", list)
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asString();
        assertThat(csv).contains("Row,Enterprise", ticket, "\"'=HYPERLINK(").doesNotContain(",=HYPERLINK");
        byte[] workbook = dispatcher
                .get("/problem-lists/{id}/file.xlsx", list)
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"jiangwen-" + list + ".xlsx\"")
                .extract()
                .asByteArray();
        List<String> cells = WorkbookTable.read(workbook, new WorkbookTable.Limits(100, 10_000_000)).stream()
                .flatMap(line -> line.cells().stream())
                .toList();
        assertThat(cells).contains("结果", ticket, answer, "您的地区没有这个名称的企业。");
    }

    @Test
    void theSameFileIsTheSameListHoweverOftenAndHoweverSimultaneouslyItIsLoaded() throws Exception {
        byte[] file = ListFiles.csv(WORKS + ",甲,你好 " + marker());
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            Callable<ValidatableResponse> load = () -> load("again.csv", file);
            List<ValidatableResponse> answers =
                    people.invokeAll(IntStream.range(0, 6).mapToObj(i -> load).toList()).stream()
                            .map(future -> future.resultNow())
                            .toList();
            Set<String> ids = answers.stream()
                    .map(answer -> answer.extract().<String>path("id"))
                    .collect(Collectors.toSet());
            assertThat(ids).hasSize(1);
            assertThat(answers.stream().map(answer -> answer.extract().statusCode()))
                    .containsExactlyInAnyOrder(202, 200, 200, 200, 200, 200);
            assertThat(finished(ids.iterator().next()).getList("items")).hasSize(1);
        }
    }

    @Test
    void whatAKilledWorkerAskedIsNotAskedAgain() {
        String question = "转人工：龙门刨 " + marker() + " 导轨拉伤，请师傅看看";
        Enterprise works = enterprises.named(WORKS, null).getFirst();
        UUID asker = spokesmen.account(works, "asker", UUID.randomUUID());
        UUID list = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            insert(
                    "INSERT INTO problem_list (id, region, created_by, name, digest, created_at)"
                            + " VALUES (?1, '320000', ?2, 'killed.csv', ?3, now())",
                    list,
                    asker,
                    list.toString());
            insert(
                    "INSERT INTO problem_row (list_id, number, enterprise, contact, question, enterprise_id, asker_id,"
                            + " attempts, lease_until) VALUES (?1, 2, ?2, 'asker', ?3, ?4, ?5, 1, now() + interval '1 hour')",
                    list,
                    WORKS,
                    question,
                    works.id(),
                    asker);
        });
        // It was asked, and then the worker was killed before it could say so.
        UUID thread = new WaitingRows.Taken(list, 2, question, works.id(), asker, 1).thread();
        assertThat(errands.ask(spokesmen.speaking(asker, works), thread, question))
                .isEqualTo("ESCALATED");
        assertThat(dispatcher.read("/problem-lists/{id}", list).getString("state"))
                .isEqualTo("RUNNING");

        QuarkusTransaction.requiringNew()
                .run(() -> insert(
                        "UPDATE problem_row SET lease_until = now() - interval '1 second' WHERE list_id = ?1", list));
        JsonPath rows = finished(list.toString());
        assertThat(rows.getString("items[0].outcome")).isEqualTo("ESCALATED");
        assertThat(rows.getString("items[0].errand.conversation")).isEqualTo(thread.toString());
        callers.as("asker").get("/conversations/{id}", thread).body("turns.size()", equalTo(1));
    }

    @Test
    void aRowThatFailedTooOftenIsGivenUp() {
        UUID list = UUID.randomUUID();
        Enterprise works = enterprises.named(WORKS, null).getFirst();
        UUID asker = spokesmen.account(works, "asker", UUID.randomUUID());
        QuarkusTransaction.requiringNew().run(() -> {
            insert(
                    "INSERT INTO problem_list (id, region, created_by, name, digest, created_at)"
                            + " VALUES (?1, '320000', ?2, 'deadly.csv', ?3, now())",
                    list,
                    asker,
                    list.toString());
            insert(
                    "INSERT INTO problem_row (list_id, number, enterprise, contact, question, enterprise_id, asker_id,"
                            + " attempts) VALUES (?1, 2, ?2, '', '怎么磨？', ?3, ?4, 3)",
                    list,
                    WORKS,
                    works.id(),
                    asker);
        });
        assertThat(finished(list.toString()).getString("items[0].code")).isEqualTo("internal-error");
    }

    @Test
    void anotherRegionsListIsNotFound() {
        UUID list = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> insert(
                        "INSERT INTO problem_list (id, region, created_by, name, digest, created_at)"
                                + " SELECT ?1, 'C34', id, 'other.csv', ?2, now() FROM account WHERE login = 'dispatcher'",
                        list,
                        list.toString()));
        for (String path : List.of("/problem-lists/{id}", "/problem-lists/{id}/rows", "/problem-lists/{id}/file.xlsx"))
            refused(404, "not-found", dispatcher.get(path, list));
        dispatcher.get("/problem-lists").statusCode(200).body("items.id", not(hasItem(list.toString())));
    }

    @Test
    void whatIsNoListIsRefusedAndNothingOfItKept() {
        long before = count();
        refused(400, "empty-list", load("a.csv", new byte[0]));
        refused(400, "missing-columns", load("a.csv", "姓名,电话\n甲,1".getBytes(StandardCharsets.UTF_8)));
        refused(400, "unreadable-file", load("a.xlsx", "PK and nothing else".getBytes(StandardCharsets.UTF_8)));
        refused(413, "body-too-large", load("a.xlsx", ListFiles.bomb(40_000_000)));
        refused(413, "body-too-large", load("a.csv", new byte[2 * 1024 * 1024 + 1]));
        refused(415, "unsupported-type", load("a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        refused(
                413,
                "too-many-rows",
                load(
                        "a.csv",
                        ListFiles.csv(IntStream.range(0, 501)
                                .mapToObj(i -> WORKS + ",甲,问题" + i)
                                .toArray(String[]::new))));
        refused(
                400,
                "no-file",
                dispatcher
                        .request()
                        .contentType("multipart/form-data")
                        .multiPart("kind", "x")
                        .post("/problem-lists")
                        .then());
        refused(415, dispatcher.post("/problem-lists", "{}"));
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return ((Number) database.createNativeQuery("SELECT count(*) FROM problem_list")
                        .getSingleResult())
                .longValue();
    }

    private String loaded(byte[] file) {
        return load("清单.csv", file).statusCode(202).extract().path("id");
    }

    private ValidatableResponse load(String name, byte[] file) {
        return dispatcher
                .request()
                .contentType("multipart/form-data")
                .multiPart("file", name, file)
                .post("/problem-lists")
                .then();
    }

    /** The rows of a list that is done. */
    private JsonPath finished(String list) {
        Patience.await("the list done", () -> Optional.of(dispatcher.read("/problem-lists/{id}", list))
                .filter(now -> "DONE".equals(now.getString("state"))));
        return dispatcher.read("/problem-lists/{id}/rows", list);
    }

    private void insert(String sql, Object... values) {
        var statement = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) statement.setParameter(i + 1, values[i]);
        statement.executeUpdate();
    }

    private static String marker() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
