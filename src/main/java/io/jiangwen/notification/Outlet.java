package io.jiangwen.notification;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place outside that is told what one role or one account hears.
 *
 * @param address a URL; with robots it carries their key
 * @param secret what it is signed with, null for none
 * @param tags by which announcements find it, as those of a caller
 * @param kinds types of events; none means all that are told outside
 */
record Outlet(
        UUID id,
        String name,
        Channel channel,
        String address,
        @Nullable String secret,
        Set<String> tags,
        List<String> kinds,
        Language language,
        boolean enabled) {
    Outlet {
        if (Channel.PERSONAL.contains(channel)) throw new IllegalArgumentException(channel + " reaches a person");
        tags = Set.copyOf(tags);
        kinds = List.copyOf(kinds);
    }

    @Override
    public String toString() {
        return "Outlet[" + id + ", " + channel + "]";
    }
}
