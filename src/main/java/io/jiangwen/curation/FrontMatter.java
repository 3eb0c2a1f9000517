package io.jiangwen.curation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named fields at the head of a Markdown file, as they were written. */
record FrontMatter(Map<String, Field> fields) {
    static final FrontMatter NONE = new FrontMatter(Map.of());

    FrontMatter {
        fields = Map.copyOf(fields);
    }

    /** A field that has a value. */
    Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** @param line of its name in the file, from 1 */
    record Field(int line, Value value) {}

    /** What stands behind a name. */
    sealed interface Value {
        record Word(String text) implements Value {}

        record Words(List<String> texts) implements Value {
            public Words {
                texts = List.copyOf(texts);
            }
        }

        /** Nested structure, which only optional fields may have. */
        record Structure() implements Value {}
    }
}
