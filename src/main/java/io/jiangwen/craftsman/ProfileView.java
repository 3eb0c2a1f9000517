package io.jiangwen.craftsman;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A craftsman's profile as he and the dispatchers see it.
 *
 * @param region code, null where unknown
 * @param capacity null where he has not said
 * @param fixes of his that were confirmed
 */
record ProfileView(
        UUID id,
        String name,
        List<String> trades,
        List<String> processes,
        List<String> equipment,
        List<String> materials,
        List<String> titles,
        List<String> languages,
        @Nullable String region,
        @Nullable Integer capacity,
        boolean available,
        boolean visits,
        int fixes) {
    static ProfileView of(Craftsman one) {
        Profile profile = one.candidate().profile();
        Craftsman.Card card = one.card();
        return new ProfileView(
                one.account(),
                one.name(),
                profile.trades(),
                profile.processes(),
                profile.equipment(),
                profile.materials(),
                card.titles(),
                card.languages(),
                profile.region(),
                card.capacity() < 0 ? null : card.capacity(),
                card.available(),
                card.visits(),
                one.fixes());
    }
}
