package io.jiangwen.curation;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown or text file: fields at its head, and a body. */
sealed interface MarkdownFile {
    /** @param body what follows the front matter, line ends as {@code \n} */
    record Read(String name, FrontMatter front, String body) implements MarkdownFile {}

    /** A file that is not such a one, and why. */
    record Unreadable(FileProblem problem) implements MarkdownFile {}

    /** The opening line, the fields, the closing line. */
    Pattern FRONT = Pattern.compile("\\A---[ \\t]*\\n(.*?\\n|)(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);

    Pattern OPENING = Pattern.compile("\\A---[ \\t]*(?:\\n|\\z)");

    /** Reads UTF-8 strictly: a byte order mark is dropped, any malformed byte refuses the file. */
    static MarkdownFile read(String name, byte[] bytes) {
        CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
        int malformed = decode(bytes, decoded);
        String text = decoded.flip().toString();
        if (malformed >= 0) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            return new Unreadable(new FileProblem(
                    name,
                    line,
                    FileProblem.NOT_UTF8,
                    "byte " + (malformed + 1) + " is not UTF-8: save the file as UTF-8"));
        }
        return split(
                name, text.replaceFirst("\\A\\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static MarkdownFile split(String name, String text) {
        if (text.isBlank()) return new Unreadable(new FileProblem(name, 1, FileProblem.EMPTY, "the file has no text"));
        if (!OPENING.matcher(text).find()) return new Read(name, FrontMatter.NONE, text);
        Matcher front = FRONT.matcher(text);
        if (!front.find()) return bad(name, 1, "the front matter is not closed by a line `---`");
        try {
            FrontMatter fields = new FrontMatterReader().read(front.group(1));
            String body = text.substring(front.end());
            if (body.isBlank())
                return new Unreadable(
                        new FileProblem(name, 1, FileProblem.EMPTY, "there is no text below the front matter"));
            return new Read(name, fields, body.replaceFirst("\\A\\n+", ""));
        } catch (MalformedFrontMatter e) {
            return bad(name, e.line(), String.valueOf(e.getMessage()));
        }
    }

    private static Unreadable bad(String name, int line, String reason) {
        return new Unreadable(new FileProblem(name, line, FileProblem.BAD_FRONT_MATTER, reason));
    }

    /** Fills {@code decoded} up to the first malformed byte and returns its offset; -1 when there is none. */
    private static int decode(byte[] bytes, CharBuffer decoded) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, decoded, true);
        return result.isError() ? in.position() : -1;
    }
}
