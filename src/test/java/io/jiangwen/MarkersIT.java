package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.testsupport.Api;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.EventStream;
import io.jiangwen.testsupport.ServerEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Words that occur nowhere else are written into everything an enterprise can write, in a ticket that everybody at its work
 * may see and in a confidential one. Then every address that can be read is read as everybody else, with every id there is,
 * with searches for the rest of the question, and as live events: none of the words may be there.
 */
@QuarkusTest
@Timeout(600)
class MarkersIT {
    private static final String SUBJECT = "古筝琴弦镀金层起皮";
    private static final String PARAMETER = "\\{\\w+}";

    private final Callers callers;
    private final String marker = "ZQX" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> ids = new ArrayList<>();
    private int words;

    MarkersIT(Callers callers) {
        this.callers = callers;
    }

    @BeforeEach
    void everybodyIsThere() {
        callers.awaitKnowledge();
    }

    @Test
    void noWordOfATicketReachesAnotherEnterprise() throws Exception {
        story(false);
        Map<String, Api> others = new LinkedHashMap<>();
        others.put("asker2", callers.as("asker2"));
        others.put("visitor", callers.visitor());
        others.put("anonymous", Callers.NOBODY);
        others.put("curator", callers.as("curator"));
        assertThat(walked(callers.as("asker")))
                .as("whoever wrote them reads them")
                .contains(marker);
        others.forEach((name, reader) -> assertThat(walked(reader)).as(name).doesNotContain(marker));
        assertThat(live(callers.as("asker2"))).doesNotContain(marker).doesNotContain(ids);
    }

    @Test
    void noWordOfAConfidentialTicketReachesAnybodyItIsNotFor() throws Exception {
        story(true);
        Map<String, Api> others = new LinkedHashMap<>();
        for (String login : List.of("asker2", "craftsman2", "curator", "curator2", "admin"))
            others.put(login, callers.as(login));
        others.put("visitor", callers.visitor());
        others.put("operator", Callers.operator());
        others.put("anonymous", Callers.NOBODY);
        assertThat(walked(callers.as("craftsman"))).as("its owner reads them").contains(marker);
        others.forEach((name, reader) -> assertThat(walked(reader)).as(name).doesNotContain(marker));
        for (String login : List.of("asker2", "craftsman2"))
            assertThat(live(callers.as(login))).as(login).doesNotContain(marker);
    }

    /** A ticket from its question to its end, with a new word wherever something is written. */
    private void story(boolean confidential) {
        Api asker = callers.as("asker");
        Api craftsman = callers.as("craftsman");
        String id = asker.post("/tickets", Map.of("question", word(SUBJECT), "confidential", confidential))
                .statusCode(201)
                .extract()
                .path("id");
        ids.add(id);
        ids.add(asker.read("/conversations").getString("items[0].id"));
        callers.as("dispatcher")
                .post(
                        "/tickets/" + id + "/assign",
                        Map.of("craftsman", craftsman.read("/auth/me").getString("id"), "reason", word("请看")))
                .statusCode(200);
        act(craftsman, id, "ask-back", Map.of("epoch", 1, "text", word("哪家的弦")));
        act(asker, id, "answer", Map.of("text", word("我们自己的")));
        act(craftsman, id, "notes", Map.of("epoch", 1, "text", word("备注")));
        act(craftsman, id, "reply", Map.of("epoch", 1, "text", word("先活化再镀"), "consent", true));
        act(asker, id, "confirm", Map.of("solved", true, "consent", false, "rating", 5, "comment", word("好")));
    }

    private static void act(Api caller, String id, String event, Map<String, ?> body) {
        caller.post("/tickets/" + id + "/" + event, body).statusCode(200);
    }

    private String word(String text) {
        return text + marker + (char) ('a' + words++ % 26);
    }

    /** All that a caller is told at every address of the table of roles, whatever the status. */
    private String walked(Api reader) {
        StringBuilder told = new StringBuilder();
        for (String path : readable()) {
            if (path.matches(".*" + PARAMETER + ".*")) {
                for (String id : ids) told.append(text(reader, path.replaceAll(PARAMETER, id)));
            } else {
                for (String query : List.of("?limit=100", "?limit=100&q=" + SUBJECT, "?view=waiting", "?state=CLOSED"))
                    told.append(text(reader, path + query));
            }
        }
        return told.toString();
    }

    private static String text(Api reader, String path) {
        return reader.request().get(path).asString();
    }

    /** Every GET of the table, but the endless one. */
    private static List<String> readable() {
        try (InputStream table = Objects.requireNonNull(MarkersIT.class.getResourceAsStream("roles.tsv"))) {
            List<String> paths = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1)[0])
                    .filter(operation -> operation.startsWith("GET /api/v1/"))
                    .map(operation -> operation.substring("GET /api/v1".length()))
                    .filter(path -> !path.equals("/events"))
                    .toList();
            assertThat(paths).hasSizeGreaterThan(20);
            return paths;
        } catch (IOException e) {
            throw new IllegalStateException("the table of roles cannot be read", e);
        }
    }

    /** What has been said to a caller live, up to something that happens now. */
    private static String live(Api reader) throws IOException, InterruptedException {
        JsonPath last = reader.ask("你好");
        try (EventStream events = reader.events(0L)) {
            return String.join(
                    "\n",
                    events.until(last.getString("id")).stream()
                            .map(ServerEvent::data)
                            .toList());
        }
    }
}
