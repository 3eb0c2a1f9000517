package io.jiangwen.notification;

import io.jiangwen.text.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that leave the service: a ticket's number, and never what was asked or answered. */
final class NoticeWords {
    private NoticeWords() {}

    static String title(Language language) {
        return bundle(language).getString("title");
    }

    /** @param name the number of a ticket; empty where there is none */
    static String text(Language language, String type, String name) {
        return new MessageFormat(bundle(language).getString(type), Locale.ROOT).format(new Object[] {name});
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "messages.notice",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
