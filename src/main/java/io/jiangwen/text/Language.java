package io.jiangwen.text;

/** The languages that Jiangwen reads and writes. */
public enum Language {
    ZH("zh"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag used in tables, files and the API. */
    public String tag() {
        return tag;
    }

    /** @throws IllegalArgumentException for any other tag */
    public static Language ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) return language;
        }
        throw new IllegalArgumentException("not a language of Jiangwen: " + tag);
    }

    /**
     * The language a text is written in: Chinese as soon as Han characters carry a fifth of its letters, and where there
     * are no letters at all, for most askers are Chinese.
     */
    public static Language of(String text) {
        int han = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
                han++;
                letters++;
            } else if (Character.isLetter(c)) {
                letters++;
            }
        }
        return han * 5 >= letters ? ZH : EN;
    }
}
