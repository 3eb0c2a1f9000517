package io.jiangwen.intake;

import io.jiangwen.account.Caller;
import io.jiangwen.conversation.Errand;
import io.jiangwen.conversation.Errands;
import io.jiangwen.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes lists in, and tells how they stand. */
@ApplicationScoped
class ProblemLists {
    private static final int LONGEST_NAME = 300;

    private final ListStore store;
    private final Addressing addressing;
    private final Errands errands;
    private final IntakeConfig config;
    private final Clock clock;

    ProblemLists(ListStore store, Addressing addressing, Errands errands, IntakeConfig config, Clock clock) {
        this.store = store;
        this.addressing = addressing;
        this.errands = errands;
        this.config = config;
        this.clock = clock;
    }

    /** @param fresh false for a file that was loaded before */
    record Loaded(ProblemList list, boolean fresh) {}

    /** A row with what became of it; null before it was asked, and where it cannot be. */
    record Outcome(ListRow row, @Nullable Errand errand) {}

    /**
     * Keeps the rows of a file; a worker asks them soon. The same file of the same region is the same list.
     *
     * @throws FileRefused when nothing of it can be taken
     */
    @Transactional
    Loaded load(String name, byte[] file, Caller dispatcher) {
        String region = dispatcher.region();
        ListStore.NewList list = new ListStore.NewList(
                UUID.randomUUID(),
                region,
                dispatcher.id().value(),
                shown(name),
                digest(file),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<WrittenProblem> problems = new WrittenList(config).read(file);
        if (!store.insert(list)) return new Loaded(find(store.ofDigest(region, list.digest()), dispatcher), false);
        if (store.unfinished(region) >= config.mostUnfinished())
            throw FileRefused.tooManyLists(config.mostUnfinished());
        for (NewRow row : addressing.address(problems, dispatcher)) store.insert(list.id(), row);
        return new Loaded(find(list.id(), dispatcher), true);
    }

    /** @throws Problem.NotFound for an unknown list and for another region's */
    @Transactional
    ProblemList find(UUID id, Caller dispatcher) {
        return store.find(id, dispatcher.region()).orElseThrow(() -> new Problem.NotFound("list of problems"));
    }

    /** Newest first. */
    @Transactional
    List<ProblemList> before(Instant moment, Caller dispatcher, int most) {
        return store.before(moment, dispatcher.region(), most);
    }

    /**
     * In the order of the file.
     *
     * @param after the number of a row
     */
    @Transactional
    List<Outcome> rows(UUID id, int after, int most, Caller dispatcher) {
        find(id, dispatcher);
        List<ListRow> rows = store.rows(id, after, most);
        Map<UUID, Errand> told = errands.told(
                rows.stream()
                        .map(ListRow::conversation)
                        .filter(Objects::nonNull)
                        .toList(),
                dispatcher);
        return rows.stream()
                .map(row -> new Outcome(row, row.conversation() == null ? null : told.get(row.conversation())))
                .toList();
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
