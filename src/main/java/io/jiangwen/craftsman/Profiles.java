package io.jiangwen.craftsman;

import io.jiangwen.account.Statements;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Keeps what craftsmen say of themselves; a change counts for the next ticket. */
@ApplicationScoped
class Profiles {
    private final Statements database;
    private final Craftsmen craftsmen;
    private final Clock clock;

    Profiles(Statements database, Craftsmen craftsmen, Clock clock) {
        this.database = database;
        this.craftsmen = craftsmen;
        this.clock = clock;
    }

    /** @throws Problem.NotFound for whoever is no craftsman at work */
    ProfileView of(UUID account) {
        return craftsmen.find(account).map(ProfileView::of).orElseThrow(() -> new Problem.NotFound("craftsman"));
    }

    /**
     * Replaces the whole profile; of two at the same time the later one stays.
     *
     * @throws Problem.Invalid {@code no-such-region}
     */
    @Transactional
    ProfileView put(UUID account, Profile profile, Craftsman.Card card) {
        String region = profile.region();
        if (region != null
                && database.list("SELECT 1 FROM region WHERE code = ?", row -> true, region)
                        .isEmpty()) throw new Problem.Invalid("no-such-region", "There is no region " + region + ".");
        int written = database.update(
                "UPDATE account SET trades = ?, region = ? WHERE id = ? AND role = 'CRAFTSMAN' AND NOT disabled",
                profile.trades(),
                region,
                account);
        if (written == 0) throw new Problem.NotFound("craftsman");
        database.update(
                """
                INSERT INTO craftsman_profile (account_id, processes, equipment, materials, titles, languages, capacity,
                    available, visits, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT craftsman_profile_pk DO UPDATE SET processes = EXCLUDED.processes,
                    equipment = EXCLUDED.equipment, materials = EXCLUDED.materials, titles = EXCLUDED.titles,
                    languages = EXCLUDED.languages, capacity = EXCLUDED.capacity, available = EXCLUDED.available,
                    visits = EXCLUDED.visits, updated_at = EXCLUDED.updated_at
                """,
                account,
                profile.processes(),
                profile.equipment(),
                profile.materials(),
                card.titles(),
                card.languages(),
                card.capacity() < 0 ? null : card.capacity(),
                card.available(),
                card.visits(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return of(account);
    }
}
