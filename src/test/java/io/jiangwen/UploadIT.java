package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Cited;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.Patience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From files on a curator's desk to an answer. */
@QuarkusTest
@Timeout(300)
class UploadIT {
    private final Callers callers;
    private Api asker;
    private Api curator;

    UploadIT(Callers callers) {
        this.callers = callers;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        asker = callers.as("asker");
        curator = callers.as("curator");
    }

    @Test
    void uploadsAreReportedFileByFileAndPublishedBySomebodyElse() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("band-saw.md", Facts.BAND_SAW_ARTICLE);
        files.put("glue.txt", "拼板涂胶后要在15分钟内加压。");
        files.put("broken.md", "---\nreview_by: someday\n---\n正文。");
        String job = upload(files);
        JsonPath done = finished(job);
        assertThat(done.getInt("counts.created")).isEqualTo(2);
        assertThat(done.getInt("counts.failed")).isEqualTo(1);
        curator.get("/imports/{id}/rows", job)
                .body("items.file", equalTo(List.of("band-saw.md", "glue.txt", "broken.md")))
                .body("items.outcome", equalTo(List.of("CREATED", "CREATED", "FAILED")))
                .body("items[2].row", equalTo(2))
                .body("items[2].reason", containsString("review_by"))
                .body("items[2].article", nullValue());
        String article = curator.read("/imports/{id}/rows", job).getString("items[0].article");
        Map<String, Object> approval = Map.of("version", 1);
        curator.post("/articles/" + article + "/approve", approval)
                .statusCode(409)
                .body("code", equalTo("needs-another-curator"));
        asker.get("/articles/{id}", article).statusCode(404);
        callers.as("curator2")
                .post("/articles/" + article + "/approve", approval)
                .statusCode(200);
        JsonPath turn = asker.ask("木工带锯机锯条老是跑偏，怎么调整？");
        assertThat(turn.getString("outcome")).as(turn.prettify()).isEqualTo("ANSWERED");
        assertThat(turn.getList("citations.article", String.class)).contains(article);
        Cited.assertResolved(asker, turn);
    }

    @Test
    void aFileWithUnstorableCharactersFailsAloneOrLosesThem() {
        String odd = "---\ntitle: \"锯\\0条\"\nauthor: \"甲\\0乙\"\ntrade: \"木\\0工\"\nsource: \"例\\0\"\n---\n锯条\0要张紧到位。";
        String job = upload(Map.of("odd.md", odd));
        JsonPath done = finished(job);
        assertThat(done.getInt("counts.total")).isEqualTo(1);
        assertThat(done.getInt("counts.created") + done.getInt("counts.failed")).isEqualTo(1);
    }

    private String upload(Map<String, String> files) {
        var request = curator.request().contentType("multipart/form-data");
        files.forEach((name, text) -> request.multiPart("file", name, text.getBytes(StandardCharsets.UTF_8)));
        return request.post("/imports").then().statusCode(202).extract().path("id");
    }

    private JsonPath finished(String job) {
        return Patience.await("the import done", () -> Optional.of(curator.read("/imports/{id}", job))
                .filter(now -> "DONE".equals(now.getString("state"))));
    }
}
