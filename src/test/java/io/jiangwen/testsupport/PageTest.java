package io.jiangwen.testsupport;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A browser for all tests of a class, the service's address, its people, and the shipped articles. */
public abstract class PageTest {
    // Set before the first test.
    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    protected final Callers callers;

    // Quarkus sets it before each test.
    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource("/")
    protected URI home;

    protected PageTest(Callers callers) {
        this.callers = callers;
    }

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void theShippedArticlesAreThere() {
        callers.awaitKnowledge();
    }

    /** A window of somebody who shares nothing with the other windows. */
    protected final Window window(Window.Reader reader) {
        return browser.window(home, reader);
    }
}
