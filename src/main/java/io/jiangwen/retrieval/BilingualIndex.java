package io.jiangwen.retrieval;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A dictionary from terms of one language to terms of another, kept as the bytes of its file and the places where lines
 * begin: 200,000 entries take some 8 MB. Thread-safe.
 */
final class BilingualIndex {
    private final byte[] lines;
    private final int[] starts;

    private BilingualIndex(byte[] lines, int[] starts) {
        this.lines = lines;
        this.starts = starts;
    }

    /**
     * Reads a packed file of lines {@code key<TAB>term|term...} in the order of the keys' bytes.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when a key is out of order, for then others would never be found
     */
    static BilingualIndex read(InputStream packed) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 22);
        int[] starts = new int[1 << 16];
        int count = 0;
        byte[] before = {};
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                if (Arrays.compareUnsigned(before, bytes) > 0)
                    throw new IllegalArgumentException("out of order in line " + (count + 1));
                if (count == starts.length) starts = Arrays.copyOf(starts, 2 * count);
                starts[count++] = lines.size();
                lines.write(bytes);
                lines.write('\n');
                before = bytes;
            }
        }
        return new BilingualIndex(lines.toByteArray(), Arrays.copyOf(starts, count));
    }

    int size() {
        return starts.length;
    }

    /** The terms for {@code key}, the usual ones first; none where it is unknown. */
    List<String> lookUp(String key) {
        byte[] wanted = (key + "\t").getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int end = end(middle);
            int order = Arrays.compareUnsigned(
                    lines, starts[middle], Math.min(end, starts[middle] + wanted.length), wanted, 0, wanted.length);
            if (order == 0) {
                int from = starts[middle] + wanted.length;
                return List.of(new String(lines, from, end - from, StandardCharsets.UTF_8).split("\\|"));
            }
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return List.of();
    }

    private int end(int line) {
        return (line + 1 < starts.length ? starts[line + 1] : lines.length) - 1;
    }
}
