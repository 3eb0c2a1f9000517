package io.jiangwen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.ALERT;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.CHECKBOX;
import static com.microsoft.playwright.options.AriaRole.IMG;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.REGION;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.PageTest;
import io.jiangwen.testsupport.Window;
import io.jiangwen.testsupport.Window.Reader;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A visitor whose question goes to a craftsman reads on with his phone; and somebody says how he wants to be told. */
@QuarkusTest
class ResumePageIT extends PageTest {
    ResumePageIT(Callers callers) {
        super(callers);
    }

    @Test
    void aVisitorReadsOnWithAnotherDeviceUntilTheLinkIsRevoked() {
        try (Window desk = window(Reader.CHINESE);
                Window phone = window(Reader.CHINESE);
                Window late = window(Reader.CHINESE)) {
            String question = "人工：我们的破碎机老卡料，想请师傅看看";
            desk.open("/");
            desk.the(TEXTBOX, "您的问题").fill(question);
            desk.the(BUTTON, "发送").click();
            desk.the(TEXTBOX, "企业名称").fill("接着看机械厂");
            desk.the(TEXTBOX, "联系方式").fill("13800000001");
            desk.the(CHECKBOX, "同意用于联系我").check();
            desk.the(BUTTON, "提交并转给师傅").click();
            Locator region = desk.the(REGION, "换个设备接着看");
            region.getByText("换个设备接着看").click();
            assertThat(desk.the(IMG, "接着看这次会话的二维码")).isVisible();
            desk.picture("resume-link");
            desk.assertAccessible();
            String link = desk.the(LINK, "会话链接").getAttribute("href");
            phone.open(link);
            assertThat(phone.page().getByText(question).first()).isVisible();
            assertThat(phone.page().url()).endsWith("/resume");
            phone.picture("resume-phone");
            phone.assertAccessible();
            desk.the(BUTTON, "作废链接").click();
            assertThat(desk.page().getByText("链接已作废。")).isVisible();
            late.open(link);
            assertThat(late.page().getByRole(ALERT)).isVisible();
            phone.page().reload();
            desk.assertNoComplaints();
            phone.assertNoComplaints();
        }
    }

    @Test
    void somebodySaysHowHeWantsToBeTold() {
        try (Window asker = window(Reader.ENGLISH)) {
            asker.enterAs("asker2");
            asker.open("/notices");
            asker.the(TEXTBOX, "E-mail").fill("nonsense");
            asker.the(BUTTON, "Save").click();
            assertThat(asker.page().getByRole(ALERT)).isVisible();
            asker.the(TEXTBOX, "E-mail").fill("li@example.cn");
            asker.the(CHECKBOX, "A ticket was closed: E-mail").check();
            asker.the(BUTTON, "Save").click();
            assertThat(asker.page().getByText("Saved.")).isVisible();
            asker.page().reload();
            assertThat(asker.the(TEXTBOX, "E-mail")).hasValue("li@example.cn");
            assertThat(asker.the(CHECKBOX, "A ticket was closed: E-mail")).isChecked();
            asker.the(TEXTBOX, "E-mail").fill("");
            asker.the(BUTTON, "Back to the usual").click();
            assertThat(asker.the(CHECKBOX, "A ticket was closed: E-mail")).not().isChecked();
            asker.assertAccessible();
            assertThat(asker.page().url()).endsWith("/notices");
        }
    }
}
