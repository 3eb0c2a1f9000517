package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.jiangwen.account.Viewer;
import io.jiangwen.knowledge.GlossaryStore;
import io.jiangwen.knowledge.GlossaryTerm;
import io.jiangwen.question.Question;
import io.jiangwen.testsupport.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GlossaryIT {
    private final Callers callers;
    private final GlossaryStore glossary;
    private final Routes routes;

    GlossaryIT(Callers callers, GlossaryStore glossary, Routes routes) {
        this.callers = callers;
        this.glossary = glossary;
        this.routes = routes;
    }

    @Test
    void aChangeIsUsedByTheNextQuestion() {
        assertThat(wordings("拉拔时乌龟纹怎么消除")).doesNotContain(2, 3);

        curator()
                .body(Map.of("synonyms", List.of("龟裂纹"), "slips", List.of("乌归纹")))
                .put("/api/v1/glossary/乌龟纹")
                .then()
                .statusCode(200)
                .body("term", equalTo("乌龟纹"));
        assertThat(wordings("拉拔时乌龟纹怎么消除")).contains(2);
        assertThat(wordings("拉拔时乌归纹怎么消除")).contains(3);
        curator().get("/api/v1/glossary").then().statusCode(200).body("items.term", hasItem("乌龟纹"));

        curator().delete("/api/v1/glossary/乌龟纹").then().statusCode(204);
        assertThat(wordings("拉拔时乌龟纹怎么消除")).doesNotContain(2, 3);
        curator().delete("/api/v1/glossary/乌龟纹").then().statusCode(404);
    }

    @Test
    void refusesWhatIsNoTerm() {
        curator()
                .body(Map.of("unit", "长".repeat(61)))
                .put("/api/v1/glossary/丝丝")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-glossary-term"));
        curator().body("[1").put("/api/v1/glossary/丝丝").then().statusCode(400);
        curator().put("/api/v1/glossary/丝丝").then().statusCode(400);
        curator().put("/api/v1/glossary/" + "长".repeat(61)).then().statusCode(400);
    }

    @Test
    void theShippedFileLeavesAloneWhatWasEditedHere() throws SQLException {
        List<GlossaryTerm> before = List.copyOf(glossary.current().terms());
        GlossaryTerm shipped = new GlossaryTerm("试用词甲", List.of("甲词"), List.of(), List.of(), null);
        GlossaryTerm other = new GlossaryTerm("试用词乙", List.of("乙词"), List.of(), List.of(), null);
        assertThat(glossary.ship(List.of(shipped, other), "one")).isTrue();
        assertThat(glossary.ship(List.of(), "one")).isFalse();

        GlossaryTerm edited = new GlossaryTerm("试用词甲", List.of("改过"), List.of(), List.of(), null);
        glossary.put(edited);
        glossary.delete("试用词乙");
        assertThat(glossary.ship(List.of(shipped, other), "two")).isTrue();
        assertThat(glossary.current().terms()).contains(edited).doesNotContain(other, shipped);
        glossary.delete("试用词甲");
        // Other tests search with the real one.
        assertThat(glossary.ship(before, "three")).isTrue();
        assertThat(glossary.current().terms()).containsExactlyInAnyOrderElementsOf(before);
    }

    private List<Integer> wordings(String question) {
        return routes
                .plan(Question.of(question), SearchFilter.of(Viewer.PUBLIC))
                .ways()
                .getFirst()
                .terms()
                .terms()
                .stream()
                .map(term -> term.alternatives().size())
                .toList();
    }

    private RequestSpecification curator() {
        return RestAssured.given()
                .contentType("application/json")
                .auth()
                .oauth2(String.valueOf(callers.as("curator").token()));
    }
}
