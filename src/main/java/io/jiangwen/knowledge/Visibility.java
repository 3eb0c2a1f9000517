package io.jiangwen.knowledge;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may be answered from an article. */
public sealed interface Visibility {
    /** Everybody. */
    record Public() implements Visibility {}

    /** Enterprises of one industry. */
    record Industry(String code) implements Visibility {
        public Industry {
            if (code.isBlank()) throw new IllegalArgumentException("an industry without a code");
        }
    }

    /** One enterprise. */
    record Enterprise(UUID id) implements Visibility {}

    /** The names that tables and the API use. */
    enum Scope {
        PUBLIC,
        INDUSTRY,
        ENTERPRISE
    }

    default Scope scope() {
        return switch (this) {
            case Public everybody -> Scope.PUBLIC;
            case Industry industry -> Scope.INDUSTRY;
            case Enterprise enterprise -> Scope.ENTERPRISE;
        };
    }

    /** The industry code or enterprise id; null for everybody. */
    default @Nullable String audience() {
        return switch (this) {
            case Public everybody -> null;
            case Industry industry -> industry.code();
            case Enterprise enterprise -> enterprise.id().toString();
        };
    }

    /** @throws IllegalArgumentException when a scope lacks its audience, or the audience is no enterprise id */
    static Visibility of(Scope scope, @Nullable String audience) {
        return switch (scope) {
            case PUBLIC -> new Public();
            case INDUSTRY -> new Industry(named(audience, "industry:<code>"));
            case ENTERPRISE -> new Enterprise(UUID.fromString(named(audience, "enterprise:<id>")));
        };
    }

    /**
     * Reads {@code public}, {@code industry:<code>} or {@code enterprise:<id>}, in any case.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Visibility parse(String words) {
        int colon = words.indexOf(':');
        String scope = colon < 0 ? words : words.substring(0, colon);
        String audience = colon < 0 ? null : words.substring(colon + 1).strip();
        return of(Scope.valueOf(scope.strip().toUpperCase(Locale.ROOT)), audience);
    }

    private static String named(@Nullable String audience, String form) {
        if (audience == null || audience.isBlank()) throw new IllegalArgumentException("expected " + form);
        return audience;
    }
}
