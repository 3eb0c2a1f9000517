package io.jiangwen.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes sure at start that somebody can administer, and that nobody administers with a demo password. */
@ApplicationScoped
class Bootstrap {
    private static final int SHORTEST_PASSWORD = 12;

    private final AccountConfig config;
    private final AccountRepository accounts;
    private final DemoData demo;
    private final Clock clock;

    Bootstrap(AccountConfig config, AccountRepository accounts, DemoData demo, Clock clock) {
        this.config = config;
        this.accounts = accounts;
        this.demo = demo;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(10) StartupEvent event) {
        if (config.demo()) {
            demo.ensure();
            Log.info("Demo accounts are active; start without the demo profile in production");
            return;
        }
        long demoAccounts = accounts.count("demo = true and disabled = false");
        if (demoAccounts > 0) {
            throw new IllegalStateException("This database has " + demoAccounts
                    + " demo accounts. Use another database for production, or start with the demo profile.");
        }
        String password = config.adminPassword()
                .filter(given -> given.length() >= SHORTEST_PASSWORD)
                .orElseThrow(
                        () -> new IllegalStateException("Set JIANGWEN_ADMIN_PASSWORD to the password of the account"
                                + " \"admin\", at least " + SHORTEST_PASSWORD + " characters."));
        ensureAdministrator(password);
    }

    private void ensureAdministrator(String password) {
        @Nullable AccountEntity admin = accounts.findLogin("admin").orElse(null);
        if (admin == null) {
            admin = new AccountEntity();
            admin.id = UUID.randomUUID();
            admin.login = "admin";
            admin.displayName = "管理员";
            admin.role = Role.ADMINISTRATOR;
            admin.createdAt = clock.instant();
            admin.passwordHash = BcryptUtil.bcryptHash(password);
            accounts.persist(admin);
            Log.info("The account admin was created");
        } else if (admin.passwordHash == null || !BcryptUtil.matches(password, admin.passwordHash)) {
            admin.passwordHash = BcryptUtil.bcryptHash(password);
            Log.info("The password of the account admin was changed to the configured one");
        }
    }
}
