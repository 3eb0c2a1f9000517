package io.jiangwen.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Turns while they are made, so that an asker can stop them on whichever node they run. A call that
 * changes something belongs to a transaction that holds the lock of the thread.
 */
@ApplicationScoped
class TurnProgress {
    private final EntityManager database;

    TurnProgress(EntityManager database) {
        this.database = database;
    }

    @Transactional(TxType.MANDATORY)
    void begin(Asking asking) {
        database.createNativeQuery("""
                INSERT INTO turn_in_progress (turn_id, conversation_id, started_at) VALUES (:turn, :conversation, :now)
                """)
                .setParameter("turn", asking.turn())
                .setParameter("conversation", asking.conversation())
                .setParameter("now", asking.at())
                .executeUpdate();
    }

    /** The turn is made: whether its asker stopped it before. */
    @Transactional(TxType.MANDATORY)
    boolean end(UUID turn) {
        List<?> stopped = database.createNativeQuery(
                        "DELETE FROM turn_in_progress WHERE turn_id = :turn RETURNING stopped", Boolean.class)
                .setParameter("turn", turn)
                .getResultList();
        return stopped.contains(true);
    }

    /** Those of these turns that were stopped and are still made. */
    @Transactional
    List<UUID> stopped(Collection<UUID> turns) {
        return database.createNativeQuery(
                        "SELECT turn_id FROM turn_in_progress WHERE stopped AND turn_id IN (:turns)", UUID.class)
                .setParameter("turns", turns)
                .getResultStream()
                .map(UUID.class::cast)
                .toList();
    }

    /** Whether there was such a turn to stop; stopping it again changes nothing. */
    @Transactional(TxType.MANDATORY)
    boolean stop(UUID conversation, UUID turn) {
        return database.createNativeQuery("""
                        UPDATE turn_in_progress SET stopped = true WHERE turn_id = :turn AND conversation_id = :conversation
                        """)
                        .setParameter("turn", turn)
                        .setParameter("conversation", conversation)
                        .executeUpdate()
                == 1;
    }
}
