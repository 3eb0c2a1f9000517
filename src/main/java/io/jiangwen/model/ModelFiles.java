package io.jiangwen.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of a model are read from. */
sealed interface ModelFiles {
    /** The ONNX file. The caller closes it. */
    InputStream network() throws IOException;

    /** The tokenizer that belongs to it, as the tokenizers of Hugging Face are written. The caller closes it. */
    InputStream tokenizer() throws IOException;

    /** @param name on the class path, without its ending */
    record Packed(String name) implements ModelFiles {
        @Override
        public InputStream network() throws IOException {
            return resource(name + ".onnx");
        }

        @Override
        public InputStream tokenizer() throws IOException {
            return resource(name + "-tokenizer.json");
        }

        private static InputStream resource(String name) throws IOException {
            InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
            if (file == null) throw new IOException("not on the class path: " + name);
            return file;
        }
    }

    /** A folder with {@code model.onnx} and {@code tokenizer.json}. */
    record Folder(Path folder) implements ModelFiles {
        @Override
        public InputStream network() throws IOException {
            return Files.newInputStream(folder.resolve("model.onnx"));
        }

        @Override
        public InputStream tokenizer() throws IOException {
            return Files.newInputStream(folder.resolve("tokenizer.json"));
        }
    }
}
