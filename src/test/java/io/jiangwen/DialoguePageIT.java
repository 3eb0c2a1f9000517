package io.jiangwen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.ARTICLE;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.GROUP;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.PageTest;
import io.jiangwen.testsupport.Window;
import io.jiangwen.testsupport.Window.Reader;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Rating, asking again, copying, exporting and being asked back, as people click through it. */
@QuarkusTest
class DialoguePageIT extends PageTest {
    DialoguePageIT(Callers callers) {
        super(callers);
    }

    @Test
    void anAnswerIsRatedCopiedAskedAgainAndExportedAndIsThereAfterAReload() throws IOException {
        try (Window asker = window(Reader.CHINESE)) {
            asker.enterAs("asker");
            asker.open("/ask");
            asker.the(TEXTBOX, "您的问题").fill(Facts.SLENDER_SHAFT_QUESTION);
            asker.the(BUTTON, "发送").click();
            asker.the(BUTTON, "没帮助").click();
            assertThat(asker.the(BUTTON, "没帮助")).hasAttribute("aria-pressed", "true");
            asker.some(TEXTBOX, "哪里不对").fill("没说刀具角度");
            asker.picture("dialogue-rate");
            asker.assertAccessible();
            asker.the(BUTTON, "提交").click();
            assertThat(asker.page().getByText("已记下，谢谢。")).isVisible();
            asker.the(BUTTON, "重新回答").click();
            assertThat(asker.page().getByRole(ARTICLE)).hasCount(2);
            assertThat(asker.page().getByText("已重新回答，见后面。")).isVisible();
            Download file =
                    asker.page().waitForDownload(() -> asker.the(BUTTON, "导出会话").click());
            assertThat(Files.readString(file.path())).contains("没说刀具角度", "《细长轴");
            asker.page().reload();
            assertThat(asker.page().getByRole(ARTICLE)).hasCount(2);
            assertThat(asker.the(BUTTON, "没帮助").first()).hasAttribute("aria-pressed", "true");
            asker.picture("dialogue-again");
            asker.assertAccessible();
            asker.assertNoComplaints();
        }
    }

    @Test
    void theAssistantAsksBackAndIsAnsweredByKeyboard() {
        try (Window visitor = window(Reader.ENGLISH)) {
            visitor.open("/");
            Locator question = visitor.the(TEXTBOX, "Your question");
            question.fill("The machine does not work, please help");
            question.press("Enter");
            Locator back = visitor.the(GROUP, "Jiangwen asks back");
            assertThat(back).containsText("which machine");
            assertThat(question)
                    .hasAttribute(
                            "placeholder", "Just write on; it is searched for together with what you said before.");
            visitor.picture("dialogue-ask-back");
            visitor.assertAccessible();
            question.fill("What will the weather be tomorrow in Paris?");
            visitor.assertNoComplaints();
        }
    }
}
