package io.jiangwen.ticket;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reply in the fields of a case card. Fields the craftsman left out are empty; at least one says something.
 *
 * @param limits where it applies and where it must not be used
 * @param safety what to mind before starting, null when nothing
 */
public record ReplyCard(
        String phenomenon,
        String equipment,
        String cause,
        List<String> steps,
        String verification,
        String limits,
        @Nullable String safety) {
    public ReplyCard {
        steps = List.copyOf(steps);
        if (Stream.concat(Stream.of(phenomenon, equipment, cause, verification, limits), steps.stream())
                .allMatch(String::isBlank)) throw new IllegalArgumentException("a card that says nothing");
    }

    /** The card as one text, headed in the asker's language; safety comes first. */
    String text(Language language) {
        boolean zh = language == Language.ZH;
        String numbered = IntStream.range(0, steps.size())
                .mapToObj(i -> (i + 1) + ". " + steps.get(i))
                .collect(Collectors.joining("\n"));
        return Stream.of(
                        part(zh ? "安全" : "Safety", safety == null ? "" : safety),
                        part(zh ? "现象" : "Symptom", phenomenon),
                        part(zh ? "设备/工况" : "Equipment and conditions", equipment),
                        part(zh ? "原因" : "Cause", cause),
                        part(zh ? "处置步骤" : "Steps", numbered),
                        part(zh ? "验证" : "Verification", verification),
                        part(zh ? "适用范围与禁忌" : "Limits", limits))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String part(String heading, String body) {
        return body.isBlank() ? "" : heading + "\n" + body;
    }
}
