package io.jiangwen.craftsman;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a craftsman says of himself, in his own words and any language.
 *
 * @param trades slugs or names
 * @param region code, null where unknown
 */
public record Profile(
        List<String> trades,
        List<String> processes,
        List<String> equipment,
        List<String> materials,
        @Nullable String region) {
    public Profile {
        trades = List.copyOf(trades);
        processes = List.copyOf(processes);
        equipment = List.copyOf(equipment);
        materials = List.copyOf(materials);
    }

    /** Everything but the trades. */
    Stream<String> skills() {
        return Stream.of(processes, equipment, materials).flatMap(List::stream);
    }

    /** All of it. */
    public List<String> tags() {
        return Stream.concat(trades.stream(), skills()).toList();
    }
}
