package io.jiangwen.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as its holder sees it. */
record AccountView(
        UUID id,
        @Nullable String login,
        String name,
        Role role,
        @Nullable UUID enterprise) {
    static AccountView of(AccountEntity row) {
        return new AccountView(row.id, row.login, row.displayName, row.role, row.enterpriseId);
    }
}
