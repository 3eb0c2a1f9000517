package io.jiangwen.craftsman;

import io.jiangwen.model.Embedding;
import io.jiangwen.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is looked for who can answer it.
 *
 * @param region of the enterprise, null where unknown
 * @param vector null where there is none: words alone decide then
 */
public record AskedQuestion(
        String text,
        Language language,
        @Nullable String region,
        @Nullable Embedding vector) {}
