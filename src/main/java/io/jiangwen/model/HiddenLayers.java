package io.jiangwen.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes the layers inside an exported BERT visible as outputs. The file is a protocol buffer; two encoded messages one
 * after the other are the message with both, lists appended (protobuf encoding guide, "Last One Wins"), so the outputs
 * are appended to the file as a graph that has nothing else.
 */
final class HiddenLayers {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_OUTPUT = 12;
    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;

    /** A type that says: a tensor of floats (elem_type 1), shape unknown. */
    private static final byte[] FLOATS = {0x0A, 2, 8, 1};

    private HiddenLayers() {}

    /** What the exporter of both models calls the result of a layer, counted from 1. */
    static String name(int layer) {
        return "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0";
    }

    /** What makes the layers further outputs, by {@link #name}, when it follows the bytes of a model. */
    static byte[] exposing(List<Integer> layers) {
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        for (int layer : layers) {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            write(value, VALUE_NAME, name(layer).getBytes(StandardCharsets.US_ASCII));
            write(value, VALUE_TYPE, FLOATS);
            write(graph, GRAPH_OUTPUT, value.toByteArray());
        }
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        write(model, MODEL_GRAPH, graph.toByteArray());
        return model.toByteArray();
    }

    private static void write(ByteArrayOutputStream to, int field, byte[] content) {
        to.write((field << 3) | 2);
        int length = content.length;
        for (; length >= 128; length >>>= 7) to.write((length & 127) | 128);
        to.write(length);
        to.writeBytes(content);
    }
}
