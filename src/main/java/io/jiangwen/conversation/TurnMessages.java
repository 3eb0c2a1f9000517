package io.jiangwen.conversation;

import io.jiangwen.text.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

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
}
