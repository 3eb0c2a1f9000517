package io.jiangwen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.REGION;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import io.jiangwen.testsupport.Browser;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.Window;
import io.jiangwen.testsupport.Window.Reader;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dispatcher's place of lists: a file goes in, its rows are asked, and it comes back answered. */
@QuarkusTest
class ListsPageIT {
    private static Browser browser;

    private final Callers callers;

    // Quarkus sets it before each test.
    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource("/")
    URI home;

    ListsPageIT(Callers callers) {
        this.callers = callers;
    }

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void theShippedArticlesAreThere() {
        callers.awaitKnowledge();
    }

    @Test
    void aDispatcherLoadsAListAndTakesItBackAnswered() {
        String wish = "转人工：插齿机 " + UUID.randomUUID().toString().substring(0, 8) + " 让刀，请师傅看看";
        String list =
                "企业,联系人,问题\n示例精密机械厂,王师傅," + Facts.SLENDER_SHAFT_QUESTION + "\n示例阀门制造公司,赵工," + wish + "\n没有的厂,甲,怎么磨？";
        try (Window dispatcher = browser.window(home, Reader.CHINESE)) {
            dispatcher.enterAs("dispatcher");
            dispatcher.open("/desk");
            dispatcher.the(LINK, "需求清单").click();
            dispatcher.the(BUTTON, "上传并提问").click();
            assertThat(dispatcher.page().getByText("请先选择文件。")).isVisible();
            choose(dispatcher, "选择清单文件", list);
            dispatcher.the(BUTTON, "上传并提问").click();
            assertThat(dispatcher.the(REGION, "各行的结果")).containsText("已处理 3 / 3");
            assertThat(dispatcher.the(REGION, "各行的结果")).containsText("您的地区没有这个名称的企业");
            assertThat(dispatcher.some(LINK, "T-").first()).isVisible();
            dispatcher.picture("lists");
            dispatcher.assertAccessible();

            Download file = dispatcher
                    .page()
                    .waitForDownload(() -> dispatcher.the(LINK, "下载 XLSX").click());
            org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).endsWith(".xlsx");

            choose(dispatcher, "选择清单文件", list);
            dispatcher.the(BUTTON, "上传并提问").click();
            assertThat(dispatcher.page().getByText("这个文件以前导入过")).isVisible();
            dispatcher.assertNoComplaints();
        }
    }

    @Test
    void aFileThatIsNoListIsRefusedInWords() {
        try (Window dispatcher = browser.window(home, Reader.ENGLISH)) {
            dispatcher.enterAs("dispatcher");
            dispatcher.open("/desk#lists");
            choose(dispatcher, "Choose the file of the list", "name,phone\na,1");
            dispatcher.the(BUTTON, "Upload and ask").click();
            assertThat(dispatcher.page().getByText("The heading lacks a column"))
                    .isVisible();
            dispatcher.picture("lists-refused");
            dispatcher.assertAccessible();
            dispatcher.assertNoComplaints(complaint -> complaint.contains("400"));
        }
    }

    private static void choose(Window window, String label, String text) {
        window.page()
                .getByLabel(label)
                .setInputFiles(new FilePayload("list.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }
}
