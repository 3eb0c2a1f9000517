package io.jiangwen.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Who asks when somebody brings an enterprise's question along: the contact where he has an account, else the bringer. */
@ApplicationScoped
public class Spokesmen {
    private final AccountRepository accounts;

    Spokesmen(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /**
     * The account of the enterprise that has the contact's name or login.
     *
     * @param otherwise where there is none, or more than one
     */
    @Transactional
    public UUID account(Enterprise enterprise, String contact, UUID otherwise) {
        List<AccountEntity> found = accounts.list(
                "enterpriseId = ?1 and role = ?2 and disabled = false and (displayName = ?3 or login = ?3)",
                enterprise.id(),
                Role.ASKER,
                contact);
        return found.size() == 1 ? found.getFirst().id : otherwise;
    }

    /**
     * The account as it asks for this enterprise.
     *
     * @throws IllegalStateException when there is no such account
     */
    @Transactional
    public Caller speaking(UUID account, Enterprise enterprise) {
        AccountEntity row = accounts.findByIdOptional(account)
                .orElseThrow(() -> new IllegalStateException("there is no account " + account));
        return new Caller(
                new CallerId.AccountId(row.id),
                row.role,
                row.displayName,
                enterprise.id(),
                enterprise.industry(),
                enterprise.region(),
                null);
    }
}
