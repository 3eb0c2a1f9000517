package io.jiangwen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.ALERT;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.DIALOG;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.RADIO;
import static com.microsoft.playwright.options.AriaRole.REGION;
import static com.microsoft.playwright.options.AriaRole.STATUS;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;

import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.DrawnAnswers;
import io.jiangwen.testsupport.DrawnAnswers.Drawn;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.PageTest;
import io.jiangwen.testsupport.Window;
import io.jiangwen.testsupport.Window.Reader;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk's place of audits: what is proved, what is to be judged, and what the asker of a wrong answer sees. */
@QuarkusTest
class AuditsPageIT extends PageTest {
    private static final String QUESTION = Facts.SLENDER_SHAFT_QUESTION;

    private final DrawnAnswers answers;

    AuditsPageIT(Callers callers, DrawnAnswers answers) {
        super(callers);
        this.answers = answers;
    }

    @BeforeEach
    void nothingWaitsBefore() {
        answers.settleAll();
    }

    @AfterEach
    void nothingWaits() {
        answers.settleAll();
    }

    @Test
    void aCraftsmanJudgesAnAnswerAndItsAskerIsWarned() {
        Drawn drawn = answers.ask(callers.as("asker"), QUESTION);
        try (Window asker = window(Reader.CHINESE);
                Window craftsman = window(Reader.CHINESE)) {
            asker.enterAs("asker");
            asker.open("/ask#c=" + drawn.thread());
            assertThat(asker.the(BUTTON, "引用 1").first()).isVisible();

            craftsman.enterAs("craftsman");
            craftsman.open("/desk");
            craftsman.the(LINK, "回答抽检").click();
            assertThat(craftsman.the(REGION, "回答的错误率")).containsText("尚未认证（已抽检");
            craftsman.some(LINK, QUESTION).click();
            assertThat(craftsman.the(REGION, "提问")).containsText(QUESTION);
            craftsman.the(BUTTON, "引用 1").first().click();
            assertThat(craftsman.the(DIALOG, "来源").locator("mark").first()).isVisible();
            craftsman.picture("audit-source");
            craftsman.page().keyboard().press("Escape");
            craftsman.picture("audit");
            craftsman.assertAccessible();

            craftsman.some(BUTTON, "提交").click();
            assertThat(craftsman
                            .page()
                            .getByRole(ALERT)
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("请先选一项")))
                    .isVisible();
            craftsman.some(RADIO, "有误").check();
            craftsman.the(TEXTBOX, "理由（可不填）").fill("进给量写反了");
            craftsman.some(BUTTON, "提交").click();
            assertThat(craftsman
                            .page()
                            .getByRole(STATUS)
                            .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("已记录")))
                    .isVisible();
            craftsman.picture("audits-done");
            craftsman.assertAccessible();
            craftsman.assertNoComplaints();

            assertThat(asker.page().getByText("请不要照着做")).isVisible();
            asker.picture("answer-recalled");
            asker.assertAccessible();
            asker.the(BUTTON, "请师傅来答").click();
            assertThat(asker.page().getByText("T-").first()).isVisible();
            asker.assertNoComplaints();
        }
    }

    @Test
    void aCuratorWhoComesSecondSeesWhatWasSaid() {
        Drawn drawn = answers.ask(callers.as("asker2"), QUESTION);
        try (Window curator = window(Reader.ENGLISH)) {
            curator.enterAs("curator");
            curator.open("/desk#audits=" + drawn.audit());
            assertThat(curator.some(RADIO, "Cannot tell")).isVisible();
            curator.picture("audit");
            curator.assertAccessible();
            callers.as("craftsman")
                    .post("/audits/" + drawn.audit() + "/verdict", Map.of("verdict", "RIGHT"))
                    .statusCode(200);
            curator.some(RADIO, "Wrong").check();
            curator.some(BUTTON, "Submit").click();
            assertThat(curator.page().getByText("Somebody else has just judged this answer."))
                    .isVisible();
            assertThat(curator.page().getByText("Settled: Right")).isVisible();
            curator.picture("audit-settled");
            curator.assertAccessible();
            curator.assertNoComplaints(complaint -> complaint.contains("409"));
        }
    }

    @Test
    void aDispatcherSeesWhatIsProvedAndJudgesNothing() {
        try (Window dispatcher = window(Reader.ENGLISH)) {
            dispatcher.enterAs("dispatcher");
            dispatcher.open("/desk#audits");
            assertThat(dispatcher.the(REGION, "Error rate of the answers")).containsText("ertified");
            assertThat(dispatcher.page().getByRole(RADIO)).hasCount(0);
            dispatcher.picture("certificate");
            dispatcher.assertAccessible();
            dispatcher.assertNoComplaints();
        }
    }
}
