package io.jiangwen.question;

import io.jiangwen.text.Normalizer;
import io.jiangwen.text.ResourceLines;
import io.jiangwen.text.Simplified;
import java.util.regex.Pattern;

/** Whether a question says enough to be looked up. Pure. */
public final class Vagueness {
    /** Whoever writes more than this has said something, whatever it is. */
    private static final int LONGEST = 60;

    /** A machine of four characters at the most, and not a word about what it does. */
    private static final Pattern BARE_MACHINE = Pattern.compile(
            "[\\p{IsHan}]{0,3}[机床炉泵阀]|lathe|mill|grinder|press|pump|motor|robot|furnace|compressor|welder|cnc|printer|oven|valve");

    private static final Phrases GENERIC = new Phrases(ResourceLines.of("/intent/generic.txt"));

    private Vagueness() {}

    /** @param line folded, in simplified characters */
    static boolean leavesNothing(String line) {
        return line.length() <= LONGEST && rest(line).isEmpty();
    }

    /** Whether the text names a machine and nothing else, or not even that. */
    public static boolean saysHardlyAnything(String text) {
        String line = Simplified.of(Normalizer.fold(text));
        if (line.length() > LONGEST) return false;
        String rest = rest(line);
        return rest.isEmpty() || BARE_MACHINE.matcher(rest).matches();
    }

    /** Bare numbers say nothing without what they measure. */
    private static String rest(String line) {
        return GENERIC.rest(line).replaceAll("^\\d+$", "");
    }
}
