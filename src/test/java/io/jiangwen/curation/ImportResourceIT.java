package io.jiangwen.curation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.persistence.EntityManager;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportResourceIT {
    private static final String IMPORTS = "/api/v1/imports";

    private final EditorialOffice office;
    private final ImportWorker worker;
    private final EntityManager database;

    ImportResourceIT(EditorialOffice office, ImportWorker worker, EntityManager database) {
        this.office = office;
        this.worker = worker;
        this.database = database;
    }

    @Test
    void everyFileHasItsOutcome() {
        String marker = marker();
        JsonPath rows = rows(upload("curator")
                .multiPart("file", "好.md", utf8("# 镗孔喇叭口 " + marker + "\n\n先查主轴间隙。"))
                .multiPart(
                        "file",
                        "fields.markdown",
                        utf8("---\nid: up-" + marker + "\nkind: KNOW_HOW\nsafety: 2\n---\n镗刀伸出不要过长 " + marker))
                .multiPart("file", "plain.txt", utf8("Check the boring bar overhang " + marker))
                .multiPart("file", "picture.png", utf8("x"))
                .multiPart("file", "nothing.md", new byte[0])
                .multiPart("file", "gbk.md", "镗孔".getBytes(Charset.forName("GBK")))
                .multiPart("file", "bad.md", utf8("---\ntitle: x\nsafety: high\n---\n正文"))
                .multiPart("file", "yaml.md", utf8("---\ntitle: [x\n---\n正文"))
                .multiPart("file", "large.md", new byte[2 * 1024 * 1024 + 1])
                .multiPart("file", "again.md", utf8("# 镗孔喇叭口 " + marker + "\n\n先查主轴间隙。"))
                .post(IMPORTS));
        assertThat(rows.getList("items.outcome"))
                .containsExactly(
                        "CREATED",
                        "CREATED",
                        "CREATED",
                        "FAILED",
                        "FAILED",
                        "FAILED",
                        "FAILED",
                        "FAILED",
                        "FAILED",
                        "UNCHANGED");
        assertThat(rows.getList("items.code"))
                .containsExactly(
                        null,
                        null,
                        null,
                        "unsupported-type",
                        "empty",
                        "not-utf8",
                        "bad-front-matter",
                        "bad-front-matter",
                        "too-large",
                        null);
        assertThat(rows.getString("items[0].file")).isEqualTo("好.md");
        assertThat(rows.getInt("items[6].row")).isEqualTo(3);
        assertThat(rows.getString("items[6].reason")).startsWith("line 3: `safety`");
        assertThat(rows.getString("items[9].article")).isEqualTo(rows.getString("items[0].article"));

        String id = rows.getString("items[0].article");
        office.as("curator2")
                .get("/api/v1/articles/" + id)
                .then()
                .body("state", equalTo("IN_REVIEW"))
                .body("title", equalTo("镗孔喇叭口 " + marker))
                .body("kind", equalTo("CASE"));
        office.approve("curator", id, 1).statusCode(409).body("code", equalTo("needs-another-curator"));
        office.approve("curator2", id, 1).statusCode(200);
        office.as("asker")
                .queryParam("q", marker)
                .get("/api/v1/articles")
                .then()
                .body("items.id", hasItem(id));
        office.as("curator")
                .get("/api/v1/articles/up-" + marker)
                .then()
                .body("safety", equalTo(2))
                .body("kind", equalTo("KNOW_HOW"));
    }

    @Test
    void aKnownArticleGetsANextVersionOnlyWhenItSaysSomethingNew() {
        String id = "up-" + marker();
        String file = "---\nid: " + id + "\ntitle: 刮研\n---\n每25 mm见方8点以上 " + id;
        assertThat(outcomeOf(file)).isEqualTo("CREATED");
        assertThat(outcomeOf(file)).isEqualTo("UNCHANGED");
        assertThat(outcomeOf(file.replace("8点", "12点"))).isEqualTo("UPDATED");
        assertThat(outcomeOf(file)).isEqualTo("UNCHANGED");
        office.as("curator")
                .get("/api/v1/articles/" + id)
                .then()
                .body("version", equalTo(2))
                .body("state", equalTo("IN_REVIEW"));
        assertThat(outcomeOf(file.replace("id: " + id, "id: " + id + "-copy"))).isEqualTo("SKIPPED");
        office.approve("curator2", id, 2).statusCode(200);
    }

    @Test
    void aDryRunChangesNothing() {
        String marker = marker();
        String job = upload("curator")
                .multiPart("dryRun", "true")
                .multiPart("file", "a.md", utf8("# 试运行 " + marker + "\n\n内容"))
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(finished(job).getInt("counts.created")).isEqualTo(1);
        office.as("curator")
                .queryParam("q", marker)
                .get("/api/v1/articles")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void anEnterprisesFilesAreItsOwn() {
        String marker = marker();
        JsonPath rows = rows(upload("curator")
                .multiPart("enterprise", EditorialOffice.FIRST_ENTERPRISE.toString())
                .multiPart("kind", "know-how")
                .multiPart("file", "own.md", utf8("本企业工装 " + marker))
                .post(IMPORTS));
        String id = rows.getString("items[0].article");
        office.approve("curator2", id, 1).statusCode(200);
        office.as("asker").get("/api/v1/articles/" + id).then().statusCode(200).body("kind", equalTo("KNOW_HOW"));
        office.as("asker2").get("/api/v1/articles/" + id).then().statusCode(404);
        office.as("asker2")
                .queryParam("q", marker)
                .get("/api/v1/articles")
                .then()
                .body("items.size()", equalTo(0));
        // The same words are no duplicate for those who cannot know them.
        assertThat(outcomeOf("本企业工装 " + marker)).isEqualTo("CREATED");
    }

    @Test
    void countsAndListsUploads() {
        String job = upload("curator")
                .multiPart("file", "a.md", utf8("计数 " + marker()))
                .multiPart("file", "b.exe", utf8("x"))
                .post(IMPORTS)
                .then()
                .extract()
                .path("id");
        JsonPath done = finished(job);
        assertThat(done.getMap("counts"))
                .isEqualTo(Map.of("total", 2, "created", 1, "updated", 0, "unchanged", 0, "skipped", 0, "failed", 1));
        assertThat(done.getString("finishedAt")).isNotNull();
        office.as("curator2").get(IMPORTS).then().body("items.id", hasItem(job));
        office.as("curator")
                .queryParam("cursor", "2")
                .get(IMPORTS + "/" + job + "/rows")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void takesManyFilesAtOnce() {
        RequestSpecification upload = upload("curator");
        String marker = marker();
        for (int i = 0; i < 120; i++) upload.multiPart("file", "many-" + i + ".md", utf8("第" + i + "条经验 " + marker));
        String job = upload.post(IMPORTS).then().statusCode(202).extract().path("id");
        assertThat(finished(job).getInt("counts.created")).isEqualTo(120);
        JsonPath page = office.as("curator").get(IMPORTS + "/" + job + "/rows").jsonPath();
        assertThat(page.getList("items")).hasSize(100);
        assertThat(page.getString("next")).isEqualTo("100");
    }

    @Test
    void whatAKilledWorkerLeftIsTakenOnceAndWhatItDidIsNotRepeated() {
        String marker = marker();
        UUID job = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            insert(
                    "INSERT INTO import_job (id, state, created_by, author, dry_run, files, created_at)"
                            + " VALUES (?1, 'RUNNING', ?2, '甲', false, 2, now())",
                    job,
                    EditorialOffice.account("curator"));
            insert("INSERT INTO import_row (job_id, ordinal, file, outcome) VALUES (?1, 1, 'done.md', 'CREATED')", job);
            insert(
                    "INSERT INTO import_file (job_id, ordinal, name, size, content) VALUES (?1, 2, 'left.md', 9, ?2)",
                    job,
                    utf8("留下的 " + marker));
        });
        assertThat(finished(job.toString()).getInt("counts.created")).isEqualTo(2);
        JsonPath rows = office.as("curator").get(IMPORTS + "/" + job + "/rows").jsonPath();
        assertThat(rows.getList("items.file")).containsExactly("done.md", "left.md");
        office.as("curator")
                .queryParam("q", marker)
                .get("/api/v1/articles")
                .then()
                .body("items.size()", equalTo(1));
    }

    private void insert(String sql, Object... values) {
        var statement = database.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) statement.setParameter(i + 1, values[i]);
        statement.executeUpdate();
    }

    @Test
    void refusesAnUploadThatCannotWork() {
        upload("curator")
                .multiPart("kind", "CASE")
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("no-file"));
        upload("curator")
                .multiPart("kind", "STORY")
                .multiPart("file", "a.md", utf8("x"))
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-kind"));
        for (String enterprise : List.of("nobody", UUID.randomUUID().toString()))
            upload("curator")
                    .multiPart("enterprise", enterprise)
                    .multiPart("file", "a.md", utf8("x"))
                    .post(IMPORTS)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("unknown-enterprise"));
        RequestSpecification tooMany = upload("curator");
        for (int i = 0; i < 501; i++) tooMany.multiPart("file", "f" + i + ".md", utf8("x"));
        tooMany.post(IMPORTS).then().statusCode(400).body("code", equalTo("too-many-files"));
        office.as("curator").body("{}").post(IMPORTS).then().statusCode(415);
    }

    @Test
    void refusesAnUploadThatIsTooLarge() {
        RequestSpecification upload = upload("curator");
        for (int i = 0; i < 26; i++) upload.multiPart("file", "f" + i + ".md", new byte[2 * 1024 * 1024]);
        upload.post(IMPORTS).then().statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asker", "craftsman", "dispatcher", "admin"})
    void onlyCuratorsLoadFiles(String login) {
        upload(login).multiPart("file", "a.md", utf8("x")).post(IMPORTS).then().statusCode(403);
        office.as(login).get(IMPORTS).then().statusCode(403);
    }

    @Test
    void unknownUploadsAreNotFound() {
        String unknown = IMPORTS + "/" + UUID.randomUUID();
        office.as("curator").get(unknown).then().statusCode(404);
        office.as("curator").get(unknown + "/rows").then().statusCode(404);
        office.as("curator").get(IMPORTS + "/first").then().statusCode(404);
        given().get(IMPORTS).then().statusCode(401);
    }

    private String outcomeOf(String file) {
        return rows(upload("curator").multiPart("file", "a.md", utf8(file)).post(IMPORTS))
                .getString("items[0].outcome");
    }

    private RequestSpecification upload(String login) {
        // File names as browsers and curl send them.
        return office.as(login)
                .contentType(ContentType.MULTIPART)
                .config(RestAssuredConfig.config()
                        .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8"))
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE)));
    }

    private JsonPath rows(io.restassured.response.Response accepted) {
        String job = accepted.then().statusCode(202).extract().path("id");
        finished(job);
        return office.as("curator")
                .get(IMPORTS + "/" + job + "/rows")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath finished(String job) {
        Instant deadline = Instant.now().plusSeconds(120);
        while (Instant.now().isBefore(deadline)) {
            // Beside the scheduled worker, as a second node would.
            worker.work();
            JsonPath now = office.as("curator").get(IMPORTS + "/" + job).jsonPath();
            if ("DONE".equals(now.getString("state"))) return now;
        }
        throw new AssertionError("upload " + job + " is not done in time");
    }

    private static String marker() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
