package io.jiangwen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A Node that needs no installing: the one inside Playwright's driver, beside the packages of the test class path laid
 * out as {@code node_modules}. Nothing is fetched.
 */
public final class WebTools {
    /** The sources of the pages. */
    public static final Path SOURCES = Path.of("src", "main", "resources", "web");

    private static final String PACKAGES = "META-INF/resources/_static/";

    private final Path home;
    private final Path node;

    private WebTools(Path home, Path node) {
        this.home = home;
        this.node = node;
    }

    /** What a command printed, and how it ended. */
    public record Outcome(int status, String output) {}

    /** Lays everything out below {@code target}; what is there from an earlier run is used again. */
    public static WebTools unpacked() throws IOException {
        Path home = Files.createDirectories(Path.of("target", "web-tools").toAbsolutePath());
        for (URL rest : Collections.list(loader().getResources("META-INF/.more.tgz"))) unpack(rest, home);
        return new WebTools(home, node(home));
    }

    /** Where the packages and the sources can be put side by side. */
    public Path home() {
        return home;
    }

    /** Runs Node to its end in {@link #home()}. */
    public Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(node.toString()), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private static Path node(Path home) throws IOException {
        Path node = home.resolve("node");
        String resource = "driver/" + platform() + "/node";
        URL url = Objects.requireNonNull(loader().getResource(resource), "Playwright's driver brings no " + resource);
        if (Files.exists(node) && Files.size(node) == url.openConnection().getContentLengthLong()) return node;
        Files.deleteIfExists(node);
        try (InputStream in = url.openStream()) {
            Files.copy(in, node);
        }
        assertThat(node.toFile().setExecutable(true)).isTrue();
        return node;
    }

    private static String platform() {
        boolean arm = System.getProperty("os.arch").matches("aarch64|arm64");
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return (mac ? "mac" : "linux") + (arm ? "-arm64" : "");
    }

    /** A package's jar holds its code as files and its type declarations in an archive. */
    private static void unpack(URL rest, Path home) throws IOException {
        try (JarFile jar = new JarFile(fileOf(rest).toFile())) {
            JarEntry manifest = jar.stream()
                    .filter(entry -> entry.getName().matches(PACKAGES + "[^/]+/[^/]+/package\\.json"))
                    .findFirst()
                    .orElse(null);
            // Packed in another way, and nothing of ours.
            if (manifest == null) return;
            String folder = manifest.getName().substring(0, manifest.getName().lastIndexOf('/') + 1);
            String name = new ObjectMapper()
                    .readTree(jar.getInputStream(manifest))
                    .get("name")
                    .asText();
            Path target = Files.createDirectories(home.resolve("node_modules").resolve(name));
            jar.stream()
                    .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                    .filter(entry -> entry.getName().matches(".*\\.(json|js)"))
                    .forEach(entry ->
                            copy(jar, entry, target.resolve(entry.getName().substring(folder.length()))));
            untar(jar.getInputStream(jar.getEntry("META-INF/.more.tgz")), target);
        }
    }

    private static Path fileOf(URL inJar) throws IOException {
        return Path.of(URI.create(
                ((JarURLConnection) inJar.openConnection()).getJarFileURL().toString()));
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) {
        try (InputStream in = jar.getInputStream(entry)) {
            Files.createDirectories(target.getParent());
            if (!Files.exists(target)) Files.copy(in, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void untar(InputStream archive, Path target) throws IOException {
        // resources/_static/NAME/VERSION/... becomes ...
        Process tar = new ProcessBuilder("tar", "-xzf", "-", "--strip-components=4", "-C", target.toString())
                .redirectErrorStream(true)
                .start();
        try (archive;
                var in = tar.getOutputStream()) {
            archive.transferTo(in);
        }
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tar.onExit().join().exitValue()).as(said).isZero();
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }
}
