package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a document of the repository points to in the repository is there. */
class LinksTest {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*?)\\s*$");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z+.-]*:.*");

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        return documents().stream()
                .map(document -> DynamicTest.dynamicTest(
                        document.toString(), () -> assertThat(broken(document)).isEmpty()));
    }

    @Test
    void everyDecisionStandsInTheList() throws IOException {
        Path folder = Path.of("docs/adr");
        String list = Files.readString(folder.resolve("README.md"));
        try (Stream<Path> decisions = Files.list(folder)) {
            assertThat(decisions.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("README.md"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(list).contains("(" + name + ")"));
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(
                Path.of("README.md"),
                Path.of("README.zh-CN.md"),
                Path.of("CHANGELOG.md"),
                Path.of("knowledge-base/README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    private static List<String> broken(Path document) throws IOException {
        String text = FENCE.matcher(Files.readString(document)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches() && !resolves(document, target))
                .toList();
    }

    private static boolean resolves(Path document, String target) {
        int mark = target.indexOf('#');
        String file = mark < 0 ? target : target.substring(0, mark);
        Path path = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        if (path.isAbsolute() || path.startsWith("..") || !Files.exists(path)) return false;
        return mark < 0 || anchors(path).contains(target.substring(mark + 1));
    }

    /** Headings as code hosts turn them into anchors. */
    private static List<String> anchors(Path path) {
        try {
            return HEADING.matcher(Files.readString(path))
                    .results()
                    .map(heading -> heading.group(1)
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                            .replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
