package io.jiangwen.testsupport;

import io.jiangwen.knowledge.LexemeStatistics;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The people of the demo profile, each logged in once, and visitors of its site. */
@ApplicationScoped
public class Callers {
    public static final String PASSWORD = "jiangwen-demo";
    public static final Api NOBODY = new Api(null);

    private final Map<String, Api> loggedIn = new ConcurrentHashMap<>();
    private final LexemeStatistics statistics;

    Callers(LexemeStatistics statistics) {
        this.statistics = statistics;
    }

    public Api as(String login) {
        return loggedIn.computeIfAbsent(login, Callers::logIn);
    }

    /** A login of its own, which may be ended without harm to others. */
    public static Api logIn(String login) {
        return new Api(NOBODY.post("/auth/login", Map.of("login", login, "password", PASSWORD))
                .statusCode(200)
                .extract()
                .path("token"));
    }

    /** Somebody new at the open demo site. */
    public Api visitor() {
        return new Api(NOBODY.post("/widget/sessions", Map.of("site", "demo"))
                .statusCode(201)
                .extract()
                .path("token"));
    }

    /** The launcher's own verbs, by the token in the file that the tests' settings name. */
    public static Api operator() {
        String token = "operator-" + UUID.randomUUID();
        Path file = Path.of(ConfigProvider.getConfig().getValue("jiangwen.account.operator-token-file", String.class));
        try {
            Files.writeString(file, token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Api(token);
    }

    /** Returns when the shipped articles are published and counted: from then on answers do not change by themselves. */
    public void awaitKnowledge() {
        Patience.await("the shipped articles loaded", () -> {
            JsonPath report = as("curator").read("/knowledge-base/report");
            return Optional.of(report).filter(done -> "DONE".equals(done.getString("state")));
        });
        statistics.refreshNow();
    }
}
