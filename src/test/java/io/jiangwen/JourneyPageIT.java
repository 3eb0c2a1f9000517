package io.jiangwen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.ARTICLE;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.CHECKBOX;
import static com.microsoft.playwright.options.AriaRole.DIALOG;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.LIST;
import static com.microsoft.playwright.options.AriaRole.MAIN;
import static com.microsoft.playwright.options.AriaRole.REGION;
import static com.microsoft.playwright.options.AriaRole.ROW;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.PageTest;
import io.jiangwen.testsupport.Window;
import io.jiangwen.testsupport.Window.Reader;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a question to a craftsman's reply to knowledge that answers the next one, as people click through it. */
@QuarkusTest
class JourneyPageIT extends PageTest {
    private static final String UNKNOWN = "滚齿机加工模数3的斜齿轮时齿向误差老是超差，是什么原因？";
    private static final String IN_OTHER_WORDS = "我们滚斜齿轮，齿向偏差总不合格，滚齿机该怎么调整？";
    private static final String CRAFTSMAN = "示例工匠·陈";
    private static final String REPLY = """
            齿向误差主要来自差动挂轮和刀架角度，按下面的步骤调整滚齿机。
            1. 先用百分表打工件心轴，径向跳动不超过0.01 mm，跳动大就重新装夹。
            2. 重新计算差动挂轮比，滚切斜齿轮时误差要小于0.00005。
            3. 刀架安装角按齿轮螺旋角减去滚刀导程角校正，偏差控制在3分以内。
            4. 滚刀轴向进给取1.5 mm/r，试切一件后测量齿向，合格再批量加工。
            """;
    private static final String ADDED = "调整后连续测量三件，齿向误差都在0.015 mm以内才算合格。";

    private static final FilePayload BROACH = markdown("拉刀崩齿.md", """
            # 拉削花键孔时拉刀崩齿的处理

            拉削20CrMnTi花键孔时拉刀崩齿，先检查预孔与端面的垂直度，垂直度应在0.02 mm以内。
            拉削速度从5 m/min降到2.5 m/min，并改用含硫极压切削油，崩齿不再出现。
            """);
    private static final FilePayload HONING = markdown("珩磨喇叭口.md", """
            # 珩磨液压缸筒两端出现喇叭口的处理

            珩磨液压缸筒时两端出现喇叭口，是油石越程太长，越程应取油石长度的三分之一。
            油石越程调整后，缸筒两端直径差由0.04 mm降到0.008 mm。
            """);
    private static final FilePayload BROKEN = markdown("日期不对.md", """
            ---
            title: 日期不对的案例
            review_by: 明年
            ---
            这一篇的复审日期写错了。
            """);

    JourneyPageIT(Callers callers) {
        super(callers);
    }

    @Test
    void aQuestionNobodyCouldAnswerBecomesKnowledgeThatAnswersTheNextAsker() {
        try (Window visitor = window(Reader.CHINESE);
                Window craftsman = window(Reader.CHINESE);
                Window curator = window(Reader.CHINESE);
                Window curator2 = window(Reader.ENGLISH);
                Window asker2 = window(Reader.CHINESE)) {
            isAnsweredWithTheVerySentenceMarked(visitor);
            String number = isToldWhatHappensNext(visitor);
            claimsAndReplies(craftsman, number);
            readsTheReplyInTheSamePageAndConfirms(visitor, number);
            editsAndApproves(curator);
            uploads(curator);
            approvesWhatAnotherCuratorUploaded(curator2);
            isAnsweredFromTheReply(asker2);
            for (Window window : new Window[] {visitor, craftsman, curator, curator2, asker2})
                window.assertNoComplaints();
        }
    }

    private static void isAnsweredWithTheVerySentenceMarked(Window visitor) {
        visitor.open("/");
        visitor.picture("1-portal");
        ask(visitor, Facts.SLENDER_SHAFT_QUESTION);
        Locator answer = visitor.page().getByRole(ARTICLE).last();
        assertThat(answer.getByRole(LIST)).containsText("细长轴");
        visitor.picture("2-answer");
        visitor.the(BUTTON, "引用 1").first().click();
        Locator source = visitor.the(DIALOG, "来源");
        Locator marked = source.locator("mark");
        assertThat(marked.first()).isInViewport();
        assertThat(answer).containsText(marked.first().innerText());
        visitor.picture("3-source");
        source.getByRole(BUTTON).first().click();
        assertThat(source).isHidden();
    }

    private static String isToldWhatHappensNext(Window visitor) {
        ask(visitor, UNKNOWN);
        assertThat(visitor.the(TEXTBOX, "企业名称")).isVisible();
        visitor.picture("4-contact");
        visitor.the(TEXTBOX, "企业名称").fill("江陵齿轮有限公司");
        visitor.the(TEXTBOX, "联系方式").fill("13800000000");
        visitor.the(CHECKBOX, "同意用于联系我").check();
        visitor.the(BUTTON, "提交并转给师傅").click();
        Locator ticket = visitor.some(REGION, "工单 T-");
        assertThat(ticket).containsText("等待师傅");
        assertThat(ticket).containsText("答复会自动出现在本页");
        visitor.picture("5-ticket");
        Matcher number = Pattern.compile("T-\\d{4}-\\d{6}").matcher(ticket.innerText());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static void claimsAndReplies(Window craftsman, String number) {
        logIn(craftsman, "craftsman", "账号", "密码", "登录");
        Locator open = craftsman.the(REGION, "待接工单").getByRole(BUTTON).filter(withText(number));
        assertThat(open).isVisible();
        craftsman.picture("6-desk");
        open.click();
        Locator dossier = craftsman.the(REGION, "案卷");
        assertThat(dossier).containsText("依据不足");
        assertThat(dossier.getByRole(LINK).first()).isVisible();
        craftsman.picture("7-dossier");
        craftsman.the(BUTTON, "接单").click();
        craftsman.the(TEXTBOX, "答复").fill(REPLY);
        craftsman.picture("8-reply");
        assertThat(craftsman.the(CHECKBOX, "同意整理后公开")).isChecked();
        craftsman.the(BUTTON, "发送答复").click();
        assertThat(craftsman.the(BUTTON, "撤回")).isVisible();
        craftsman.picture("9-replied");
    }

    private static void readsTheReplyInTheSamePageAndConfirms(Window visitor, String number) {
        Locator ticket = visitor.the(REGION, "工单 " + number);
        assertThat(ticket).containsText(CRAFTSMAN + "的答复");
        assertThat(ticket).containsText("重新计算差动挂轮比");
        visitor.picture("10-reply-arrived");
        visitor.the(CHECKBOX, "同意整理后公开").check();
        visitor.the(BUTTON, "已解决").click();
        assertThat(ticket).containsText("感谢确认");
        visitor.picture("11-confirmed");
    }

    private static void editsAndApproves(Window curator) {
        logIn(curator, "curator", "账号", "密码", "登录");
        Locator draft = curator.the(LIST, "条目").getByRole(LINK).filter(withText("滚齿机"));
        assertThat(draft).containsText(CRAFTSMAN);
        curator.picture("12-review");
        draft.click();
        Locator text = curator.the(TEXTBOX, "正文");
        assertThat(text).hasValue(Pattern.compile("差动挂轮"));
        assertThat(text).not().hasValue(Pattern.compile("江陵齿轮|13800000000"));
        curator.picture("13-draft");
        text.fill(text.inputValue() + "\n\n" + ADDED + "\n");
        curator.the(BUTTON, "保存").click();
        says(curator, "已保存。");
        curator.the(BUTTON, "通过").click();
        says(curator, "已发布，马上就能被检索到。");
        curator.picture("14-published");
    }

    private static void uploads(Window curator) {
        curator.the(LINK, "批量导入").click();
        curator.page().getByLabel("选择文件").setInputFiles(new FilePayload[] {BROACH, HONING, BROKEN});
        curator.the(BUTTON, "上传").click();
        assertThat(curator.some(ROW, BROACH.name)).containsText("新建");
        assertThat(curator.some(ROW, HONING.name)).containsText("新建");
        assertThat(curator.some(ROW, BROKEN.name)).containsText("失败");
        assertThat(curator.some(ROW, BROKEN.name)).containsText("review_by");
        assertThat(curator.the(REGION, "批量导入")).containsText("处理完成");
        curator.picture("15-imported");
    }

    private static void approvesWhatAnotherCuratorUploaded(Window curator2) {
        logIn(curator2, "curator2", "Login", "Password", "Log in");
        for (String title : new String[] {"拉刀崩齿", "珩磨液压缸筒"}) {
            curator2.the(LIST, "Articles")
                    .getByRole(LINK)
                    .filter(withText(title))
                    .click();
            assertThat(curator2.the(TEXTBOX, "Title")).hasValue(Pattern.compile(title));
            curator2.the(BUTTON, "Approve").click();
            says(curator2, "Published and findable from now on.");
        }
        curator2.picture("16-second-curator");
    }

    private static void isAnsweredFromTheReply(Window asker2) {
        logIn(asker2, "asker2", "账号", "密码", "登录");
        asker2.picture("17-ask");
        ask(asker2, IN_OTHER_WORDS);
        Locator sources = asker2.page().getByRole(ARTICLE).last().getByRole(LIST);
        assertThat(sources).containsText("滚齿机");
        assertThat(sources).containsText(CRAFTSMAN);
        asker2.picture("18-answered-from-the-case");
        ask(asker2, "拉削花键孔时拉刀崩齿怎么办？");
        assertThat(sources).containsText("拉刀崩齿");
        asker2.the(BUTTON, "引用 1").last().click();
        assertThat(asker2.the(DIALOG, "来源").locator("mark").first()).isInViewport();
        asker2.picture("19-uploaded-source");
    }

    private static void ask(Window window, String question) {
        window.the(TEXTBOX, "您的问题").fill(question);
        window.the(BUTTON, "发送").click();
        assertThat(window.page().getByRole(ARTICLE).last()).containsText(question);
    }

    private static void logIn(Window window, String login, String name, String password, String submit) {
        window.open("/login");
        window.page().getByLabel(name).fill(login);
        window.page().getByLabel(password).fill("jiangwen-demo");
        window.page().getByRole(MAIN).getByRole(BUTTON).filter(withText(submit)).click();
        window.page().waitForURL(Pattern.compile("/(desk|ask)$"));
    }

    private static void says(Window window, String words) {
        assertThat(window.page().getByRole(AriaRole.STATUS).filter(withText(words)))
                .isVisible();
    }

    private static Locator.FilterOptions withText(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static FilePayload markdown(String name, String text) {
        return new FilePayload(name, "text/markdown", text.getBytes(StandardCharsets.UTF_8));
    }
}
