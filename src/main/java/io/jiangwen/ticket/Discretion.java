package io.jiangwen.ticket;

import io.jiangwen.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hides what points at people and companies before a text reaches another enterprise. The rules belong to whoever
 * publishes replies; a ticket only asks for them.
 */
public interface Discretion {
    /**
     * The same text always becomes the same text, and one that was veiled stays as it is.
     *
     * @param language of the placeholders
     * @param hidden whose names and contacts are hidden too, beside those that the rules find by themselves
     */
    String veil(String text, Language language, List<Hidden> hidden);

    /**
     * Somebody who must not be recognised.
     *
     * @param people names and contacts
     * @param enterprise null when nobody named one
     */
    record Hidden(List<String> people, @Nullable String enterprise) {
        public Hidden {
            people = List.copyOf(people);
        }
    }
}
