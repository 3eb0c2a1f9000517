package io.jiangwen.craftsman;

import io.jiangwen.account.Statements;
import io.jiangwen.text.Normalizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What shows who can answer what. Written in the transaction of what happened, once however often it is told. */
@ApplicationScoped
public class Evidence {
    /** How a craftsman says that a question is of another trade; other reasons, such as no time, teach nothing. */
    private static final Pattern NOT_MY_TRADE = Pattern.compile(
            "不是我的?(工种|专业|本行|行当)|不属于我|工种不(对|符)|专业不对口|不对口|隔行|不懂这|不会(做|弄|修)?这|没做过这|外行|not[ _-]?my[ _-]?(trade|field|line)|wrong trade|(outside|out of|not in) my (trade|field)|another trade");

    private final Statements database;
    private final CraftsmanDirectory directory;

    Evidence(Statements database, CraftsmanDirectory directory) {
        this.database = database;
        this.directory = directory;
    }

    /**
     * A craftsman's reply worked.
     *
     * @param question null when it is confidential: only that there was one is kept
     */
    public void solved(
            UUID ticket, UUID craftsman, @Nullable String question, @Nullable Integer rating, OffsetDateTime at) {
        database.update("""
                INSERT INTO craftsman_solved (ticket_id, account_id, question, rating, at)
                SELECT ?, id, ?, ?, ? FROM account WHERE id = ? AND role = 'CRAFTSMAN'
                ON CONFLICT ON CONSTRAINT craftsman_solved_pk DO UPDATE
                    SET account_id = EXCLUDED.account_id, rating = EXCLUDED.rating, at = EXCLUDED.at
                """, ticket, question, rating, at, craftsman);
    }

    /** A craftsman declined a question; teaches only when he says that it is of another trade. */
    public void declined(UUID ticket, UUID craftsman, String question, @Nullable String reason, OffsetDateTime at) {
        if (reason == null || !isNotMyTrade(reason)) return;
        List<String> trades = directory.trades(question).strongest();
        for (String trade : trades) database.update("""
                    INSERT INTO craftsman_declined (ticket_id, account_id, trade, at) VALUES (?, ?, ?, ?)
                    ON CONFLICT ON CONSTRAINT craftsman_declined_pk DO NOTHING
                    """, ticket, craftsman, trade, at);
    }

    static boolean isNotMyTrade(String reason) {
        return NOT_MY_TRADE.matcher(Normalizer.fold(reason)).find();
    }
}
