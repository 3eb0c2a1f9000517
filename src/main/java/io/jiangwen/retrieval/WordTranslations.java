package io.jiangwen.retrieval;

import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Single words in the other language, by the general dictionaries that are packed in. */
@ApplicationScoped
public class WordTranslations {
    private final Dictionaries dictionaries;

    WordTranslations(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** The same without the service around it, for whoever measures. */
    public static WordTranslations packed() {
        return new WordTranslations(new Dictionaries());
    }

    /**
     * What a word may be called in the other language, the usual ones first; none where it is unknown.
     *
     * @param word a Chinese word, or the stem of an English one
     */
    public List<String> of(String word, Language from) {
        return switch (from) {
            case ZH -> dictionaries.toEnglish(word);
            case EN -> dictionaries.toChinese(word);
        };
    }
}
