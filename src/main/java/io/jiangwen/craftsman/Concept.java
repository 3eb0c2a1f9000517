package io.jiangwen.craftsman;

import io.jiangwen.text.Language;
import java.util.Set;

/**
 * A process, machine, material or fault, whatever it is called in which language.
 *
 * @param term its name in Chinese, which no other concept has
 * @param trades slugs of those it belongs to; empty for words of every trade
 * @param english empty where it has no English name
 */
record Concept(String term, Set<String> trades, String english) {
    Concept {
        trades = Set.copyOf(trades);
    }

    String name(Language language) {
        return switch (language) {
            case ZH -> term;
            case EN -> english.isEmpty() ? term : english;
        };
    }
}
