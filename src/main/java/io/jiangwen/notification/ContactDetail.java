package io.jiangwen.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds an e-mail address or a mobile number in what somebody wrote down to be reached by. Numbers are those of mainland
 * China (11 digits, 1 and 3 to 9 first; the national prefix +86 may stand before) or international ones after a plus
 * (E.164, up to 15 digits).
 */
final class ContactDetail {
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,24}(?![A-Za-z0-9-])");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:\\+?86[ -]?)?(1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4})(?!\\d)");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?<!\\d)\\+(?!86)[1-9](?:[ -]?\\d){6,13}(?!\\d)");

    private ContactDetail() {}

    static Optional<String> email(String text) {
        Matcher found = EMAIL.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** Digits only, with a plus in front of international ones. */
    static Optional<String> phone(String text) {
        Matcher mobile = MOBILE.matcher(text);
        if (mobile.find()) return Optional.of(mobile.group(1).replaceAll("\\D", ""));
        Matcher international = INTERNATIONAL.matcher(text);
        return international.find() ? Optional.of("+" + international.group().replaceAll("\\D", "")) : Optional.empty();
    }

    /** The whole text as an e-mail address. */
    static Optional<String> onlyEmail(String text) {
        return EMAIL.matcher(text).matches() && text.length() <= 254
                ? Optional.of(text.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** The whole text as a mobile number. */
    static Optional<String> onlyPhone(String text) {
        boolean whole =
                MOBILE.matcher(text).matches() || INTERNATIONAL.matcher(text).matches();
        return whole ? phone(text) : Optional.empty();
    }
}
