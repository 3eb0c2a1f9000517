package io.jiangwen.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads word lists that are packed in, UTF-8, one entry a line. */
public final class ResourceLines {
    private ResourceLines() {}

    /**
     * The lines of a resource, without comments ({@code #}) and blank ones.
     *
     * @param resource absolute, such as {@code /intent/generic.txt}
     * @throws NullPointerException when there is none
     */
    public static List<String> of(String resource) {
        try (InputStream in = Objects.requireNonNull(ResourceLines.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
