package io.jiangwen.craftsman;

import io.jiangwen.text.Language;

/**
 * A trade as the knowledge base knows it.
 *
 * @param slug as in front matter, such as {@code turning-milling}
 */
record Trade(String slug, String chinese, String english) {
    String name(Language language) {
        return switch (language) {
            case ZH -> chinese;
            case EN -> english;
        };
    }
}
