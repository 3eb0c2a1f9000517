package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes a file of one JSON object a line. */
final class OutputFile {
    private OutputFile() {}

    /**
     * @param option that names the file
     * @throws Refused when it could not be written at the end
     */
    static void writable(String option, Path file) throws Refused {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file) || !Files.isDirectory(folder) || !Files.isWritable(folder))
            throw new Refused(option + " " + file + " cannot be written");
    }

    /** Whole or not at all; what is no plain file (a pipe, say) is written to as it is. */
    static void write(List<?> lines, Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        boolean replaceable = !Files.exists(file) || Files.isRegularFile(file);
        Path fresh = replaceable ? file.resolveSibling(file.getFileName() + ".new") : file;
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            for (Object line : lines) writer.write(json.writeValueAsString(line) + "\n");
        }
        if (replaceable) Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
