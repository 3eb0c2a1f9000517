package io.jiangwen.evaluation;

import io.jiangwen.model.Embedding;
import io.jiangwen.model.PassageEncoding;
import io.jiangwen.model.QuestionEncoding;
import io.jiangwen.model.QuestionToken;
import io.jiangwen.model.TokenVectors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Encodings as bytes, every bit of them. Whoever adds to an encoding adds here, and raises the format. */
final class EncodingCodec {
    /** Part of the cache's folder, so that an older format is never read as this one. */
    static final int FORMAT = 2;

    private EncodingCodec() {}

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] encode(PassageEncoding passage) {
        return bytes(out -> {
            write(passage.whole(), out);
            write(passage.tokens(), out);
            write(passage.sentences(), out);
            out.writeInt(passage.pieces().size());
            for (String piece : new TreeSet<>(passage.pieces())) out.writeUTF(piece);
        });
    }

    static PassageEncoding passage(byte[] bytes) {
        return read(bytes, in -> {
            Embedding whole = embedding(in);
            TokenVectors tokens = vectors(in);
            TokenVectors sentences = vectors(in);
            Set<String> pieces = new TreeSet<>();
            for (int left = in.readInt(); left > 0; left--) pieces.add(in.readUTF());
            return new PassageEncoding(whole, tokens, sentences, pieces);
        });
    }

    static byte[] encode(QuestionEncoding question) {
        return bytes(out -> {
            write(question.whole(), out);
            out.writeInt(question.tokens().size());
            for (QuestionToken token : question.tokens()) {
                out.writeUTF(token.text());
                write(token.vector(), out);
            }
        });
    }

    static QuestionEncoding question(byte[] bytes) {
        return read(bytes, in -> {
            Embedding whole = embedding(in);
            List<QuestionToken> tokens = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                tokens.add(new QuestionToken(in.readUTF(), floats(in)));
            }
            return new QuestionEncoding(whole, tokens);
        });
    }

    private static void write(Embedding embedding, DataOutputStream out) throws IOException {
        out.writeUTF(embedding.model());
        write(embedding.vector(), out);
    }

    private static Embedding embedding(DataInputStream in) throws IOException {
        return new Embedding(in.readUTF(), floats(in));
    }

    private static void write(TokenVectors vectors, DataOutputStream out) throws IOException {
        out.writeInt(vectors.width());
        out.writeInt(vectors.bytes().length);
        out.write(vectors.bytes());
    }

    private static TokenVectors vectors(DataInputStream in) throws IOException {
        int width = in.readInt();
        return new TokenVectors(width, in.readNBytes(in.readInt()));
    }

    private static void write(float[] vector, DataOutputStream out) throws IOException {
        out.writeInt(vector.length);
        for (float value : vector) out.writeFloat(value);
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] vector = new float[in.readInt()];
        for (int i = 0; i < vector.length; i++) vector[i] = in.readFloat();
        return vector;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException("a whole entry of the cache cannot be read", e);
        }
    }
}
