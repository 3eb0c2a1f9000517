package io.jiangwen.notification;

import io.jiangwen.problem.Problem;
import io.jiangwen.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of how he wants to be reached; it replaces what he said before.
 *
 * @param email null or empty for none; so is {@code phone}
 * @param choices null for what is usual for the role; an empty list for nothing at all
 */
record PreferenceForm(
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable Boolean workingHours,
        @Nullable List<@Nullable ChoiceForm> choices) {
    private static final int MOST_CHOICES = 100;

    record ChoiceForm(@Nullable String kind, @Nullable String channel) {
        static ChoiceForm of(Preference.Choice choice) {
            return new ChoiceForm(choice.kind().type(), choice.channel().name());
        }

        private Preference.Choice filled() {
            NoticeKind of = NoticeKind.ofType(kind == null ? "" : kind)
                    .filter(known -> known != NoticeKind.TRIAL)
                    .orElseThrow(() -> new Problem.Invalid(
                            "unknown-kind", "Kinds are: " + String.join(", ", NoticeKind.types()) + "."));
            Channel by = Channel.PERSONAL.stream()
                    .filter(one -> one.name().equals(channel))
                    .findFirst()
                    .orElseThrow(() -> new Problem.Invalid("invalid-channel", "A person is reached by EMAIL or SMS."));
            return new Preference.Choice(of, by);
        }
    }

    static PreferenceForm of(Preference preference) {
        List<Preference.Choice> choices = preference.choices();
        return new PreferenceForm(
                preference.email(),
                preference.phone(),
                preference.language().tag(),
                preference.workingHours(),
                choices == null ? null : choices.stream().map(ChoiceForm::of).toList());
    }

    /** @throws Problem.Invalid naming what is wrong */
    Preference filled() {
        Language tongue = language == null ? Language.ZH : NoticeLanguage.parse(language);
        return new Preference(
                address(email, ContactDetail::onlyEmail, "invalid-email", "That is no e-mail address."),
                address(phone, ContactDetail::onlyPhone, "invalid-phone", "That is no mobile number."),
                tongue,
                workingHours == null || workingHours,
                chosen());
    }

    private @Nullable List<Preference.Choice> chosen() {
        if (choices == null) return null;
        if (choices.size() > MOST_CHOICES)
            throw new Problem.Invalid("too-many-choices", "At most " + MOST_CHOICES + " choices.");
        return choices.stream()
                .map(choice -> choice == null ? new ChoiceForm(null, null) : choice)
                .map(ChoiceForm::filled)
                .distinct()
                .toList();
    }

    private static @Nullable String address(
            @Nullable String text, Function<String, Optional<String>> reader, String code, String detail) {
        if (text == null || text.isBlank()) return null;
        return reader.apply(text.strip()).orElseThrow(() -> new Problem.Invalid(code, detail));
    }
}
