package io.jiangwen.ticket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.CHECKBOX;
import static com.microsoft.playwright.options.AriaRole.COMBOBOX;
import static com.microsoft.playwright.options.AriaRole.REGION;
import static com.microsoft.playwright.options.AriaRole.SEARCHBOX;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;

import com.microsoft.playwright.Locator;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.PageTest;
import io.jiangwen.testsupport.Window;
import io.jiangwen.testsupport.Window.Reader;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Queues, clocks, notes and the confidential tick box, as people meet them in the browser. */
@QuarkusTest
class QueuePageIT extends PageTest {
    private final Workshop workshop;

    QueuePageIT(Callers callers, Workshop workshop) {
        super(callers);
        this.workshop = workshop;
    }

    @Test
    void aDispatcherFindsATicketReadsItsClocksAndLeavesANote() {
        String word = "批号" + UUID.randomUUID();
        workshop.open("asker", "细长轴中间粗两头细 " + word, false);
        String note = "请优先安排 " + UUID.randomUUID();
        try (Window window = window(Reader.CHINESE)) {
            window.enterAs("dispatcher");
            window.open("/desk");
            window.the(SEARCHBOX, "搜索工单").fill(word);
            window.the(BUTTON, "查找").click();
            Locator found = window.the(REGION, "工单列表").getByRole(BUTTON);
            assertThat(found).hasCount(1);
            assertThat(found).containsText("接单还剩");
            found.click();
            Locator ticket = window.some(REGION, "工单 T-");
            assertThat(ticket).containsText("首次回复还剩");
            window.page().getByText("内部备注（0）").click();
            window.the(TEXTBOX, "写一条内部备注，提问人看不到").fill(note);
            window.picture("queue-dispatcher");
            window.assertAccessible();
            ticket.locator("jw-say").getByRole(BUTTON).click();
            assertThat(ticket).containsText("内部备注（1）");
            assertThat(ticket).containsText(note);
            window.assertNoComplaints();
        }
    }

    @Test
    void aCraftsmanChoosesWhatHisQueueShows() {
        String word = "批号" + UUID.randomUUID();
        workshop.open("asker", "细长轴中间粗两头细 " + word, false);
        try (Window window = window(Reader.ENGLISH)) {
            window.enterAs("craftsman");
            window.open("/desk");
            window.the(SEARCHBOX, "Search tickets").fill(word);
            window.the(COMBOBOX, "Which tickets").selectOption("offered");
            assertThat(window.the(REGION, "Offered to me").getByRole(BUTTON)).hasCount(1);
            window.picture("queue-craftsman");
            window.assertAccessible();
            window.the(COMBOBOX, "Which tickets").selectOption("breaching");
            assertThat(window.the(REGION, "About to breach")).containsText("No ticket fits.");
            window.assertNoComplaints();
        }
    }

    @Test
    void anAskerKeepsAQuestionConfidential() {
        String question = "保密零件的装夹 " + UUID.randomUUID();
        try (Window window = window(Reader.CHINESE)) {
            window.enterAs("asker");
            window.open("/ask");
            window.page().getByText("直接请师傅回答").click();
            window.the(TEXTBOX, "想问师傅什么").fill(question);
            window.the(CHECKBOX, "保密").check();
            window.picture("queue-confidential");
            window.assertAccessible();
            window.the(BUTTON, "提交给师傅").click();
            Locator ticket = window.some(REGION, "工单 T-");
            assertThat(ticket).containsText("等待师傅");
            assertThat(ticket).containsText(question);
            window.assertNoComplaints();
        }
        workshop.as("asker")
                .queryParam("q", question)
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .body("items[0].confidential", org.hamcrest.Matchers.equalTo(true));
    }
}
