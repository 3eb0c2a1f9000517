package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.jiangwen.curation.KnowledgeFiles.RawFile;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class KnowledgeBaseLoaderIT {
    private final KnowledgeBaseLoader loader;
    private final EditorialOffice office;

    KnowledgeBaseLoaderIT(KnowledgeBaseLoader loader, EditorialOffice office) {
        this.loader = loader;
        this.office = office;
    }

    @Test
    void publishesWhatIsNewAndOnlyWhatChangedLater() throws SQLException {
        String id = fresh();
        assertThat(load(file(id, "刀杆悬伸要短。")).created()).containsExactly(id);
        office.as("asker").get("/api/v1/articles/" + id).then().body("state", equalTo("PUBLISHED"));
        LoadReport again = load(file(id, "刀杆悬伸要短。"));
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.updated()).isEmpty();
        assertThat(load(file(id, "刀杆悬伸不超过三倍直径。")).updated()).containsExactly(id);
        office.as("asker")
                .get("/api/v1/articles/" + id)
                .then()
                .body("version", equalTo(2))
                .body("text", equalTo("刀杆悬伸不超过三倍直径。"));
    }

    @Test
    void aChangedFileOfAnEditedArticleWaitsForACurator() throws SQLException {
        String id = fresh();
        load(file(id, "原文。"));
        office.as("curator")
                .body(Map.of("version", 1, "text", "编辑改过的文。"))
                .put("/api/v1/articles/" + id)
                .then()
                .statusCode(200);
        office.approve("curator2", id, 2).statusCode(200);
        assertThat(load(file(id, "原文。")).unchanged()).isEqualTo(1);

        assertThat(load(file(id, "新版原文。")).inReview()).containsExactly(id);
        assertThat(load(file(id, "新版原文。")).inReview()).isEmpty();
        office.as("asker").get("/api/v1/articles/" + id).then().body("text", equalTo("编辑改过的文。"));
        office.as("curator").get("/api/v1/articles/" + id).then().body("state", equalTo("IN_REVIEW"));
        office.approve("curator", id, 3).statusCode(200);
        office.as("asker").get("/api/v1/articles/" + id).then().body("text", equalTo("新版原文。"));
    }

    @Test
    void whatWasRetractedHereIsNotPublishedByAFile() throws SQLException {
        String id = fresh();
        load(file(id, "有误的文。"));
        office.as("curator").post("/api/v1/articles/" + id + "/retract").then().statusCode(200);
        assertThat(load(file(id, "改正的文。")).inReview()).containsExactly(id);
        office.as("asker").get("/api/v1/articles/" + id).then().statusCode(404);
    }

    @Test
    void aFileThatIsGoneIsReportedAndItsArticleStays() throws SQLException {
        String id = fresh();
        load(file(id, "会消失的文件。"));
        assertThat(loader.load(List.of()).gone()).contains(id);
        office.as("asker").get("/api/v1/articles/" + id).then().statusCode(200);
    }

    @Test
    void wrongFilesAreNamedAndTheRestLoads() throws SQLException {
        String good = fresh();
        String twice = fresh();
        LoadReport report = load(
                file(good, "好的。"),
                new RawFile("cases/a-broken.md", new byte[] {'-', '-', '-', '\n', (byte) 0xB0}),
                new RawFile("cases/b-" + twice + ".md", file(twice, "先到。").bytes()),
                new RawFile("cases/c-" + twice + ".md", file(twice, "后到。").bytes()),
                new RawFile("cases/d-headings.md", file(fresh(), "# 只有标题").bytes()),
                new RawFile("courses/e.md", file(fresh(), "放错了文件夹。").bytes()));
        assertThat(report.created()).containsExactlyInAnyOrder(good, twice);
        assertThat(report.problems())
                .extracting(FileProblem::file, FileProblem::line, FileProblem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("cases/a-broken.md", 2, "not-utf8"),
                        org.assertj.core.groups.Tuple.tuple("cases/c-" + twice + ".md", 2, "duplicate-id"),
                        org.assertj.core.groups.Tuple.tuple("cases/d-headings.md", 2, "nothing-to-find"),
                        org.assertj.core.groups.Tuple.tuple("courses/e.md", 3, "bad-front-matter"));
        office.as("curator")
                .get("/api/v1/knowledge-base/report")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("problems[0].file", equalTo("cases/a-broken.md"));
    }

    @Test
    void twoNodesAtOncePublishOnce() throws Exception {
        String id = fresh();
        Callable<LoadReport> start = () -> load(file(id, "两个节点同时启动。"));
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            int created = 0;
            for (Future<LoadReport> node : nodes.invokeAll(List.of(start, start)))
                created += node.get().created().size();
            assertThat(created).isEqualTo(1);
        }
        office.as("curator").get("/api/v1/articles/" + id).then().body("version", equalTo(1));
    }

    @Test
    void findsThePackedArticlesAndThoseOfAFolder(@TempDir Path folder) throws Exception {
        assertThat(KnowledgeFiles.read(Optional.empty())).hasSizeGreaterThanOrEqualTo(30);
        Files.createDirectories(folder.resolve("cases/sub"));
        Files.writeString(folder.resolve("cases/sub/one.md"), "x");
        Files.writeString(folder.resolve("README.md"), "x");
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/two.md"), "x");
        assertThat(KnowledgeFiles.read(Optional.of(folder)))
                .extracting(RawFile::path)
                .containsExactly("cases/sub/one.md");
    }

    @Test
    void everyShippedFileIsRight() throws Exception {
        assertThat(KnowledgeFiles.read(Optional.empty()))
                .allSatisfy(file -> assertThat(ShippedFile.read(file)).isInstanceOf(ShippedFile.Article.class));
    }

    @Test
    void onlyThoseWhoManageKnowledgeReadTheReport() {
        office.as("asker").get("/api/v1/knowledge-base/report").then().statusCode(403);
        office.visitor().get("/api/v1/knowledge-base/report").then().statusCode(403);
        io.restassured.RestAssured.get("/api/v1/knowledge-base/report").then().statusCode(401);
    }

    private LoadReport load(RawFile... files) throws SQLException {
        return loader.load(List.of(files));
    }

    private static String fresh() {
        return "kb-" + UUID.randomUUID();
    }

    private static RawFile file(String id, String text) {
        String content = """
                ---
                id: %s
                kind: CASE
                title: 镗削 %s
                trade: turning-milling
                keywords: [镗削]
                language: zh
                source: 编写组
                author: 编写组
                licence: CC BY 4.0
                review_by: 2027-12-31
                visibility: public
                safety: 1
                ---
                %s
                """.formatted(id, id, text);
        return new RawFile("cases/" + id + ".md", content.getBytes(StandardCharsets.UTF_8));
    }
}
