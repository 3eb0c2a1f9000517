package io.jiangwen;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.testsupport.WebTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sources of the pages: strict TypeScript that never turns text into markup. */
class WebSourcesTest {
    private static final Pattern UNSAFE =
            Pattern.compile("innerHTML|outerHTML|unsafeHTML|unsafeSVG|insertAdjacentHTML|document\\.write|\\beval\\(");
    private static final Pattern LOOSE = Pattern.compile(":\\s*any\\b|\\bas any\\b|@ts-(ignore|nocheck|expect-error)");

    private static WebTools tools;

    @BeforeAll
    static void unpack() throws IOException {
        tools = WebTools.unpacked();
    }

    @Test
    void compileInStrictMode() throws Exception {
        copy(WebTools.SOURCES, tools.home().resolve("web"));
        Files.copy(
                Path.of("src", "test", "web", "tsconfig.json"),
                tools.home().resolve("tsconfig.json"),
                StandardCopyOption.REPLACE_EXISTING);

        WebTools.Outcome compiled = tools.run("node_modules/typescript/lib/tsc.js", "-p", "tsconfig.json");

        assertThat(compiled.output()).isBlank();
        assertThat(compiled.status()).isZero();
    }

    @Test
    void doWhatTheirOwnTestsClaim() throws Exception {
        String tests = Path.of("src", "test", "web").toAbsolutePath() + "/*.test.mjs";

        WebTools.Outcome tested = tools.run("--no-warnings", "--test", tests);

        assertThat(tested.status()).as(tested.output()).isZero();
        assertThat(tested.output()).doesNotContain("tests 0");
    }

    @Test
    void neverTurnTextIntoMarkup() throws IOException {
        assertThat(sources(".ts")).isNotEmpty().noneMatch(file -> UNSAFE.matcher(read(file))
                .find());
    }

    @Test
    void neverSwitchTheCompilerOff() throws IOException {
        assertThat(sources(".ts")).noneMatch(file -> LOOSE.matcher(read(file)).find());
    }

    @Test
    void carryNoInlineScriptOrStyle() throws IOException {
        Pattern inline = Pattern.compile("\\sstyle=|<style|\\son[a-z]+=|<script(?![^>]*\\ssrc=)");
        assertThat(sources(".html")).isNotEmpty().noneMatch(file -> inline.matcher(read(file))
                .find());
        assertThat(sources(".ts"))
                .noneMatch(
                        file -> Pattern.compile("\\sstyle=").matcher(read(file)).find());
    }

    @Test
    void documentEveryElement() throws IOException {
        List<Path> elements = sources(".ts").stream()
                .filter(file -> file.getFileName().toString().startsWith("jw-"))
                .toList();
        assertThat(elements).isNotEmpty().allSatisfy(file -> {
            String tag = file.getFileName().toString().replace(".ts", "");
            assertThat(read(file)).contains("@element " + tag + "\n", "customElements.define('" + tag + "'");
        });
    }

    private static List<Path> sources(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(WebTools.SOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path file : old.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
        }
    }
}
