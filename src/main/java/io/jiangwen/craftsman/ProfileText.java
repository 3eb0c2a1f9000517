package io.jiangwen.craftsman;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.stream.Collectors;

/** A profile as one text of one language, for the model of that language. */
public final class ProfileText {
    private ProfileText() {}

    /** Tags of the other language are put by what the vocabulary calls them; what it does not know is left out. */
    public static String of(Profile profile, Language language, TradeVocabulary vocabulary) {
        return profile.tags().stream()
                .map(tag -> Language.of(tag) == language ? tag : translated(tag, language, vocabulary))
                .filter(tag -> !tag.isBlank())
                .distinct()
                .collect(Collectors.joining(language == Language.ZH ? "，" : ", "));
    }

    private static String translated(String tag, Language language, TradeVocabulary vocabulary) {
        List<String> trades = vocabulary.tradesNamedIn(tag).stream()
                .map(trade -> trade.name(language))
                .toList();
        if (!trades.isEmpty()) return String.join(" ", trades);
        return vocabulary.conceptsIn(tag).stream()
                .map(concept -> concept.name(language))
                .filter(name -> Language.of(name) == language)
                .collect(Collectors.joining(" "));
    }
}
