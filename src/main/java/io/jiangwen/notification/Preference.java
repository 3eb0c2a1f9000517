package io.jiangwen.notification;

import io.jiangwen.account.Role;
import io.jiangwen.text.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is reached outside the pages, and by what.
 *
 * @param email null for none; so is {@code phone}
 * @param workingHours messages wait for working time
 * @param choices null means what is usual for the role
 */
record Preference(
        @Nullable String email,
        @Nullable String phone,
        Language language,
        boolean workingHours,
        @Nullable List<Choice> choices) {
    /** What holds for whoever has not said anything: he is reached nowhere. */
    static final Preference NONE = new Preference(null, null, Language.ZH, true, null);

    Preference {
        choices = choices == null ? null : List.copyOf(choices);
    }

    /** One kind of event by one channel. */
    record Choice(NoticeKind kind, Channel channel) {
        static Choice parse(String text) {
            String[] parts = text.split(" ", -1);
            NoticeKind kind = NoticeKind.ofType(parts[0])
                    .orElseThrow(() -> new IllegalArgumentException("no kind of notice: " + parts[0]));
            return new Choice(kind, Channel.valueOf(parts[1]));
        }

        String text() {
            return kind.type() + " " + channel;
        }
    }

    /** The address by which a channel reaches the person; empty for none. */
    Optional<String> address(Channel channel) {
        return switch (channel) {
            case EMAIL -> Optional.ofNullable(email);
            case SMS -> Optional.ofNullable(phone);
            case WEBHOOK, WECOM, DINGTALK, FEISHU -> Optional.empty();
        };
    }

    /** Whether the person, who has this role, is told of events of a kind by a channel. */
    boolean wants(NoticeKind kind, Channel channel, Role role) {
        if (address(channel).isEmpty()) return false;
        return choices == null ? kind.isUsualFor(role) : choices.contains(new Choice(kind, channel));
    }
}
