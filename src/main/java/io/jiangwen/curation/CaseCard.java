package io.jiangwen.curation;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A solved problem in the order in which the next person reads it. A part nobody said anything about is empty, and left
 * out of the text: an invented heading would be found and quoted.
 *
 * @param question the asker's own words, so that the next one who asks like this finds it
 * @param steps in order
 * @param safety what to mind before starting
 */
record CaseCard(
        String question,
        String phenomenon,
        String equipment,
        String cause,
        List<String> steps,
        String verification,
        String limits,
        String safety) {
    CaseCard {
        steps = steps.stream().filter(step -> !step.isBlank()).toList();
    }

    /** The same card after a change of every text in it. */
    CaseCard map(UnaryOperator<String> change) {
        return new CaseCard(
                change.apply(question),
                change.apply(phenomenon),
                change.apply(equipment),
                change.apply(cause),
                steps.stream().map(change).toList(),
                change.apply(verification),
                change.apply(limits),
                change.apply(safety));
    }

    /** As Markdown with the headings of a case. */
    String markdown(Language language) {
        boolean zh = language == Language.ZH;
        String symptom = Stream.of(question, phenomenon)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        // One step is a paragraph; several are a numbered list, whatever numbers they came with.
        String numbered = steps.size() == 1
                ? steps.getFirst()
                : IntStream.range(0, steps.size())
                        .mapToObj(i -> (i + 1) + ". " + steps.get(i).strip().replace("\n", "\n   "))
                        .collect(Collectors.joining("\n"));
        return Stream.of(
                        part(zh ? "安全等级" : "Safety", safety),
                        part(zh ? "现象" : "Symptom", symptom),
                        part(zh ? "设备/工况" : "Equipment and conditions", equipment),
                        part(zh ? "原因" : "Cause", cause),
                        part(zh ? "处置步骤" : "Steps", numbered),
                        part(zh ? "验证" : "Verification", verification),
                        part(zh ? "适用范围与禁忌" : "Limits", limits))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String part(String heading, String body) {
        return body.isBlank() ? "" : "## " + heading + "\n\n" + body.strip();
    }
}
