package io.jiangwen.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The enterprises that are known. */
@ApplicationScoped
public class Enterprises {
    private final EnterpriseRepository rows;

    Enterprises(EnterpriseRepository rows) {
        this.rows = rows;
    }

    public Optional<Enterprise> find(UUID id) {
        return rows.findByIdOptional(id).map(Enterprise::of);
    }

    @ApplicationScoped
    static class EnterpriseRepository implements PanacheRepositoryBase<EnterpriseEntity, UUID> {}
}
