package io.jiangwen.text;

/** Finds where the sentences of one line end. */
final class SentenceEnds {
    private static final String STOPS = "。！？；｡";
    private static final String MARKS = STOPS + "?!.．…";

    private final String text;
    private final int to;
    private final Brackets brackets;

    SentenceEnds(String text, int from, int to) {
        this.text = text;
        this.to = to;
        this.brackets = new Brackets(text, from, to);
    }

    /** The exclusive end of the sentence that starts at {@code from}. */
    int after(int from) {
        int at = from;
        while (at < to) {
            int closer = brackets.closerOf(at);
            if (closer > 0) {
                if (seals(at, closer, from)) return tail(from, closer + 1);
                at = closer + 1;
            } else if (stops(from, at)) {
                return tail(from, at + 1);
            } else {
                at++;
            }
        }
        return to;
    }

    /** Whether a sentence inside brackets or quotation marks ends the sentence around it too. */
    private boolean seals(int opener, int closer, int from) {
        char last = text.charAt(closer - 1);
        if (MARKS.indexOf(last) < 0) return false;
        if (!Brackets.isQuotationMark(text.charAt(opener))) return opener == from;
        if (closer + 1 == to || Blanks.isBlank(text.charAt(closer + 1))) return true;
        // “停！”他喊道 goes on, and so does what is followed by a comma.
        return (last == '。' || last == '；') && "，、：,:的".indexOf(text.charAt(closer + 1)) < 0;
    }

    private boolean stops(int from, int at) {
        char c = text.charAt(at);
        if (STOPS.indexOf(c) >= 0) return true;
        if (c == '.' || c == '．') return new Period(text, from, at, to).endsSentence();
        if (c != '?' && c != '!') return false;
        if (at + 1 == to) return true;
        char next = text.charAt(at + 1);
        // An image, "!=" or a query string is not the end of a sentence.
        if (next == '[' || next == '=') return false;
        boolean insideWord = next < 0x80 && (Character.isLetterOrDigit(next) || next == '&' || next == '%');
        return !insideWord || at == from || text.charAt(at - 1) >= 0x80;
    }

    /** Takes along further marks, closing quotation marks, and the end of an emphasis that began in this sentence. */
    private int tail(int from, int end) {
        int at = end;
        while (at < to && (MARKS.indexOf(text.charAt(at)) >= 0 || Brackets.isCloser(text.charAt(at)))) at++;
        if (at == to || (text.charAt(at) != '*' && text.charAt(at) != '_')) return at;
        char emphasis = text.charAt(at);
        int run = at;
        while (run < to && text.charAt(run) == emphasis) run++;
        long before =
                text.substring(from, at).chars().filter(c -> c == emphasis).count();
        return before / (run - at) % 2 == 1 ? run : at;
    }
}
