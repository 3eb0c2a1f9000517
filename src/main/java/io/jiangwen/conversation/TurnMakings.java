package io.jiangwen.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How turns were made, in the database; written with the turn and never changed. */
@ApplicationScoped
class TurnMakings {
    private final EntityManager database;
    private final ObjectMapper json;

    TurnMakings(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Within the transaction that stores the turn. */
    void append(UUID turn, Making making) {
        database.createNativeQuery("""
                INSERT INTO turn_making (turn_id, verdict, prompt, model, passages, tokens_in, tokens_out, model_failed,
                                         dropped, latency_millis)
                VALUES (:turn, CAST(:verdict AS text), CAST(:prompt AS text), CAST(:model AS text),
                        CAST(:passages AS jsonb), CAST(:tokensIn AS integer), CAST(:tokensOut AS integer),
                        :failed, CAST(:dropped AS jsonb), :latency)
                """)
                .setParameter("turn", turn)
                .setParameter("verdict", making.verdict())
                .setParameter("prompt", making.prompt())
                .setParameter("model", making.model())
                .setParameter("passages", write(making.passages()))
                .setParameter("tokensIn", making.tokensIn())
                .setParameter("tokensOut", making.tokensOut())
                .setParameter("failed", making.modelFailed())
                .setParameter("dropped", write(making.dropped()))
                .setParameter("latency", making.latencyMillis())
                .executeUpdate();
    }

    /** Empty for an unknown turn, and for one made before this was stored. */
    @Transactional
    Optional<Making> find(UUID turn) {
        List<?> rows = database.createNativeQuery("""
                        SELECT verdict, prompt, model, CAST(passages AS text) AS passages, tokens_in, tokens_out,
                               model_failed, CAST(dropped AS text) AS dropped, latency_millis
                        FROM turn_making WHERE turn_id = :turn
                        """, Tuple.class)
                .setParameter("turn", turn)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Tuple.class::cast)
                .map(row -> new Making(
                        row.get("verdict", String.class),
                        row.get("prompt", String.class),
                        row.get("model", String.class),
                        read(row.get("passages", String.class), new TypeReference<>() {}),
                        row.get("tokens_in", Integer.class),
                        row.get("tokens_out", Integer.class),
                        row.get("model_failed", Boolean.class),
                        read(row.get("dropped", String.class), new TypeReference<>() {}),
                        row.get("latency_millis", Long.class)));
    }

    private String write(Object made) {
        try {
            return json.writeValueAsString(made);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that cannot be written as JSON", e);
        }
    }

    private <T> T read(String made, TypeReference<T> type) {
        try {
            return json.readValue(made, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored making cannot be read", e);
        }
    }
}
