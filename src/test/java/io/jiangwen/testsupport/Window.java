package io.jiangwen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** One person's window: finds things by role and name, and notices what the browser complains about. */
public final class Window implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "screenshots");
    /** How pages learn that nobody is logged in; the browser logs the answer all the same. */
    private static final String NOBODY = "/api/v1/auth/me";

    private final BrowserContext context;
    private final Page page;
    private final Reader reader;
    private final List<String> complaints = new ArrayList<>();

    Window(BrowserContext context, Reader reader) {
        this.context = context;
        this.reader = reader;
        context.setDefaultTimeout(Browser.PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> complaints.add("uncaught: " + error));
    }

    /** Which language the browser asks for. */
    public enum Reader {
        CHINESE("zh-CN"),
        ENGLISH("en-US");

        private final String locale;

        Reader(String locale) {
            this.locale = locale;
        }

        String locale() {
            return locale;
        }
    }

    /** The sizes that pages are made for. */
    public enum Screen {
        PHONE(360, 740),
        DESKTOP(1280, 800);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    public Page page() {
        return page;
    }

    public void open(String address) {
        page.navigate(address);
    }

    /** What has this role and, exactly, this accessible name. */
    public Locator the(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What has this role and an accessible name with these words in it. */
    public Locator some(AriaRole role, String words) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(words));
    }

    /** Logs in without the form, as {@code login} of the demo accounts. */
    public void enterAs(String login) {
        assertThat(context.request()
                        .post(
                                "/api/v1/auth/login",
                                RequestOptions.create().setData(Map.of("login", login, "password", "jiangwen-demo")))
                        .status())
                .isEqualTo(200);
    }

    public void resize(Screen screen) {
        page.setViewportSize(screen.width(), screen.height());
    }

    /**
     * Keeps pictures of what a phone and a desktop show now, and asserts that the phone needs no sideways scroll. The
     * window is a desktop's afterwards.
     */
    public void picture(String name) {
        for (Screen screen : Screen.values()) {
            resize(screen);
            String file = "%s-%s-%s.png".formatted(name, lower(reader), lower(screen));
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(file)));
            if (screen == Screen.PHONE)
                assertThat(overflow()).as("%s is too wide", file).isEmpty();
        }
    }

    /** Asserts that axe finds nothing serious or critical, in daylight and in the dark. */
    public void assertAccessible() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.violations(page)).as("%s, %s", page.url(), scheme).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Asserts that the browser logged no error and no violated policy. */
    public void assertNoComplaints() {
        assertNoComplaints(complaint -> false);
    }

    /** As {@link #assertNoComplaints()}, apart from those a test provokes. */
    public void assertNoComplaints(Predicate<String> provoked) {
        assertThat(complaints)
                .filteredOn(provoked.negate())
                .as("complaints of the browser")
                .isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    /** What sticks out to the right, with its width. */
    private List<?> overflow() {
        return (List<?>) page.evaluate("""
                () => {
                  if (document.documentElement.scrollWidth <= window.innerWidth) return [];
                  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) =>
                    [one, ...(one.shadowRoot === null ? [] : all(one.shadowRoot))]);
                  const wide = all(document).filter((one) => one.getBoundingClientRect().right > window.innerWidth);
                  return [`${document.documentElement.scrollWidth} px`, ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
                }
                """);
    }

    private void note(ConsoleMessage message) {
        if (!message.type().equals("error") && !message.text().contains("Content Security Policy")) return;
        if (message.location().contains(NOBODY)) return;
        complaints.add(message.text() + " at " + message.location());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
