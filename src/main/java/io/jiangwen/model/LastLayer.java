package io.jiangwen.model;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the last layer of an exported BERT work for chosen tokens only. What it takes keys and values from are all
 * tokens; what it asks, what it finds and what its feed-forward network makes of that is made for each token alone, so
 * the vectors of the others, which nobody reads, need not be made. Of a question of 32 tokens whose first token stands
 * for it that is a fifth of all work.
 *
 * <p>The file is changed in place: the two nodes of the last layer that read the layer before it token by token read a
 * value of another name and equal length instead, which a node that is appended to the file gathers.
 */
final class LastLayer {
    /** The input that names the chosen tokens: their places in the window, in order. */
    static final String CHOSEN = "chosen_tokens";

    /** Nodes that read a layer: query, key, value, and what adds the layer to what its successor's attention found. */
    private static final int READERS = 4;

    private final RandomAccessFile file;

    private LastLayer(RandomAccessFile file) {
        this.file = file;
    }

    /** What the chosen tokens' vectors before the last layer are called, where those of all are called {@code layer}. */
    static String chosenOf(String layer) {
        return layer.substring(0, layer.length() - 1) + "c";
    }

    /**
     * Changes the file, where it is built as exported models are, has more than one layer, and no layer is wanted but the
     * last and those in {@code hidden}, of which only the one before the last is narrowed with it.
     *
     * @return how many layers the model has; then {@link #end} must follow its bytes. 0 when nothing is changed
     */
    static int narrow(Path model, List<Integer> hidden) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(model.toFile(), "rw")) {
            return new LastLayer(file).narrow(hidden);
        }
    }

    /** What makes the values that a changed file reads. */
    static byte[] end(int layers) {
        String before = HiddenLayers.name(layers - 1);
        return OnnxBytes.graph(OnnxBytes.gather(before, CHOSEN, chosenOf(before)), OnnxBytes.list(CHOSEN));
    }

    private int narrow(List<Integer> hidden) throws IOException {
        Map<Part, String> nodes = nodes();
        int layers = 0;
        while (makes(nodes.values(), HiddenLayers.query(layers + 1))) layers++;
        int narrowed = layers - 1;
        if (narrowed < 1 || hidden.stream().anyMatch(layer -> layer != narrowed)) return 0;
        List<Long> places = readersOfEachToken(nodes, layers);
        for (long place : places) {
            file.seek(place);
            file.write(OnnxBytes.text(OnnxBytes.NODE_INPUT, chosenOf(HiddenLayers.name(narrowed))));
        }
        return places.isEmpty() ? 0 : layers;
    }

    private static boolean makes(Collection<String> nodes, String value) {
        String output = encoded(OnnxBytes.NODE_OUTPUT, value);
        return nodes.stream().anyMatch(node -> node.contains(output));
    }

    /** Where the two nodes name what they read; none when the layer is read by others than those that were looked for. */
    private static List<Long> readersOfEachToken(Map<Part, String> nodes, int layers) {
        String read = encoded(OnnxBytes.NODE_INPUT, HiddenLayers.name(layers - 1));
        String query = encoded(OnnxBytes.NODE_OUTPUT, HiddenLayers.query(layers));
        String attended = encoded(OnnxBytes.NODE_OUTPUT, HiddenLayers.attended(layers));
        int readers = 0;
        List<Long> places = new ArrayList<>();
        for (Map.Entry<Part, String> node : nodes.entrySet()) {
            int at = node.getValue().indexOf(read);
            if (at < 0) continue;
            readers++;
            if (node.getValue().contains(query) || node.getValue().contains(attended))
                places.add(node.getKey().start() + at);
        }
        return readers == READERS && places.size() == 2 ? places : List.of();
    }

    private static String encoded(int field, String text) {
        return new String(OnnxBytes.text(field, text), StandardCharsets.ISO_8859_1);
    }

    private record Part(int field, long start, int length) {
        long end() {
            return start + length;
        }
    }

    private Map<Part, String> nodes() throws IOException {
        Map<Part, String> nodes = new LinkedHashMap<>();
        for (Part part : parts(0, file.length())) {
            if (part.field() != OnnxBytes.MODEL_GRAPH) continue;
            for (Part inside : parts(part.start(), part.end())) {
                if (inside.field() == OnnxBytes.GRAPH_NODE) nodes.put(inside, content(inside));
            }
        }
        return nodes;
    }

    /** The fields of a message that have a length; the others, numbers, are passed over. */
    private List<Part> parts(long from, long to) throws IOException {
        List<Part> parts = new ArrayList<>();
        file.seek(from);
        while (file.getFilePointer() < to) {
            long tag = number();
            switch ((int) (tag & 7)) {
                case 0 -> number();
                case 1 -> file.skipBytes(Long.BYTES);
                case 2 -> {
                    int length = Math.toIntExact(number());
                    Part part = new Part((int) (tag >>> 3), file.getFilePointer(), length);
                    parts.add(part);
                    file.seek(part.end());
                }
                case 5 -> file.skipBytes(Integer.BYTES);
                default -> throw new IOException("not a protocol buffer");
            }
        }
        return parts;
    }

    private long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = file.readUnsignedByte();
            number |= (long) (next & 127) << shift;
            if (next < 128) return number;
        }
        throw new IOException("not a protocol buffer");
    }

    private String content(Part part) throws IOException {
        byte[] bytes = new byte[part.length()];
        file.seek(part.start());
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
