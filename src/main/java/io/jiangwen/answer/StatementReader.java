package io.jiangwen.answer;

import io.jiangwen.text.Language;
import io.jiangwen.text.Lexeme;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Measures;
import io.jiangwen.text.Sentences;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads Markdown as statements: sentences, and rows of tables whose cells carry the head of their column. */
final class StatementReader {
    private static final Pattern CLAUSE_END = Pattern.compile(
            "[,;。!?\\n]|\\.(?=\\s|$)|:(?!\\d)|(?<=\\d[^,;]{0,40}) and (?=[a-z][^,;]{0,40}\\d)|(?<=\\w{2,20} \\w{2,20} \\w{2,20}) and (?=\\w{2,20} \\w{2,20} \\w{2,20})|(?=而不是|而非|\\b(?:rather than|instead of|whereas|while|because|although)\\b)");

    private static final Pattern TABLE_ROW = Pattern.compile("^\\s*\\|.*");
    private static final Pattern TABLE_RULE = Pattern.compile("^[\\s|:\\-]+$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d.*");

    /** Verbs that say little of what is done. */
    private static final Set<String> LIGHT = Set.of(
            "使用", "采用", "进行", "应用", "属于", "适用", "本", "用", "取", "选", "选用", "做", "为", "后", "前", "先", "再", "然后", "把", "用来",
            "use", "make", "take", "be", "one", "give", "set", "kept", "keep", "put", "mean", "call", "have", "need",
            "let");

    /** What denies, bounds and permits is judged apart; what only joins is not judged. */
    private static final Set<String> MUTE = Set.of(
            "不得",
            "不准",
            "禁止",
            "严禁",
            "不允许",
            "允许",
            "不可",
            "不宜",
            "没有",
            "没",
            "无",
            "未",
            "勿",
            "切勿",
            "不必",
            "无需",
            "宜",
            "最好",
            "至少",
            "至多",
            "最多",
            "超过",
            "大于",
            "小于",
            "低于",
            "高于",
            "不足",
            "以内",
            "必须",
            "应该",
            "不要",
            "不能",
            "可以",
            "以上",
            "以下",
            "不",
            "大约",
            "约",
            "左右",
            "一般",
            "多半",
            "也",
            "同样",
            "因",
            "因为",
            "所以",
            "由于",
            "则",
            "即",
            "就",
            "但",
            "而",
            "光",
            "还",
            "要",
            "不然",
            "否则",
            "which",
            "them",
            "although",
            "even",
            "sinc",
            "becaus",
            "their",
            "therefor",
            "whenev",
            "while",
            "wherea",
            "least",
            "most",
            "never",
            "cannot",
            "without",
            "more",
            "less",
            "than",
            "about",
            "approxim",
            "roughli",
            "around",
            "must",
            "not",
            "onli");

    private static final double LIGHT_WEIGHT = 0.25;
    private static final double SINGLE_WEIGHT = 0.5;

    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();

    /** What a passage states, in its order. */
    List<Statement> passage(String markdown) {
        List<Statement> statements = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        List<String> head = List.of();
        for (String line : markdown.split("\\R", -1)) {
            if (!TABLE_ROW.matcher(line).matches()) {
                prose.append(line).append('\n');
                head = List.of();
                continue;
            }
            prose(prose, statements);
            if (TABLE_RULE.matcher(line).matches()) continue;
            List<String> cells = cells(line);
            if (head.isEmpty()) head = cells;
            else statements.add(row(head, cells));
        }
        prose(prose, statements);
        return statements;
    }

    /** @throws IllegalArgumentException when nothing is said */
    Statement sentence(String text) {
        String readable = Measures.readable(text);
        List<Clause> clauses = CLAUSE_END
                .splitAsStream(readable)
                .map(String::strip)
                .filter(clause -> !clause.isEmpty())
                .map(this::clause)
                .toList();
        return new Statement(text, Language.of(text), clause(readable), clauses);
    }

    private void prose(StringBuilder text, List<Statement> statements) {
        String prose = text.toString();
        text.setLength(0);
        for (TextRange range : Sentences.split(prose)) {
            String sentence = range.of(prose);
            if (CLAUSE_END.splitAsStream(Measures.readable(sentence)).anyMatch(clause -> !clause.isBlank()))
                statements.add(sentence(sentence));
        }
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceAll("^\\||\\|$", "");
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private Statement row(List<String> head, List<String> cells) {
        String label = cells.getFirst();
        List<Clause> clauses = new ArrayList<>();
        clauses.add(clause(Measures.readable(head.getFirst() + " " + label)));
        for (int i = 1; i < cells.size(); i++) {
            String column = i < head.size() ? head.get(i) : "";
            clauses.add(clause(Measures.readable(label + " " + column + " " + cells.get(i))));
        }
        String text =
                String.join(" ", Stream.concat(head.stream(), cells.stream()).toList());
        return new Statement(text, Language.of(text), clause(Measures.readable(text)), clauses);
    }

    private Clause clause(String readable) {
        Map<String, Double> words = new HashMap<>();
        List<String> sequence = new ArrayList<>();
        for (Lexeme lexeme : analyzer.lexemes(readable)) {
            String word = lexeme.term();
            if (word.startsWith(LexicalAnalyzer.BIGRAM)
                    || MUTE.contains(word)
                    || NUMBER.matcher(word).matches()) continue;
            words.put(word, weight(word));
            sequence.add(word);
        }
        return Clause.of(readable, words, sequence);
    }

    private static double weight(String word) {
        if (LIGHT.contains(word)) return LIGHT_WEIGHT;
        return word.length() == 1 ? SINGLE_WEIGHT : 1;
    }
}
