package io.jiangwen.model;

/** What the exporter of the packed models calls the vectors inside a BERT, and so do most others. */
final class HiddenLayers {
    private HiddenLayers() {}

    /** The result of a layer, counted from 1. */
    static String name(int layer) {
        return prefix(layer) + "output/LayerNorm/Add_1_output_0";
    }

    /** What a layer's attention asks for, before its bias is added. */
    static String query(int layer) {
        return prefix(layer) + "attention/self/query/MatMul_output_0";
    }

    /** What a layer's attention found, added to what the layer began with. */
    static String attended(int layer) {
        return prefix(layer) + "attention/output/Add_output_0";
    }

    private static String prefix(int layer) {
        return "/encoder/layer." + (layer - 1) + "/";
    }
}
