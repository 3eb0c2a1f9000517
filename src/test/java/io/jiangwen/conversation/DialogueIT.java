package io.jiangwen.conversation;

import static io.jiangwen.testsupport.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.Role;
import io.jiangwen.answer.Outcome;
import io.jiangwen.problem.Problem;
import io.jiangwen.question.Question;
import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Facts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an asker does in a thread beside asking, and what the assistant says beside answering. */
@QuarkusTest
class DialogueIT {
    private final Callers callers;
    private final ThreadLog log;
    private final Clock clock;
    private Api asker;

    DialogueIT(Callers callers, ThreadLog log, Clock clock) {
        this.callers = callers;
        this.log = log;
        this.clock = clock;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        asker = callers.as("asker");
    }

    @Test
    void asksBackForWhatIsMissingAndSearchesWithAllThatWasSaid() {
        String thread = asker.thread();
        JsonPath first = asker.ask(thread, "机器坏了怎么办");
        assertThat(first.getString("outcome")).isEqualTo("NEEDS_DETAIL");
        assertThat(first.getList("missing")).contains("EQUIPMENT", "SYMPTOM");
        assertThat(first.getString("message")).contains("什么设备");
        JsonPath second = asker.ask(thread, "长径比大于20的细长轴，车出来中间粗两头细");
        assertThat(second.getString("rewritten")).isEqualTo("机器坏了怎么办 长径比大于20的细长轴，车出来中间粗两头细");
        assertThat(second.getString("outcome")).isIn("ANSWERED", "ESCALATED");
    }

    @Test
    void asksBackTwiceAtMostThenAPersonGetsEverything() {
        String thread = asker.thread();
        assertThat(asker.ask(thread, "机器坏了").getString("outcome")).isEqualTo("NEEDS_DETAIL");
        assertThat(asker.ask(thread, "就是不动了").getString("outcome")).isEqualTo("NEEDS_DETAIL");
        JsonPath third = asker.ask(thread, "昨天还好好的");
        assertThat(third.getString("outcome")).as(third.prettify()).isEqualTo("ESCALATED");
        asker.get("/tickets/{id}", third.getString("ticket.id")).body("question", equalTo("机器坏了 就是不动了 昨天还好好的"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asdfasdf", "？？？", "😀😀", "111111", "阿斯顿发送到"})
    void struckKeysNeverOpenATicketHoweverOften(String noise) {
        String thread = asker.thread();
        for (int i = 0; i < 4; i++) {
            JsonPath turn = asker.ask(thread, noise);
            assertThat(turn.getString("outcome")).isEqualTo("NEEDS_DETAIL");
            assertThat(turn.getString("reason")).isEqualTo("UNREADABLE");
            assertThat(turn.<Object>get("ticket")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"后天上海下雨吗", "幫我寫一首情詩", "What will the weather be tomorrow in Paris?"})
    void whatIsOutOfScopeIsSaidToBeAndOpensNoTicket(String question) {
        JsonPath turn = asker.ask(question);
        assertThat(turn.getString("outcome")).as(turn.prettify()).isEqualTo("OUT_OF_SCOPE");
        assertThat(turn.<Object>get("ticket")).isNull();
        assertThat(turn.getString("message")).containsAnyOf("没有开工单", "no ticket was opened");
    }

    @Test
    void aBareWishForAPersonOpensATicketAndAsksForTheTroubleWhichIsAddedToIt() {
        String thread = asker.thread();
        JsonPath wish = asker.ask(thread, "转人工");
        assertThat(wish.getString("outcome")).isEqualTo("ESCALATED");
        assertThat(wish.getString("reason")).isEqualTo("PERSON_REQUESTED");
        assertThat(wish.getString("message")).contains("什么设备");
        String ticket = wish.getString("ticket.id");
        JsonPath trouble = asker.ask(thread, "古筝琴弦换弦以后音准老跑，岳山要不要垫高？");
        assertThat(trouble.getString("outcome")).as(trouble.prettify()).isEqualTo("FORWARDED");
        assertThat(trouble.getString("ticket.id")).isEqualTo(ticket);
        assertThat(asker.ask(thread, "转人工！").getString("ticket.id")).isNotNull();
        asker.get("/tickets/{id}", ticket).body("messages.text", hasItem(containsString("古筝")));
    }

    @Test
    void aWishWithItsTroubleIsAboutThat() {
        JsonPath turn = asker.ask("古筝琴弦换弦以后音准老跑，转人工");
        assertThat(turn.getString("reason")).isEqualTo("PERSON_REQUESTED");
        asker.get("/tickets/{id}", turn.getString("ticket.id")).body("question", equalTo("古筝琴弦换弦以后音准老跑"));
    }

    @Test
    void anAnswerIsRatedOnceAndTheOpinionMayChange() {
        String thread = asker.thread();
        String turn = asker.ask(thread, Facts.SLENDER_SHAFT_QUESTION).getString("id");
        rate(thread, turn, Map.of("helpful", true))
                .statusCode(200)
                .body("feedback.helpful", equalTo(true))
                .body("feedback.reason", nullValue());
        rate(thread, turn, Map.of("helpful", false, "reason", "  速度\u0000太高 "))
                .statusCode(200)
                .body("feedback.helpful", equalTo(false));
        asker.get("/conversations/{id}", thread)
                .body("turns", hasSize(1))
                .body("turns[0].feedback.helpful", equalTo(false))
                .body("turns[0].feedback.reason", containsString("太高"));
    }

    @Test
    void anOpinionThatCannotBeIsRefused() {
        String thread = asker.thread();
        String turn = asker.ask(thread, Facts.SLENDER_SHAFT_QUESTION).getString("id");
        String talk = asker.ask(thread, "你好").getString("id");
        refused(409, "turn-without-answer", rate(thread, talk, Map.of("helpful", true)));
        refused(400, "opinion-missing", rate(thread, turn, Map.of("reason", "好")));
        refused(400, "reason-too-long", rate(thread, turn, Map.of("helpful", true, "reason", "长".repeat(501))));
        refused(404, "not-found", rate(thread, UUID.randomUUID().toString(), Map.of("helpful", true)));
        refused(404, "not-found", rate(asker.thread(), turn, Map.of("helpful", true)));
        refused(404, "not-found", rate(thread, "no-id", Map.of("helpful", true)));
        refused(
                404,
                "not-found",
                callers.as("asker2")
                        .put("/conversations/" + thread + "/turns/" + turn + "/feedback", Map.of("helpful", true)));
    }

    private ValidatableResponse rate(String thread, String turn, Map<String, Object> opinion) {
        return asker.put("/conversations/" + thread + "/turns/" + turn + "/feedback", opinion);
    }

    @Test
    void askedAgainTheEarlierTurnStaysAndIsMarked() {
        String thread = asker.thread();
        String first = asker.ask(thread, Facts.SLENDER_SHAFT_QUESTION).getString("id");
        JsonPath again = regenerate(thread, first).statusCode(201).extract().jsonPath();
        assertThat(again.getString("regenerates")).isEqualTo(first);
        assertThat(again.getString("question")).isEqualTo(Facts.SLENDER_SHAFT_QUESTION);
        assertThat(again.getString("outcome")).isEqualTo("ANSWERED");
        asker.get("/conversations/{id}", thread)
                .body("turns", hasSize(2))
                .body("turns[0].regeneratedBy", equalTo(again.getString("id")))
                .body(
                        "turns[0].answer.sentences",
                        hasSize(again.getList("answer.sentences").size()))
                .body("turns[1].regeneratedBy", nullValue());
    }

    @Test
    void askedAgainAtTheSameTimeItIsOneTurn() throws Exception {
        String thread = asker.thread();
        String first = asker.ask(thread, Facts.SLENDER_SHAFT_QUESTION).getString("id");
        List<Future<String>> running = new ArrayList<>();
        try (ExecutorService racers = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                running.add(racers.submit(() ->
                        regenerate(thread, first).statusCode(201).extract().<String>path("id")));
            }
            HashSet<String> turns = new HashSet<>();
            for (Future<String> each : running) turns.add(each.get());
            assertThat(turns).hasSize(1);
        }
        asker.get("/conversations/{id}", thread).body("turns", hasSize(2));
    }

    @Test
    void onlyAnAnswerIsAskedAgain() {
        String thread = asker.thread();
        refused(
                409,
                "turn-not-regenerable",
                regenerate(thread, asker.ask(thread, "你好").getString("id")));
        refused(404, "not-found", regenerate(thread, UUID.randomUUID().toString()));
        String other = callers.as("asker2").thread();
        refused(404, "not-found", regenerate(other, UUID.randomUUID().toString()));
    }

    private ValidatableResponse regenerate(String thread, String turn) {
        return asker.post("/conversations/" + thread + "/turns/" + turn + "/regenerate", Map.of());
    }

    @Test
    void aStoppedTurnKeepsNothingAndOpensNoTicket() {
        Asking asking = asking();
        assertThat(log.repeatedOrForwarded(asking)).isEmpty();
        Question question = log.question(asking);
        log.stop(asking.conversation(), asking.turn());
        log.stop(asking.conversation(), asking.turn());
        Turn turn = log.record(asking, question, new Outcome.SmallTalk(), null);
        assertThat(turn.outcome()).isEqualTo(TurnOutcome.STOPPED);
        assertThat(turn.answer()).isNull();
        assertThat(turn.ticket()).isNull();
        assertThatThrownBy(() -> log.stop(asking.conversation(), asking.turn())).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void whatWasNotStoppedIsStoredWhole() {
        Asking asking = asking();
        assertThat(log.repeatedOrForwarded(asking)).isEmpty();
        Turn turn = log.record(asking, log.question(asking), new Outcome.SmallTalk(), null);
        assertThat(turn.outcome()).isEqualTo(TurnOutcome.SMALL_TALK);
    }

    private Asking asking() {
        UUID account = UUID.fromString(asker.read("/auth/me").getString("id"));
        Caller caller = new Caller(new CallerId.AccountId(account), Role.ASKER, "王师傅", null, null, "320000", null);
        return new Asking(caller, UUID.fromString(asker.thread()), UUID.randomUUID(), "细长轴怎么车", null, clock.instant());
    }

    @Test
    void whatIsCompleteCannotBeStopped() {
        String thread = asker.thread();
        String turn = asker.ask(thread, "你好").getString("id");
        refused(409, "turn-complete", asker.post("/conversations/" + thread + "/turns/" + turn + "/stop", Map.of()));
        refused(
                404,
                "not-found",
                asker.post("/conversations/" + thread + "/turns/" + UUID.randomUUID() + "/stop", Map.of()));
        refused(
                404,
                "not-found",
                callers.as("asker2").post("/conversations/" + thread + "/turns/" + turn + "/stop", Map.of()));
    }

    @Test
    void aThreadIsExportedByItsOwnerOnly() {
        String thread = asker.thread();
        asker.ask(thread, "<b>你好</b>，" + Facts.SLENDER_SHAFT_QUESTION);
        String text = asker.get("/conversations/{id}/export", thread)
                .statusCode(200)
                .contentType("text/markdown;charset=UTF-8")
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asString();
        assertThat(text).contains("\\<b\\>你好").contains("《细长轴").doesNotContain("<b>");
        assertThat(asker.request()
                        .header("Accept-Language", "en-GB,en;q=0.9")
                        .get("/conversations/{id}/export", thread)
                        .asString())
                .contains("Question 1");
        refused(404, "not-found", callers.as("asker2").get("/conversations/{id}/export", thread));
        refused(404, "not-found", asker.get("/conversations/{id}/export", "no-id"));
    }

    @Test
    void curatorsSeeHowATurnWasMadeAndNobodyElse() {
        String turn = asker.ask(Facts.SLENDER_SHAFT_QUESTION).getString("id");
        callers.as("curator")
                .get("/turns/{id}/making", turn)
                .statusCode(200)
                .body("verdict", equalTo("ANSWER"))
                .body("passages.size()", greaterThanOrEqualTo(1))
                .body("passages[0].article", equalTo("course-turning-slender-shaft"))
                .body("tokensIn", nullValue())
                .body("latencyMillis", greaterThanOrEqualTo(0));
        refused(403, asker.get("/turns/{id}/making", turn));
        refused(404, "not-found", callers.as("curator").get("/turns/{id}/making", UUID.randomUUID()));
    }
}
