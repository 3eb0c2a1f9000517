package io.jiangwen.conversation;

import io.jiangwen.question.Detail;
import io.jiangwen.text.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said to the asker beside the answer, in his language: always what happens next. */
final class TurnMessages {
    private TurnMessages() {}

    /** @param arguments such as the number of a ticket */
    static String text(String key, Language language, Object... arguments) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages.turn",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return MessageFormat.format(bundle.getString(key).replace("'", "''"), arguments);
    }

    /**
     * A question back for what is missing.
     *
     * @param again whether it is the last time that is asked
     */
    static String askBack(Set<Detail> missing, boolean again, Language language) {
        String asked = missing.stream()
                .map(detail -> text("MISSING." + detail.name(), language))
                .collect(Collectors.joining(text("MISSING.JOIN", language)));
        return text(again ? "NEEDS_DETAIL.AGAIN" : "NEEDS_DETAIL", language, asked);
    }
}
