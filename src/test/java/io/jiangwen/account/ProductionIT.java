package io.jiangwen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starting in production, on a database that is put back afterwards. */
@QuarkusTest
class ProductionIT {
    private static final String PASSWORD = "a long password 长";

    private final AccountRepository accounts;
    private final DemoData demo;
    private final Clock clock;

    ProductionIT(AccountRepository accounts, DemoData demo, Clock clock) {
        this.accounts = accounts;
        this.demo = demo;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void putBack() {
        QuarkusTransaction.rollback();
    }

    @Test
    void refusesADatabaseWithDemoAccounts() {
        assertThatThrownBy(() -> start(PASSWORD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("8 demo accounts");
    }

    @Test
    void refusesToStartWithoutAnAdministratorsPassword() {
        withoutDemoAccounts();
        for (String password : Arrays.asList(null, "", "too short"))
            assertThatThrownBy(() -> start(password))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("JIANGWEN_ADMIN_PASSWORD");
        assertThat(accounts.findLogin("admin")).isEmpty();
    }

    @Test
    void makesTheAdministratorAndNobodyElse() {
        withoutDemoAccounts();
        long before = accounts.count();
        start(PASSWORD);
        assertThat(accounts.count()).isEqualTo(before + 1);
        AccountEntity admin = accounts.findLogin("admin").orElseThrow();
        assertThat(admin.role).isEqualTo(Role.ADMINISTRATOR);
        assertThat(admin.demo).isFalse();
        assertThat(matches(PASSWORD, admin)).isTrue();
        assertThat(accounts.findLogin("asker")).isEmpty();
    }

    @Test
    void takesAChangedPasswordAtTheNextStart() {
        withoutDemoAccounts();
        start(PASSWORD);
        start("another long password");
        AccountEntity admin = accounts.findLogin("admin").orElseThrow();
        assertThat(matches("another long password", admin)).isTrue();
        assertThat(matches(PASSWORD, admin)).isFalse();
    }

    private void start(@Nullable String password) {
        new Bootstrap(new Production(Optional.ofNullable(password)), accounts, demo, clock).start(new StartupEvent());
    }

    private void withoutDemoAccounts() {
        accounts.update("login = concat('former-', login), demo = false, disabled = true where demo = true");
    }

    private static boolean matches(String password, AccountEntity account) {
        return BcryptUtil.matches(password, Objects.requireNonNull(account.passwordHash));
    }

    /** What {@link Bootstrap} looks at; nothing else is asked. */
    private record Production(Optional<String> adminPassword) implements AccountConfig {
        @Override
        public boolean demo() {
            return false;
        }

        @Override
        public Optional<URI> publicUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<String> operatorTokenFile() {
            return Optional.empty();
        }

        @Override
        public Duration sessionLifetime() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration visitorLifetime() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration resumeLifetime() {
            return Duration.ofHours(1);
        }

        @Override
        public int loginAttempts() {
            return 1;
        }

        @Override
        public Duration loginWindow() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int visitorsPerMinute() {
            return 1;
        }

        @Override
        public int visitorTurnsPerMinute() {
            return 1;
        }

        @Override
        public int accountTurnsPerMinute() {
            return 1;
        }
    }
}
