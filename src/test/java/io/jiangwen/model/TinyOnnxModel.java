package io.jiangwen.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** ONNX files small enough to be written by hand; field numbers are those of onnx.proto. */
final class TinyOnnxModel {
    private static final int INT64 = 7;
    private static final int FLOAT = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TinyOnnxModel() {}

    /** The mean of {@code input_ids} divided by 10,000. */
    static byte[] meanOfIds() {
        TinyOnnxModel graph = new TinyOnnxModel()
                .message(1, node("Cast", "numbers", "input_ids").message(5, attribute("to", 2, FLOAT)))
                .message(1, node("ReduceMean", "mean", "numbers").message(5, attribute("keepdims", 2, 1)))
                .message(1, node("Div", "logits", "mean", "many"))
                .text(2, "tiny")
                .message(
                        5,
                        new TinyOnnxModel()
                                .number(1, 1)
                                .number(2, FLOAT)
                                .floats(4, 10_000f)
                                .text(8, "many"))
                .message(11, value("input_ids", INT64))
                .message(12, value("logits", FLOAT));
        return new TinyOnnxModel()
                .number(1, 8)
                .message(7, graph)
                .message(8, new TinyOnnxModel().text(1, "").number(2, 13))
                .bytes
                .toByteArray();
    }

    private static TinyOnnxModel node(String operator, String output, String... inputs) {
        TinyOnnxModel node = new TinyOnnxModel();
        for (String input : inputs) node.text(1, input);
        return node.text(2, output).text(4, operator);
    }

    private static TinyOnnxModel attribute(String name, int type, long value) {
        return new TinyOnnxModel().text(1, name).number(3, value).number(20, type);
    }

    /** A value with two dimensions of any size. */
    private static TinyOnnxModel value(String name, int type) {
        TinyOnnxModel any = new TinyOnnxModel().text(2, "n");
        TinyOnnxModel shape = new TinyOnnxModel().message(1, any).message(1, any);
        TinyOnnxModel tensor = new TinyOnnxModel().number(1, type).message(2, shape);
        return new TinyOnnxModel().text(1, name).message(2, new TinyOnnxModel().message(1, tensor));
    }

    private TinyOnnxModel number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    private TinyOnnxModel floats(int field, float value) {
        varint(((long) field << 3) | 2);
        varint(4);
        int bits = Float.floatToIntBits(value);
        for (int i = 0; i < 4; i++) bytes.write(bits >>> (8 * i));
        return this;
    }

    private TinyOnnxModel text(int field, String text) {
        return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private TinyOnnxModel message(int field, TinyOnnxModel message) {
        return raw(field, message.bytes.toByteArray());
    }

    private TinyOnnxModel raw(int field, byte[] content) {
        varint(((long) field << 3) | 2);
        varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        for (; rest >= 128; rest >>>= 7) bytes.write((int) ((rest & 127) | 128));
        bytes.write((int) rest);
    }
}
