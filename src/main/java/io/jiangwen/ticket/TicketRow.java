package io.jiangwen.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.account.CallerId;
import io.jiangwen.question.Dossier;
import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Ticket} from its columns. */
@ApplicationScoped
class TicketRow {
    private final ObjectMapper mapper;

    TicketRow(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Ticket read(ResultSet row) throws SQLException {
        return new Ticket(
                row.getObject("id", UUID.class),
                row.getString("number"),
                asking(row),
                standing(row),
                reply(row),
                feedback(row),
                row.getObject("closed_at", OffsetDateTime.class));
    }

    String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that Jackson cannot write", e);
        }
    }

    private Asking asking(ResultSet row) throws SQLException {
        UUID account = row.getObject("asker_account", UUID.class);
        return new Asking(
                account == null
                        ? new CallerId.VisitorId(row.getObject("asker_visitor", UUID.class))
                        : new CallerId.AccountId(account),
                row.getObject("enterprise_id", UUID.class),
                row.getString("enterprise_name"),
                row.getString("region"),
                row.getObject("conversation_id", UUID.class),
                row.getObject("turn_id", UUID.class),
                row.getString("question"),
                Language.ofTag(row.getString("language")),
                row.getString("trade"),
                row.getBoolean("confidential"),
                parse(row.getString("dossier"), Dossier.class),
                row.getObject("opened_at", OffsetDateTime.class),
                joined(row));
    }

    /** Everybody who waits for the reply: a letter for what he is, then his id. */
    private static Set<CallerId> joined(ResultSet row) throws SQLException {
        Set<CallerId> joined = new HashSet<>();
        for (String tag : (String[]) row.getArray("joined").getArray()) {
            UUID id = UUID.fromString(tag.substring(1));
            joined.add(tag.charAt(0) == 'v' ? new CallerId.VisitorId(id) : new CallerId.AccountId(id));
        }
        return joined;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String closedAs = row.getString("closed_as");
        OffsetDateTime leaseUntil = row.getObject("lease_until", OffsetDateTime.class);
        OffsetDateTime leasedAt = row.getObject("leased_at", OffsetDateTime.class);
        return new Standing(
                TicketState.valueOf(row.getString("state")),
                closedAs == null ? null : ClosedAs.valueOf(closedAs),
                row.getInt("level"),
                row.getInt("epoch"),
                row.getObject("owner_id", UUID.class),
                leaseUntil == null ? null : new Lease(leasedAt == null ? leaseUntil : leasedAt, leaseUntil),
                row.getObject("due_at", OffsetDateTime.class),
                row.getInt("reminders"));
    }

    private @Nullable Reply reply(ResultSet row) throws SQLException {
        String text = row.getString("reply_text");
        if (text == null) return null;
        String card = row.getString("reply_card");
        return new Reply(
                text,
                card == null ? null : parse(card, ReplyCard.class),
                row.getBoolean("reply_consent"),
                row.getObject("replied_at", OffsetDateTime.class));
    }

    private static @Nullable Feedback feedback(ResultSet row) throws SQLException {
        Boolean consent = row.getObject("asker_consent", Boolean.class);
        if (consent == null) return null;
        return new Feedback(true, row.getObject("rating", Integer.class), consent, row.getString("comment"));
    }

    private <T> T parse(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " cannot be read", e);
        }
    }
}
