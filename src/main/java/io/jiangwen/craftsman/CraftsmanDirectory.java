package io.jiangwen.craftsman;

import io.jiangwen.model.Embedding;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who can answer what. No model is asked but by {@link #prepare}: offers are made within transactions. */
@ApplicationScoped
public class CraftsmanDirectory {
    /** Texts of craftsmen that one question waits for at most: about a second. */
    private static final int PREPARED = 50;

    private final Craftsmen craftsmen;
    private final CraftsmanConfig config;
    private final TradeVocabulary vocabulary = TradeVocabulary.packed();
    private final KnownCandidates known = new KnownCandidates(vocabulary);
    private final MatchRules rules;
    private final Meanings meanings;

    CraftsmanDirectory(Craftsmen craftsmen, CraftsmanConfig config, Meanings meanings) {
        this.craftsmen = craftsmen;
        this.config = config;
        this.meanings = meanings;
        MatchRules shipped = MatchRules.shipped();
        this.rules = config.bar().map(shipped::withBar).orElse(shipped);
    }

    /**
     * Embeds a question that somebody will be looked for, and what is new of the craftsmen. Blocks; to be called before the
     * transaction that makes the offers. Offers of what was not prepared go by trade and words alone.
     */
    public void prepare(String question) {
        meanings.learn(question);
        learn(PREPARED);
    }

    /** What was written or solved since is embedded before somebody waits for it. */
    @Scheduled(
            every = "1m",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void learn() {
        learn(Integer.MAX_VALUE);
    }

    private void learn(int most) {
        meanings.learn(craftsmen.all().stream().map(Craftsman::candidate).toList(), most);
    }

    /** Offers of so much time count in {@link Workload#offered}. */
    public Duration window() {
        return config.window();
    }

    /** The trade that most words of the text belong to. */
    public Optional<String> tradeNamedIn(String text) {
        return trades(text).strongest().stream().findFirst();
    }

    /**
     * Those who fit and have room, shared out fairly, the best first; none when nobody fits.
     *
     * @see #everybody(Wanted)
     */
    public List<Offer> offersFor(Wanted wanted) {
        List<Craftsman> all = craftsmen.all();
        Map<String, Craftsman> byId = new HashMap<>();
        for (Craftsman one : all)
            if (canBeAsked(one, wanted)) byId.put(one.candidate().id(), one);
        // Those who cannot be asked are known all the same: how rare a word is does not depend on who has time.
        List<Candidate> candidates = all.stream().map(Craftsman::candidate).toList();
        Optional<List<Candidate>> meant = meanings.of(candidates);
        Embedding vector =
                meant.flatMap(ready -> meanings.of(wanted.question())).orElse(null);
        Matcher matcher = new Matcher(vocabulary, rules, known.of(meant.orElse(candidates)).stream());
        Matches matches =
                matcher.match(new AskedQuestion(wanted.question(), wanted.language(), wanted.region(), vector));
        List<FairShare.Fitting> fitting = new ArrayList<>();
        for (Match match : matches.fitting()) {
            Craftsman one = byId.get(match.candidate());
            if (one == null) continue;
            int offered = wanted.workload(one.account()).offered();
            fitting.add(new FairShare.Fitting(match, offered, one.fixes() == 0));
        }
        int total =
                wanted.workloads().values().stream().mapToInt(Workload::offered).sum();
        return FairShare.of(config, all.size()).choose(fitting, total).stream()
                .map(chosen -> offer(chosen, wanted))
                .toList();
    }

    /** Everybody who has room, those of the region first: a question that nobody sees is worse than one that many see. */
    public List<Offer> everybody(Wanted wanted) {
        return craftsmen.all().stream()
                .filter(one -> canBeAsked(one, wanted))
                .sorted(Comparator.comparingDouble(one -> -near(one, wanted.region())))
                .map(one ->
                        new Offer(one.account(), Reasons.everybody(wanted.language(), near(one, wanted.region()) == 1)))
                .toList();
    }

    /** Those a ticket can be given to, by name. */
    List<CraftsmanResource.Entry> atWork() {
        return craftsmen.all().stream()
                .sorted(Comparator.comparing(Craftsman::name).thenComparing(Craftsman::account))
                .map(one -> new CraftsmanResource.Entry(
                        one.account(),
                        one.name(),
                        one.candidate().profile().trades(),
                        one.candidate().profile().region()))
                .toList();
    }

    /** Trades of a text, the likeliest first. */
    TradeShares trades(String text) {
        return TradeShares.of(vocabulary.conceptsIn(text), vocabulary.tradesNamedIn(text));
    }

    private static boolean canBeAsked(Craftsman one, Wanted wanted) {
        return !wanted.without().contains(one.account()) && one.hasRoom(wanted.workload(one.account()));
    }

    private static double near(Craftsman one, @Nullable String region) {
        return Nearness.of(region, one.candidate().profile().region());
    }

    private static Offer offer(FairShare.Fitting chosen, Wanted wanted) {
        UUID account = UUID.fromString(chosen.match().candidate());
        List<Reason> reasons = new ArrayList<>(chosen.match().reasons());
        reasons.add(new Reason.Free(wanted.workload(account).held()));
        if (chosen.newcomer()) reasons.add(new Reason.New());
        return new Offer(account, Reasons.sentence(wanted.language(), reasons));
    }
}
