package io.jiangwen;

import static io.jiangwen.testsupport.Callers.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often something may be asked, and what asking twice does. */
@QuarkusTest
class LimitsIT {
    private static final String KEY = "Idempotency-Key";

    private final Callers callers;
    private final String key = UUID.randomUUID().toString();
    private Api asker;

    LimitsIT(Callers callers) {
        this.callers = callers;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
        asker = callers.as("asker");
    }

    @Test
    void aVisitorAsksTwentyTimesAMinute() {
        Api visitor = callers.visitor();
        String turns = "/conversations/" + visitor.thread() + "/turns";
        Refusal refusal = untilRefused(
                20, () -> visitor.request().body(Map.of("question", "你好")).post(turns));
        assertThat(refusal.before()).isGreaterThanOrEqualTo(20);
        assertThat(refusal.secondsToWait()).isBetween(1, 60);
        callers.visitor().ask("你好");
    }

    @Test
    void aLoginThatFailedTenTimesHasToWait() {
        Map<String, Object> guess = Map.of("login", "nobody-" + key, "password", "guess");
        Refusal refusal = untilRefused(10, () -> NOBODY.request().body(guess).post("/auth/login"));
        assertThat(refusal.before()).isGreaterThanOrEqualTo(10);
        assertThat(refusal.secondsToWait()).isBetween(1, 300);
        Callers.logIn("asker");
    }

    private record Refusal(int before, int secondsToWait) {}

    /** Windows are fixed: the end of one may fall among the attempts, and a slow machine may meet two. */
    private static Refusal untilRefused(int limit, Supplier<Response> attempt) {
        for (int before = 0; before <= 3 * limit; before++) {
            Response response = attempt.get();
            if (response.statusCode() == 429) {
                response.then().body("code", equalTo("too-many-requests")).contentType("application/problem+json");
                return new Refusal(before, Integer.parseInt(response.header("Retry-After")));
            }
        }
        throw new AssertionError("never refused");
    }

    @Test
    void theSameRequestWithTheSameKeyOpensOneTicket() {
        String question = "镀铬层" + key + "起皮怎么办？";
        String first = ticket(question).then().statusCode(201).extract().path("id");
        ticket(question)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("id", equalTo(first))
                .body("number", notNullValue());
        assertThat(asker.read("/tickets?q={q}", key).getList("items")).hasSize(1);
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        ticket("镀铬层" + key + "起皮怎么办？").then().statusCode(201);
        ticket("镀铬层" + key + "发黄怎么办？").then().statusCode(409).body("code", equalTo("idempotency-key-reused"));
        asker.request()
                .header(KEY, key)
                .body(Map.of())
                .post("/conversations")
                .then()
                .statusCode(409);
    }

    @Test
    void aKeyMeansNothingToSomebodyElseAndNothingAfterAFailure() {
        ticket(" ").then().statusCode(400);
        String mine =
                ticket("镀铬层" + key + "起皮怎么办？").then().statusCode(201).extract().path("id");
        String other = callers.as("asker2")
                .request()
                .header(KEY, key)
                .body(Map.of("question", "镀铬层" + key + "起皮怎么办？"))
                .post("/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(other).isNotEqualTo(mine);
        NOBODY.request().header(KEY, key).body(Map.of()).post("/tickets").then().statusCode(401);
        asker.request().header(KEY, " ").body(Map.of()).post("/tickets").then().statusCode(400);
        asker.request()
                .header(KEY, "k".repeat(201))
                .body(Map.of())
                .post("/tickets")
                .then()
                .statusCode(400);
    }

    @Test
    void twoRequestsAtOnceWithOneKeyAskOnce() throws Exception {
        String thread = asker.thread();
        Callable<Response> ask = () -> asker.request()
                .header(KEY, key)
                .body(Map.of("question", "镀铬层" + key + "起皮怎么办？"))
                .post("/conversations/{id}/turns", thread);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Response> one = threads.submit(ask);
            Future<Response> two = threads.submit(ask);
            assertThat(one.get().statusCode()).isIn(201, 409);
            assertThat(two.get().statusCode()).isIn(201, 409);
            assertThat(one.get().statusCode() + two.get().statusCode()).isLessThan(2 * 409);
        }
        assertThat(asker.read("/conversations/{id}", thread).getList("turns")).hasSize(1);
        assertThat(ask.call().statusCode()).isEqualTo(201);
        assertThat(asker.read("/conversations/{id}", thread).getList("turns")).hasSize(1);
    }

    private Response ticket(String question) {
        return asker.request()
                .header(KEY, key)
                .body(Map.of("question", question))
                .post("/tickets");
    }
}
