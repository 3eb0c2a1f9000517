package io.jiangwen.notification;

import io.jiangwen.account.Role;
import io.jiangwen.problem.Problem;
import io.jiangwen.text.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outlet as an administrator writes it down; anything may be missing.
 *
 * @param address null keeps the one it has; so does {@code secret}, of which an empty one means none
 * @param hears {@code role:CRAFTSMAN}, {@code role:CURATOR}, {@code role:ADMINISTRATOR}, or {@code account:} and an id or login
 */
record OutletForm(
        @Nullable String name,
        @Nullable String channel,
        @Nullable String address,
        @Nullable String secret,
        @Nullable String hears,
        @Nullable List<@Nullable String> kinds,
        @Nullable String language,
        @Nullable Boolean enabled) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int LONGEST_SECRET = 200;
    /** A key shorter than 128 bits is weaker than the signature. */
    private static final int SHORTEST_WEBHOOK_SECRET = 16;
    /** Dispatchers are told as accounts, each of the tickets of his region. */
    private static final Set<Role> HEARING = EnumSet.of(Role.CRAFTSMAN, Role.CURATOR, Role.ADMINISTRATOR);

    /** Judges an address as it is written. */
    @FunctionalInterface
    interface AddressCheck {
        Optional<String> objection(URI url);
    }

    /** Finds the tags of an account by its id or login. */
    @FunctionalInterface
    interface AccountTags {
        Optional<Set<String>> of(String account);
    }

    /**
     * The outlet that was meant.
     *
     * @param before null for a new one
     * @throws Problem.Invalid naming what is wrong
     */
    Outlet filled(UUID id, @Nullable Outlet before, AddressCheck addresses, AccountTags accounts) {
        Channel way = before == null ? way() : before.channel();
        return new Outlet(
                id,
                bounded(name, before == null ? null : before.name(), LONGEST_NAME, "name"),
                way,
                addressFor(before, addresses),
                secretFor(way, before),
                hears == null && before != null ? before.tags() : tags(accounts),
                kindsFor(before),
                languageFor(before),
                enabled == null ? before == null || before.enabled() : enabled);
    }

    private Channel way() {
        return Arrays.stream(Channel.values())
                .filter(one -> !Channel.PERSONAL.contains(one) && one.name().equals(channel))
                .findFirst()
                .orElseThrow(() ->
                        new Problem.Invalid("invalid-channel", "A channel is WEBHOOK, WECOM, DINGTALK or FEISHU."));
    }

    private String addressFor(@Nullable Outlet before, AddressCheck addresses) {
        String text = bounded(address, before == null ? null : before.address(), LONGEST_ADDRESS, "address");
        try {
            Optional<String> objection = addresses.objection(new URI(text));
            if (objection.isEmpty()) return text;
            throw new Problem.Invalid("invalid-address", "The address is not allowed: " + objection.get() + ".");
        } catch (URISyntaxException e) {
            throw new Problem.Invalid("invalid-address", "The address is no URL.");
        }
    }

    private @Nullable String secretFor(Channel way, @Nullable Outlet before) {
        String kept = before == null ? null : before.secret();
        String chosen = secret == null ? kept : secret.isEmpty() ? null : secret;
        int length = chosen == null ? 0 : chosen.length();
        if (way == Channel.WEBHOOK && length < SHORTEST_WEBHOOK_SECRET)
            throw new Problem.Invalid(
                    "invalid-secret", "A webhook is signed: give a secret of 16 to 200 random characters.");
        if (length > LONGEST_SECRET)
            throw new Problem.Invalid("invalid-secret", "A secret has at most 200 characters.");
        return chosen;
    }

    private Set<String> tags(AccountTags accounts) {
        String who = hears == null ? "" : hears.strip();
        for (Role role : HEARING) if (who.equals("role:" + role)) return Set.of(who);
        if (who.startsWith("account:")) {
            return accounts.of(who.substring("account:".length()))
                    .orElseThrow(() -> new Problem.Invalid("no-such-account", "Name an account by its id or login."));
        }
        throw new Problem.Invalid(
                "invalid-audience",
                "Say who it stands for: role:CRAFTSMAN, role:CURATOR, role:ADMINISTRATOR, or account: and a login.");
    }

    private List<String> kindsFor(@Nullable Outlet before) {
        if (kinds == null) return before == null ? List.of() : before.kinds();
        for (String kind : kinds) {
            if (kind == null || !NoticeKind.types().contains(kind))
                throw new Problem.Invalid("unknown-kind", "Kinds are: " + String.join(", ", NoticeKind.types()) + ".");
        }
        return kinds.stream().map(String::valueOf).distinct().toList();
    }

    private Language languageFor(@Nullable Outlet before) {
        if (language == null) return before == null ? Language.ZH : before.language();
        return NoticeLanguage.parse(language);
    }

    private static String bounded(@Nullable String text, @Nullable String before, int longest, String field) {
        String chosen = text == null ? before : text.strip();
        if (chosen == null || chosen.isEmpty())
            throw new Problem.Invalid("missing-" + field, "An outlet needs: " + field + ".");
        if (chosen.length() > longest)
            throw new Problem.Invalid(field + "-too-long", "At most " + longest + " characters: " + field + ".");
        return chosen;
    }
}
