package io.jiangwen.knowledge;

import io.jiangwen.text.Simplified;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What searches compare of a passage: title and headings go along, for alone it often does not name what it is about. */
public final class SearchedText {
    private SearchedText() {}

    /**
     * In simplified characters, a line each; what is blank is left out.
     *
     * @param headingPath see {@link Passage#headingPath()}
     */
    public static String of(String title, String headingPath, String text) {
        return Simplified.of(Stream.of(title, headingPath, text)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n")));
    }
}
