package io.jiangwen.notification;

import io.jiangwen.account.Role;
import io.jiangwen.account.Statements;
import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of table {@code delivery_preference}, and what visitors left to be reached by. */
@ApplicationScoped
class Preferences {
    private static final String COLUMNS =
            "SELECT a.id, a.role, p.email, p.phone, p.language, p.working_hours, p.choices"
                    + " FROM delivery_preference p JOIN account a ON a.id = p.account_id WHERE NOT a.disabled";

    private final Statements database;
    private final Clock clock;

    Preferences(Statements database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Somebody who can be reached. */
    record Person(UUID account, Role role, Preference preference) {}

    /** Empty for an account that has said nothing, or is disabled. */
    @Transactional
    Optional<Person> of(UUID account) {
        return database.first(COLUMNS + " AND a.id = ?", Preferences::read, account);
    }

    /** Everybody who has said something and hears what these tags are for. */
    @Transactional
    List<Person> hearing(Set<String> tags) {
        return database.list(
                COLUMNS + " AND ('account:' || a.id = ANY(?) OR 'role:' || a.role = ANY(?)) ORDER BY a.id",
                Preferences::read,
                tags,
                tags);
    }

    @Transactional
    void save(UUID account, Preference preference) {
        List<Preference.Choice> choices = preference.choices();
        database.update(
                """
                INSERT INTO delivery_preference (account_id, email, phone, language, working_hours, choices, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT delivery_preference_pk DO UPDATE SET
                    email = excluded.email, phone = excluded.phone, language = excluded.language,
                    working_hours = excluded.working_hours, choices = excluded.choices, updated_at = excluded.updated_at
                """,
                account,
                preference.email(),
                preference.phone(),
                preference.language().tag(),
                preference.workingHours(),
                choices == null
                        ? null
                        : choices.stream().map(Preference.Choice::text).toList(),
                OffsetDateTime.now(clock));
    }

    /**
     * What a visitor agreed to be reached by: by e-mail where there is an address, else by text message, which does not come
     * outside working time. In Chinese, for nothing else is known.
     */
    @Transactional
    Optional<Preference> ofVisitor(UUID visitor) {
        return database.first(
                        "SELECT contact FROM visitor WHERE id = ? AND consent_at IS NOT NULL AND contact IS NOT NULL",
                        row -> row.getString("contact"),
                        visitor)
                .map(Preferences::leftBy);
    }

    private static Preference leftBy(String contact) {
        return ContactDetail.email(contact)
                .map(email -> new Preference(email, null, Language.ZH, false, null))
                .orElseGet(
                        () -> new Preference(null, ContactDetail.phone(contact).orElse(null), Language.ZH, true, null));
    }

    private static Person read(ResultSet row) throws SQLException {
        Array choices = row.getArray("choices");
        Preference preference = new Preference(
                row.getString("email"),
                row.getString("phone"),
                Language.ofTag(row.getString("language")),
                row.getBoolean("working_hours"),
                choices == null
                        ? null
                        : Statements.strings(choices).stream()
                                .map(Preference.Choice::parse)
                                .toList());
        return new Person(row.getObject("id", UUID.class), Role.valueOf(row.getString("role")), preference);
    }
}
