package io.jiangwen.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Who may come in, for how long and how often. */
@ConfigMapping(prefix = "jiangwen.account")
public interface AccountConfig {
    /** True for the demo accounts and the open demo site; never in production. */
    @WithDefault("false")
    boolean demo();

    /** Password of the account {@code admin}; required without the demo profile. */
    Optional<String> adminPassword();

    /** File that holds the token of the launcher's own verbs. */
    Optional<String> operatorTokenFile();

    /** Where people reach the service, such as {@code https://ask.example}; behind a proxy it cannot know by itself. */
    Optional<URI> publicUrl();

    /** How long a login lasts. */
    @WithDefault("12h")
    Duration sessionLifetime();

    /** How long a visitor may come back to his thread. */
    @WithDefault("12h")
    Duration visitorLifetime();

    /** How long a resume link is good. */
    @WithDefault("30d")
    Duration resumeLifetime();

    /** Failed logins of one name within {@link #loginWindow()} before it has to wait. */
    @WithDefault("10")
    @Positive
    int loginAttempts();

    /** Length of the window in which failed logins are counted. */
    @WithDefault("5m")
    Duration loginWindow();

    /** New visitor sessions of one site per minute. */
    @WithDefault("600")
    @Positive
    int visitorsPerMinute();

    /** Questions of one anonymous visitor per minute. */
    @WithDefault("20")
    @Positive
    int visitorTurnsPerMinute();

    /** Questions of one account per minute. */
    @WithDefault("120")
    @Positive
    int accountTurnsPerMinute();
}
