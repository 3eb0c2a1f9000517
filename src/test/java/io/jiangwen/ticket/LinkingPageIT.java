package io.jiangwen.ticket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.CHECKBOX;
import static com.microsoft.playwright.options.AriaRole.REGION;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.PageTest;
import io.jiangwen.testsupport.Window;
import io.jiangwen.testsupport.Window.Reader;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A craftsman sends his reply on to another enterprise in the browser, after reading what it will read. */
@QuarkusTest
class LinkingPageIT extends PageTest {
    private final Workshop workshop;

    LinkingPageIT(Callers callers, Workshop workshop) {
        super(callers);
        this.workshop = workshop;
    }

    @Test
    void theCraftsmanReadsWhatEachWillReadAndSends() {
        String question =
                "直径25的细长轴车削时中间粗两头细怎么调整？批号" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        String mine = workshop.open("asker", question, false).id().toString();
        TicketSummary other = workshop.open("asker2", question, false);
        post(mine, "claim", Map.of());
        post(mine, "reply", Map.of("epoch", 1, "text", "用跟刀架并反向走刀，电话13812345678。"));
        try (Window window = window(Reader.CHINESE)) {
            window.enterAs("craftsman");
            window.open("/desk#t=" + mine);
            Locator linked = window.some(REGION, "其他企业也在等同一个问题");
            assertThat(linked).containsText(question.substring(0, 12));
            assertThat(linked).containsText("用跟刀架并反向走刀，电话[电话]");
            assertThat(linked).not().containsText("13812345678");
            window.assertAccessible();
            window.the(CHECKBOX, "发给工单 " + other.number()).check();
            window.picture("linked-tickets");
            window.the(BUTTON, "把答复发给勾选的工单").click();
            assertThat(linked).containsText("已发送");
            window.assertNoComplaints();
        }
        workshop.as("asker2")
                .get("/api/v1/tickets/" + other.id())
                .then()
                .statusCode(200)
                .body("state", equalTo("SOLVED"));
    }

    private void post(String id, String event, Map<String, ?> body) {
        workshop.as("craftsman")
                .body(body)
                .post("/api/v1/tickets/" + id + "/" + event)
                .then()
                .statusCode(200);
    }
}
