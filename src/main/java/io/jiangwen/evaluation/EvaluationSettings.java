package io.jiangwen.evaluation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a command's service beans are told beside the profile {@code evaluation} of application.properties. */
final class EvaluationSettings {
    private EvaluationSettings() {}

    static Map<String, String> of(OwnSchema schema, DatabaseAddress database, Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.with(schema.parameters()));
        settings.put("quarkus.flyway.schemas", schema.name());
        settings.put("quarkus.flyway.default-schema", schema.name());
        // Nobody ever signs in; the account of the administrator goes with the schema.
        settings.put("jiangwen.account.admin-password", UUID.randomUUID().toString());
        settings.put("jiangwen.evaluation.cache", cache(environment).toString());
        return settings;
    }

    /** Embeddings of all commands of a data folder. */
    static Path cache(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("JIANGWEN_DATA", ".data"), "embeddings");
    }
}
