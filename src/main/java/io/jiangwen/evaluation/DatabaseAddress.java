package io.jiangwen.evaluation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Where the database is, as the service reads it from its environment. */
record DatabaseAddress(String url, String user, String password) {
    static DatabaseAddress of(Map<String, String> environment) throws Refused {
        String url = environment.get("JIANGWEN_DB_URL");
        if (url == null || url.isBlank())
            throw new Refused("no database is named: use ./jiangwen evaluate, or set JIANGWEN_DB_URL");
        return new DatabaseAddress(
                url,
                environment.getOrDefault("JIANGWEN_DB_USER", "jiangwen"),
                environment.getOrDefault("JIANGWEN_DB_PASSWORD", ""));
    }

    /** The same database with more parameters, which win over those given. */
    String with(String parameters) {
        return url + (url.contains("?") ? "&" : "?") + parameters;
    }

    /** A connection of its own, outside any pool. */
    Connection connect(String applicationName) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", applicationName);
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
