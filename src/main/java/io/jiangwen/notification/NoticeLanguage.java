package io.jiangwen.notification;

import io.jiangwen.problem.Problem;
import io.jiangwen.text.Language;

/** Reads the language that somebody wants to be written to in. */
final class NoticeLanguage {
    private NoticeLanguage() {}

    /** @throws Problem.Invalid {@code invalid-language} */
    static Language parse(String tag) {
        try {
            return Language.ofTag(tag);
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("invalid-language", "A language is zh or en.");
        }
    }
}
