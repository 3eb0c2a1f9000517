package io.jiangwen.account;

import io.jiangwen.problem.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;

/** Checks passwords, slowly and not too often. */
@ApplicationScoped
class Logins {
    /** Compared when the login is unknown, so that the time taken does not tell which logins exist. */
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody knows this");

    private final AccountRepository accounts;
    private final RateLimiter limiter;
    private final Tokens tokens;
    private final AccountConfig config;

    Logins(AccountRepository accounts, RateLimiter limiter, Tokens tokens, AccountConfig config) {
        this.accounts = accounts;
        this.limiter = limiter;
        this.tokens = tokens;
        this.config = config;
    }

    /** A successful login. */
    record LoggedIn(Tokens.Issued token, AccountView account) {}

    /**
     * @throws WrongCredentials 401, the same for an unknown login and a wrong password
     * @throws RateLimiter.TooManyRequests after too many failures of this login
     */
    @Transactional(dontRollbackOn = Problem.class)
    LoggedIn login(String login, String password) {
        String bucket = "login:" + login.toLowerCase(Locale.ROOT);
        limiter.check(bucket, config.loginAttempts(), config.loginWindow());
        Optional<AccountEntity> account = accounts.findActive(login);
        String hash = account.map(row -> row.passwordHash).orElse(NOBODY);
        if (!BcryptUtil.matches(password, hash) || account.isEmpty()) {
            limiter.take(bucket, config.loginAttempts(), config.loginWindow());
            throw new WrongCredentials();
        }
        Tokens.Issued token = tokens.issue(new CallerId.AccountId(account.get().id), config.sessionLifetime(), null);
        return new LoggedIn(token, AccountView.of(account.get()));
    }

    /** Neither says whether the login exists. */
    static class WrongCredentials extends Problem {
        private static final long serialVersionUID = 1L;

        WrongCredentials() {
            super(401, "wrong-credentials", "Login or password is wrong.");
        }
    }
}
