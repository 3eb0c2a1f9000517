package io.jiangwen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.COMBOBOX;
import static com.microsoft.playwright.options.AriaRole.DIALOG;
import static com.microsoft.playwright.options.AriaRole.HEADING;
import static com.microsoft.playwright.options.AriaRole.MAIN;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.jiangwen.testsupport.Callers;
import io.jiangwen.testsupport.Facts;
import io.jiangwen.testsupport.PageTest;
import io.jiangwen.testsupport.Window;
import io.jiangwen.testsupport.Window.Reader;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page fits a phone, is readable by everybody, works without a mouse, and breaks no rule of its own. */
@QuarkusTest
class PagesPageIT extends PageTest {
    private static final String NOBODY = "";
    private static final int MOST_TABS = 40;
    private static final String SHAFT = "course-turning-slender-shaft";

    PagesPageIT(Callers callers) {
        super(callers);
    }

    /** A page as one account sees it; it stands when something of this role is in its main part. */
    private record Place(String name, String address, String login, AriaRole sign) {}

    static Stream<Arguments> placesInBothLanguages() {
        List<Place> places = List.of(
                new Place("portal", "/", NOBODY, TEXTBOX),
                new Place("portal-asker", "/", "asker", TEXTBOX),
                new Place("login", "/login", NOBODY, TEXTBOX),
                new Place("ask", "/ask", "asker", TEXTBOX),
                new Place("ask-craftsman", "/ask", "craftsman", TEXTBOX),
                new Place("source", "/source?article=" + SHAFT + "&start=100&end=180", NOBODY, HEADING),
                new Place("source-missing", "/source?article=no-such-article", NOBODY, AriaRole.ALERT),
                new Place("desk-asker", "/desk", "asker", HEADING),
                new Place("desk-craftsman", "/desk", "craftsman", HEADING),
                new Place("desk-dispatcher", "/desk", "dispatcher", HEADING),
                new Place("desk-admin", "/desk", "admin", HEADING),
                new Place("desk-audits", "/desk#audits", "craftsman", HEADING),
                new Place("desk-curator", "/desk", "curator", COMBOBOX),
                new Place("desk-import", "/desk#import", "curator", BUTTON),
                new Place("desk-new", "/desk#new", "curator", TEXTBOX),
                new Place("desk-article", "/desk#a=" + SHAFT, "curator", TEXTBOX));
        return Arrays.stream(Reader.values())
                .flatMap(reader -> places.stream().map(place -> Arguments.of(place, reader)));
    }

    @ParameterizedTest
    @MethodSource("placesInBothLanguages")
    void fitsAPhoneAndIsReadableByEverybody(Place place, Reader reader) {
        try (Window window = window(reader)) {
            if (!place.login().equals(NOBODY)) window.enterAs(place.login());
            window.open(place.address());
            assertThat(window.page().getByRole(MAIN).getByRole(place.sign()).last())
                    .isVisible();
            window.picture("page-" + place.name());
            window.assertAccessible();
            window.assertNoComplaints(complaint -> complaint.contains("no-such-article"));
        }
    }

    @Test
    void aQuestionIsAskedAndItsSourceReadWithoutAMouse() {
        try (Window window = window(Reader.ENGLISH)) {
            window.open("/");
            tabTo(window, window.the(TEXTBOX, "Your question"));
            window.page().keyboard().type(Facts.SLENDER_SHAFT_QUESTION);
            window.page().keyboard().press("Enter");
            Locator citation = window.the(BUTTON, "Citation 1").first();
            assertThat(citation).isVisible();
            tabBackTo(window, citation);
            window.page().keyboard().press("Enter");
            Locator source = window.the(DIALOG, "Source");
            assertThat(source.locator("mark").first()).isInViewport();
            window.picture("keyboard-source");
            window.assertAccessible();
            window.page().keyboard().press("Escape");
            assertThat(source).isHidden();
            assertThat(citation).isFocused();
            window.assertAccessible();
            window.assertNoComplaints();
        }
    }

    private static void tabTo(Window window, Locator wanted) {
        press(window, wanted, "Tab");
    }

    private static void tabBackTo(Window window, Locator wanted) {
        press(window, wanted, "Shift+Tab");
    }

    private static void press(Window window, Locator wanted, String key) {
        wanted.waitFor();
        for (int pressed = 0; pressed < MOST_TABS && !focused(wanted); pressed++)
            window.page().keyboard().press(key);
        assertThat(wanted).isFocused();
    }

    private static boolean focused(Locator wanted) {
        return (boolean) wanted.evaluate("one => one.matches(':focus')");
    }
}
