package io.jiangwen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.ALERT;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.DIALOG;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;

import io.agroal.api.AgroalDataSource;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.ForeignSite;
import io.jiangwen.testsupport.PageTest;
import io.jiangwen.testsupport.Window;
import io.jiangwen.testsupport.Window.Reader;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The widget on somebody else's site: two lines of HTML, and an origin that the site has registered. */
@QuarkusTest
class ForeignSitePageIT extends PageTest {
    private final AgroalDataSource database;

    ForeignSitePageIT(Callers callers, AgroalDataSource database) {
        super(callers);
        this.database = database;
    }

    @Test
    void aSiteThatIsNotRegisteredIsToldSo() throws IOException {
        try (ForeignSite site = ForeignSite.embedding(home);
                Window visitor = window(Reader.CHINESE)) {
            visitor.open(site.origin());
            assertThat(visitor.page().getByRole(ALERT)).containsText("这个网站还没有登记");
            assertThat(visitor.page().getByRole(ALERT)).containsText(site.origin());
            visitor.picture("foreign-refused");
            visitor.assertAccessible();
            visitor.assertNoComplaints(complaint -> complaint.contains("/widget/sessions"));
        }
    }

    @Test
    void aRegisteredSiteAnswersWithSources() throws IOException, SQLException {
        try (ForeignSite site = ForeignSite.embedding(home);
                Window visitor = window(Reader.CHINESE)) {
            register(site.origin());
            visitor.open(site.origin());
            visitor.the(TEXTBOX, "您的问题").fill(Facts.SLENDER_SHAFT_QUESTION);
            visitor.the(BUTTON, "发送").click();
            visitor.the(BUTTON, "引用 1").first().click();
            assertThat(visitor.the(DIALOG, "来源").locator("mark").first()).isInViewport();
            visitor.picture("foreign-source");
            visitor.assertAccessible();
            visitor.assertNoComplaints();
        }
    }

    private void register(String origin) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE site SET origins = array_append(origins, ?) WHERE key = 'demo'")) {
            update.setString(1, origin);
            update.executeUpdate();
        }
    }
}
