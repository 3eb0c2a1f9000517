package io.jiangwen.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;

/** What a command reads, one JSON object a line, and where it writes one line for each. */
record LineFiles(Path in, Path out) {
    /** Options that {@link #of} reads. */
    static final String IN = "--in";

    static final String OUT = "--out";

    /**
     * @param command as its user calls it
     * @throws Refused when one is missing or of no use
     */
    static LineFiles of(Arguments given, String command) throws Refused {
        if (!given.words().isEmpty())
            throw new Refused(command + " does not know '" + given.words().getFirst() + "'");
        Path in = file(given, command, IN, "F.jsonl");
        Path out = file(given, command, OUT, "G.jsonl");
        if (!Files.isReadable(in) || Files.isDirectory(in)) throw new Refused("--in " + in + " cannot be read");
        OutputFile.writable(OUT, out);
        return new LineFiles(in, out);
    }

    private static Path file(Arguments given, String command, String option, String example) throws Refused {
        return Path.of(given.one(option).orElseThrow(() -> new Refused(command + " needs " + option + " " + example)));
    }
}
