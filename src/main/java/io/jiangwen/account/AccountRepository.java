package io.jiangwen.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Accounts by id and login. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<AccountEntity, UUID> {
    Optional<AccountEntity> findActive(String login) {
        return find("login = ?1 and disabled = false", login).firstResultOptional();
    }

    Optional<AccountEntity> findLogin(String login) {
        return find("login", login).firstResultOptional();
    }
}
