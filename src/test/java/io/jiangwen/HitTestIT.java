package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hit test says what chat used: whatever is asked, both give the same numbers. */
@QuarkusTest
class HitTestIT {
    private static final List<String> PARTS = List.of(
            "细长轴",
            "跟刀架",
            "怎么调",
            "焊条烘干",
            "几度",
            "液压油",
            "爬行",
            "the pump",
            "leaks",
            "J507",
            "0.02 mm",
            "3丝",
            "滾齒機",
            "电流",
            "不平衡",
            "？",
            "bearing",
            "什么原因");

    private final Callers callers;

    HitTestIT(Callers callers) {
        this.callers = callers;
    }

    static Stream<String> questions() {
        Random random = new Random(20261122);
        return Stream.generate(() -> {
                    StringBuilder question = new StringBuilder(PARTS.get(random.nextInt(PARTS.size())));
                    for (int i = random.nextInt(4); i >= 0; i--)
                        question.append(' ').append(PARTS.get(random.nextInt(PARTS.size())));
                    return question.toString();
                })
                .distinct()
                .limit(12);
    }

    /** What was found before and after the turn: where both agree, the turn must too. */
    private record Asked(JsonPath before, JsonPath turn, JsonPath after) {
        boolean atRest() {
            return before.getList("items").equals(after.getList("items"));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void saysWhatChatUsed(String question) {
        Api asker = callers.as("asker");
        // Words are counted again some seconds after other tests published something.
        Asked asked = Stream.generate(() -> ask(asker, question))
                .limit(5)
                .filter(Asked::atRest)
                .findFirst()
                .orElseThrow();
        JsonPath hits = asked.after();
        JsonPath turn = asked.turn();
        assertThat(turn.getString("outcome")).as(question).isIn("ANSWERED", "ESCALATED");
        assertThat(turn.getDouble("probability")).isEqualTo(hits.getDouble("probability"));
        assertThat(turn.getString("outcome").equals("ANSWERED")
                        || turn.getString("reason").equals("NO_SENTENCE_HELD"))
                .isEqualTo(hits.getString("verdict").equals("ANSWER"));
        if (turn.get("ticket") == null) return;
        JsonPath dossier = asker.read("/tickets/" + turn.getString("ticket.id"));
        List<Map<String, Object>> tried = dossier.getList("dossier.passages");
        for (int i = 0; i < tried.size(); i++) {
            for (String number : List.of("cosine", "lexical", "fused", "score")) {
                assertThat(tried.get(i).get(number))
                        .as(number + " of passage " + i)
                        .isEqualTo(hits.get("items[" + i + "]." + number));
            }
            assertThat(tried.get(i).get("article")).isEqualTo(hits.getString("items[" + i + "].article"));
        }
        asker.post("/tickets/" + turn.getString("ticket.id") + "/cancel", Map.of("reason", "only a test"))
                .statusCode(200);
    }

    private static Asked ask(Api asker, String question) {
        JsonPath before = asker.read("/search?limit=20&q={q}", question);
        JsonPath turn = asker.ask(question);
        return new Asked(before, turn, asker.read("/search?limit=20&q={q}", question));
    }
}
