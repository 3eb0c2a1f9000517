package io.jiangwen.craftsman;

import io.jiangwen.problem.Problem;
import io.jiangwen.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A profile as a craftsman sends it; a list that is missing is empty.
 *
 * @param trades slugs or names
 * @param titles such as 劳模 or 首席技师
 * @param region code, null for none
 * @param capacity tickets he wants to hold at most, null for as many as anybody
 * @param available whether he can be asked; true when it is missing
 * @param visits whether he comes to an enterprise; false when it is missing
 */
record ProfileForm(
        @Nullable List<@Nullable String> trades,
        @Nullable List<@Nullable String> processes,
        @Nullable List<@Nullable String> equipment,
        @Nullable List<@Nullable String> materials,
        @Nullable List<@Nullable String> titles,
        @Nullable List<@Nullable String> languages,
        @Nullable String region,
        @Nullable Integer capacity,
        @Nullable Boolean available,
        @Nullable Boolean visits) {
    private static final int MOST = 50;
    private static final int LONGEST = 60;
    private static final int LARGEST_CAPACITY = 1_000;

    /** @throws Problem.Invalid {@code too-many-entries} or {@code entry-too-long} */
    Profile profile() {
        return new Profile(
                entries("trades", trades),
                entries("processes", processes),
                entries("equipment", equipment),
                entries("materials", materials),
                region == null || region.isBlank() ? null : region.strip());
    }

    /** @throws Problem.Invalid also {@code invalid-capacity} */
    Craftsman.Card card() {
        if (capacity != null && (capacity < 0 || capacity > LARGEST_CAPACITY))
            throw new Problem.Invalid(
                    "invalid-capacity", "The capacity is a number from 0 to " + LARGEST_CAPACITY + ".");
        return new Craftsman.Card(
                entries("titles", titles),
                entries("languages", languages),
                capacity == null ? Craftsman.Card.UNLIMITED : capacity,
                available == null || available,
                visits != null && visits);
    }

    private static List<String> entries(String field, @Nullable List<@Nullable String> sent) {
        if (sent == null) return List.of();
        List<String> entries = sent.stream()
                .filter(Objects::nonNull)
                .map(Normalizer::clean)
                .filter(entry -> !entry.isBlank())
                .distinct()
                .toList();
        if (entries.size() > MOST)
            throw new Problem.Invalid("too-many-entries", field + " has at most " + MOST + " entries.");
        if (entries.stream().anyMatch(entry -> entry.length() > LONGEST))
            throw new Problem.Invalid(
                    "entry-too-long", "An entry of " + field + " has at most " + LONGEST + " characters.");
        return entries;
    }
}
