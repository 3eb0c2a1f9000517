package io.jiangwen.intake;

import io.jiangwen.text.Language;
import java.util.Locale;
import java.util.ResourceBundle;

/** What stands in a list that comes back, beside what was asked and answered. */
record ListWords(Language language) {
    /** English where it is asked for first, else Chinese. */
    static ListWords of(String languages) {
        return new ListWords(languages.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.ZH);
    }

    /** @throws java.util.MissingResourceException for what has no words */
    String say(String key) {
        return bundle().getString(key);
    }

    /** @param otherwise for what has no words here */
    String say(String key, String otherwise) {
        ResourceBundle bundle = bundle();
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                "messages.list",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
