package io.jiangwen.testsupport;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Deque's axe, run in a page. */
final class Axe {
    private static final String SCRIPT = script();

    private Axe() {}

    /** Each serious or critical violation: the rule, what it wants, and the first elements that break it. */
    static List<?> violations(Page page) {
        if (page.evaluate("() => typeof window.axe").equals("undefined")) page.evaluate(SCRIPT);
        return (List<?>) page.evaluate("""
                async () => {
                  const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
                  return violations
                    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                    .map(({ id, help, nodes }) => `${id}: ${help}: ` +
                      nodes.slice(0, 5).map((node) => `${node.html} (${node.failureSummary})`).join('; '));
                }
                """);
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
