package io.jiangwen.evaluation;

import io.jiangwen.model.Embedding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An embedding as bytes, every bit of it. Whoever adds to {@link Embedding} adds here, and raises the format. */
final class EmbeddingCodec {
    /** Part of the cache's folder, so that an older format is never read as this one. */
    static final int FORMAT = 1;

    private EmbeddingCodec() {}

    static byte[] encode(Embedding embedding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(embedding.model());
            out.writeInt(embedding.vector().length);
            for (float value : embedding.vector()) out.writeFloat(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Embedding decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String model = in.readUTF();
            float[] vector = new float[in.readInt()];
            for (int i = 0; i < vector.length; i++) vector[i] = in.readFloat();
            return new Embedding(model, vector);
        } catch (IOException e) {
            throw new UncheckedIOException("a whole entry of the cache cannot be read", e);
        }
    }
}
