package io.jiangwen.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * Those of this name, whatever the case of its letters.
     *
     * @param region where they must be; null for anywhere
     */
    public List<Enterprise> named(String name, @Nullable String region) {
        return rows.list("lower(name) = ?1", name.toLowerCase(Locale.ROOT)).stream()
                .map(Enterprise::of)
                .filter(found -> region == null || region.equals(found.region()))
                .toList();
    }

    @ApplicationScoped
    static class EnterpriseRepository implements PanacheRepositoryBase<EnterpriseEntity, UUID> {}
}
