package io.jiangwen.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Parts of an ONNX file as they are encoded: fields of protocol buffers whose content has a length. Two encoded messages
 * one after the other are the message with both, lists appended (protobuf encoding guide, "Last One Wins"), so parts may
 * follow the bytes of a whole file. Field numbers are those of onnx.proto.
 */
final class OnnxBytes {
    static final int MODEL_GRAPH = 7;
    static final int GRAPH_NODE = 1;
    static final int NODE_INPUT = 1;
    static final int NODE_OUTPUT = 2;

    private static final int NODE_OPERATOR = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    private static final int TENSOR_SHAPE = 2;
    private static final int SHAPE_DIMENSION = 1;
    private static final int DIMENSION_NAME = 2;

    /** A type that says: a tensor of floats (elem_type 1), shape unknown. */
    private static final byte[] FLOATS = {0x0A, 2, 8, 1};

    /** elem_type 7. */
    private static final byte[] INTEGERS = {8, 7};

    /** An attribute {@code axis} that is the integer (type 2, in field 20) 1. */
    private static final byte[] AXIS_ONE = {0x0A, 4, 'a', 'x', 'i', 's', 0x18, 1, (byte) 0xA0, 1, 2};

    private OnnxBytes() {}

    /** A model that has nothing but a graph of these parts. */
    static byte[] graph(byte[]... parts) {
        return field(MODEL_GRAPH, parts);
    }

    /** Makes a value inside a graph an output of it. */
    static byte[] output(String value) {
        return field(GRAPH_OUTPUT, text(VALUE_NAME, value), field(VALUE_TYPE, FLOATS));
    }

    /** A list of integers that a graph takes. */
    static byte[] list(String name) {
        byte[] shape = field(TENSOR_SHAPE, field(SHAPE_DIMENSION, text(DIMENSION_NAME, name + "_length")));
        return field(GRAPH_INPUT, text(VALUE_NAME, name), field(VALUE_TYPE, field(TYPE_TENSOR, INTEGERS, shape)));
    }

    /** A node that takes some rows, the second dimension, out of {@code from}. */
    static byte[] gather(String from, String rows, String to) {
        return field(
                GRAPH_NODE,
                text(NODE_INPUT, from),
                text(NODE_INPUT, rows),
                text(NODE_OUTPUT, to),
                text(NODE_OPERATOR, "Gather"),
                field(NODE_ATTRIBUTE, AXIS_ONE));
    }

    static byte[] text(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] field(int number, byte[]... contents) {
        int length = 0;
        for (byte[] content : contents) length += content.length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((number << 3) | 2);
        for (; length >= 128; length >>>= 7) bytes.write((length & 127) | 128);
        bytes.write(length);
        for (byte[] content : contents) bytes.writeBytes(content);
        return bytes.toByteArray();
    }
}
