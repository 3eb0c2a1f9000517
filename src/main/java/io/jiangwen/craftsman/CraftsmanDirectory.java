package io.jiangwen.craftsman;

import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Who can answer what, as far as the accounts say. */
@ApplicationScoped
public class CraftsmanDirectory {
    private final DataSource dataSource;

    CraftsmanDirectory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Craftsman(
            UUID account,
            String name,
            List<String> trades,
            @Nullable String region) {}

    /** The longest name of a trade that a craftsman has and the text mentions. */
    public Optional<String> tradeNamedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return craftsmen().stream()
                .flatMap(craftsman -> craftsman.trades().stream())
                .filter(trade -> !trade.isBlank()
                        && lower.contains(trade.toLowerCase(Locale.ROOT).replace('-', ' ')))
                .max(Comparator.comparingInt(String::length));
    }

    /**
     * Those of the trade; every craftsman when the trade is unknown or nobody has it, since a question that nobody
     * sees is worse than one that many see. Craftsmen of the region come first.
     *
     * @param trade null when unknown
     * @param region of the enterprise that asks, null when unknown
     * @param language of the reasons
     */
    public List<Offer> offersFor(@Nullable String trade, @Nullable String region, Language language) {
        List<Craftsman> all = new ArrayList<>(craftsmen());
        all.sort(Comparator.comparing(craftsman -> !isNear(craftsman, region)));
        List<Craftsman> fitting = all.stream()
                .filter(craftsman -> trade != null && craftsman.trades().contains(trade))
                .toList();
        if (trade == null || fitting.isEmpty()) {
            return all.stream()
                    .map(craftsman ->
                            new Offer(craftsman.account(), Reasons.everybody(language, isNear(craftsman, region))))
                    .toList();
        }
        return fitting.stream()
                .map(craftsman ->
                        new Offer(craftsman.account(), Reasons.trade(language, trade, isNear(craftsman, region))))
                .toList();
    }

    /** Those a ticket can be given to, by name. */
    List<CraftsmanResource.Entry> atWork() {
        return craftsmen().stream()
                .sorted(Comparator.comparing(Craftsman::name).thenComparing(Craftsman::account))
                .map(one -> new CraftsmanResource.Entry(one.account(), one.name(), one.trades(), one.region()))
                .toList();
    }

    private static boolean isNear(Craftsman craftsman, @Nullable String region) {
        return region != null && region.equals(craftsman.region());
    }

    private List<Craftsman> craftsmen() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT id, display_name, trades, region FROM account
                        WHERE role = 'CRAFTSMAN' AND NOT disabled
                        ORDER BY created_at, id
                        """);
                ResultSet rows = statement.executeQuery()) {
            List<Craftsman> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Craftsman(
                        rows.getObject("id", UUID.class),
                        rows.getString("display_name"),
                        strings(rows.getArray("trades")),
                        rows.getString("region")));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the craftsmen cannot be read", e);
        }
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
