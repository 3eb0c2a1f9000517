package io.jiangwen.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was told to curation. */
@ApplicationScoped
class ConfirmedFixes {
    private final List<FixConfirmed> fixes = new CopyOnWriteArrayList<>();

    void hear(@Observes FixConfirmed fix) {
        fixes.add(fix);
    }

    List<FixConfirmed> of(UUID ticket) {
        return fixes.stream().filter(fix -> fix.ticket().equals(ticket)).toList();
    }
}
