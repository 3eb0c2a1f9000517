package io.jiangwen.testsupport;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine, without a screen. Used by one thread. */
public final class Browser implements AutoCloseable {
    /** Patience of every wait: a busy machine with two cores runs the service, the database and the browser at once. */
    static final double PATIENCE_MILLIS = 45_000;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts the browser that {@code JIANGWEN_CHROMIUM} names, else the distribution's. */
    public static Browser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String path = Optional.ofNullable(System.getenv("JIANGWEN_CHROMIUM")).orElse("/usr/bin/chromium");
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(path))
                                .setArgs(FLAGS)));
    }

    /** A window of somebody who shares nothing with the other windows: no cookies, no storage. */
    public Window window(URI home, Window.Reader reader) {
        return new Window(
                chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(home.toString())
                        .setLocale(reader.locale())
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(Window.Screen.DESKTOP.width(), Window.Screen.DESKTOP.height())),
                reader);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
