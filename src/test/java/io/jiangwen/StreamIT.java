package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.ServerEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A turn told while it is made is the turn that is stored. */
@QuarkusTest
class StreamIT {
    private final Callers callers;
    private final ObjectMapper json;
    private Api asker;

    StreamIT(Callers callers, ObjectMapper json) {
        this.callers = callers;
        this.json = json;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        asker = callers.as("asker");
    }

    @Test
    void anAnswerIsToldSentenceBySentenceEachAfterItsCitations() throws Exception {
        String thread = asker.thread();
        List<ServerEvent> events = stream(asker, thread, Facts.SLENDER_SHAFT_QUESTION);
        assertThat(names(events))
                .startsWith("accepted", "verdict", "citation", "sentence")
                .endsWith("done");
        assertThat(names(events).stream().distinct())
                .containsExactlyInAnyOrder("accepted", "verdict", "citation", "sentence", "done");

        JsonNode turn = only(events, "done");
        assertThat(only(events, "accepted").path("turn")).isEqualTo(turn.path("id"));
        assertThat(only(events, "verdict").path("verdict").asText()).isEqualTo("ANSWER");
        assertThat(only(events, "verdict").path("probability")).isEqualTo(turn.path("probability"));
        Set<Integer> cited = new TreeSet<>();
        int said = 0;
        for (ServerEvent event : events) {
            JsonNode data = json.readTree(event.data());
            if (event.event().equals("citation")) {
                cited.add(data.path("number").asInt());
                assertThat(data)
                        .isEqualTo(
                                turn.path("citations").get(data.path("number").asInt() - 1));
            } else if (event.event().equals("sentence")) {
                JsonNode stored = turn.path("answer").path("sentences").get(said);
                assertThat(data.path("index").asInt()).isEqualTo(said++);
                assertThat(data.path("text")).isEqualTo(stored.path("text"));
                assertThat(data.path("citations")).isEqualTo(stored.path("citations"));
                data.path("citations").forEach(number -> assertThat(cited).contains(number.asInt()));
            }
        }
        assertThat(said).isEqualTo(turn.path("answer").path("sentences").size());
        assertThat(stored(thread)).isEqualTo(turn);
    }

    @Test
    void aHandOverIsToldWithItsTicket() throws Exception {
        String thread = asker.thread();
        List<ServerEvent> events = stream(asker, thread, "古筝琴弦换弦以后音准老跑，岳山要不要垫高？");
        assertThat(names(events)).containsExactly("accepted", "verdict", "ticket", "done");
        assertThat(only(events, "verdict").path("verdict").asText()).isEqualTo("TOO_THIN");
        JsonNode turn = only(events, "done");
        assertThat(only(events, "ticket")).isEqualTo(turn.path("ticket"));
        assertThat(turn.path("ticket").path("state").asText()).isEqualTo("OPEN");
        assertThat(stored(thread)).isEqualTo(turn);
    }

    @Test
    void smallTalkIsNotJudged() throws Exception {
        List<ServerEvent> events = stream(asker, asker.thread(), "您好");
        assertThat(names(events)).containsExactly("accepted", "done");
        assertThat(only(events, "done").path("outcome").asText()).isEqualTo("SMALL_TALK");
    }

    @Test
    void theSameKeyAgainTellsTheSameTurn() throws Exception {
        String thread = asker.thread();
        String first = body(asker, thread, Facts.SLENDER_SHAFT_QUESTION, "key-1");
        String again = body(asker, thread, Facts.SLENDER_SHAFT_QUESTION, "key-1");
        assertThat(only(ServerEvent.all(again), "done")).isEqualTo(only(ServerEvent.all(first), "done"));
        assertThat(asker.read("/conversations/{id}", thread).getList("turns")).hasSize(1);
    }

    @Test
    void whatIsRefusedAtTheDoorIsAProblemAndNoStream() {
        String thread = asker.thread();
        Response refused = ask(asker, thread, " ", null);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.<String>path("code")).isEqualTo("empty-question");
        assertThat(ask(callers.as("asker2"), thread, "为什么？", null).statusCode()).isEqualTo(404);
        assertThat(ask(Callers.NOBODY, thread, "为什么？", null).statusCode()).isEqualTo(401);
    }

    private JsonNode stored(String thread) throws JsonProcessingException {
        String read = asker.get("/conversations/{id}", thread)
                .statusCode(200)
                .extract()
                .asString();
        return json.readTree(read).path("turns").get(0);
    }

    private static List<ServerEvent> stream(Api caller, String thread, String question) {
        return ServerEvent.all(body(caller, thread, question, null));
    }

    private static String body(Api caller, String thread, String question, @Nullable String key) {
        Response response = ask(caller, thread, question, key);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/event-stream");
        return response.asString();
    }

    private static Response ask(Api caller, String thread, String question, @Nullable String key) {
        var request = caller.request().accept("text/event-stream").body(Map.of("question", question));
        if (key != null) request.header("Idempotency-Key", key);
        return request.post("/conversations/{id}/turns", thread);
    }

    private static List<String> names(List<ServerEvent> events) {
        return events.stream().map(ServerEvent::event).toList();
    }

    private JsonNode only(List<ServerEvent> events, String name) throws JsonProcessingException {
        List<ServerEvent> named =
                events.stream().filter(event -> event.event().equals(name)).toList();
        assertThat(named).hasSize(1);
        return json.readTree(named.getFirst().data());
    }
}
