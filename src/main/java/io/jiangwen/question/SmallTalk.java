package io.jiangwen.question;

import io.jiangwen.text.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Greetings, thanks, farewells, and questions about the assistant itself. Pure. */
final class SmallTalk {
    private static final int LONGEST = 60;

    /** "好的" acknowledges, "这样可以吗" asks. */
    private static final Pattern ASKS_WHETHER_IT_MAY =
            Pattern.compile("(可以|行|好|有用|没问题|不错|清楚|对|明白)(的|了)?(吗|么|吧[?？]|[?？])");

    private static final List<String> LINES = ResourceLines.of("/intent/small-talk.txt");
    private static final Phrases ALL = new Phrases(marked("+-"));
    private static final Set<String> SAYING = Set.copyOf(marked("+"));

    private SmallTalk() {}

    /** @param line folded, in simplified characters */
    static boolean is(String line) {
        if (line.length() > LONGEST || !ALL.cover(line)) return false;
        boolean says = SAYING.stream().anyMatch(line::contains);
        return says && !(ASKS_WHETHER_IT_MAY.matcher(line).find() && !line.startsWith("你好"));
    }

    private static List<String> marked(String marks) {
        List<String> phrases = new ArrayList<>();
        for (String line : LINES) if (marks.indexOf(line.charAt(0)) >= 0) phrases.add(line.substring(1));
        return phrases;
    }
}
