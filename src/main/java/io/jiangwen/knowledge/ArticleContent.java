package io.jiangwen.knowledge;

import io.jiangwen.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an article says. Two contents are equal exactly when a reader could not tell them apart.
 *
 * @param title one line of at most {@value #LONGEST_TITLE} characters
 * @param text Markdown of at most {@value #LONGEST_TEXT} characters; line ends become {@code \n}, other control
 *     characters and lone surrogates are dropped
 * @param author as shown to readers
 * @param reviewBy when somebody should look at it again
 * @param safety 0 (none) to 3 (life-threatening)
 */
public record ArticleContent(
        ArticleKind kind,
        String title,
        String text,
        Language language,
        @Nullable String trade,
        List<String> keywords,
        String author,
        String source,
        String licence,
        @Nullable LocalDate reviewBy,
        Visibility visibility,
        int safety) {
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_TEXT = 200_000;

    private static final int LONGEST_FIELD = 500;
    private static final int MOST_KEYWORDS = 100;
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    /** @throws InvalidArticle with a code that says which part is wrong */
    public ArticleContent {
        title = line("title", title, LONGEST_TITLE);
        text = prose(text);
        if (title.isEmpty()) throw new InvalidArticle("empty-title", "An article needs a title.");
        if (text.isBlank()) throw new InvalidArticle("empty-text", "An article needs a text.");
        if (text.length() > LONGEST_TEXT)
            throw new InvalidArticle("text-too-long", "A text has at most " + LONGEST_TEXT + " characters.");
        if (safety < 0 || safety > 3)
            throw new InvalidArticle("invalid-safety", "The safety level is a number from 0 to 3.");
        if (keywords.size() > MOST_KEYWORDS)
            throw new InvalidArticle("too-many-keywords", "An article has at most " + MOST_KEYWORDS + " keywords.");
        trade = trade == null || trade.isBlank() ? null : line("trade", trade, LONGEST_FIELD);
        keywords = keywords.stream()
                .map(word -> line("keyword", word, LONGEST_FIELD))
                .filter(word -> !word.isEmpty())
                .toList();
        author = line("author", author, LONGEST_FIELD);
        source = line("source", source, LONGEST_FIELD);
        licence = line("licence", licence, LONGEST_FIELD);
    }

    /** The same words under another author's name. */
    public ArticleContent by(String other) {
        return new ArticleContent(
                kind, title, text, language, trade, keywords, other, source, licence, reviewBy, visibility, safety);
    }

    private static String line(String name, String value, int longest) {
        String line = UNPRINTABLE
                .matcher(value.replace('\n', ' ').replace('\t', ' '))
                .replaceAll("")
                .strip();
        if (line.length() > longest) {
            throw new InvalidArticle(
                    name.toLowerCase(Locale.ROOT) + "-too-long",
                    "The " + name + " has at most " + longest + " characters.");
        }
        return line;
    }

    private static String prose(String value) {
        return UNPRINTABLE
                .matcher(LINE_END.matcher(value).replaceAll("\n"))
                .replaceAll("")
                .stripTrailing();
    }
}
