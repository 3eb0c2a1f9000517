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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads Markdown as statements: sentences, and rows of tables whose cells carry the head of their column. */
final class StatementReader {
    private static final Pattern CLAUSE_END = Pattern.compile(
            "[,;。!?\\n]|\\.(?=\\s|$)|:(?!\\d)|(?<=\\d[^,;]{0,40}) and (?=[a-z][^,;]{0,40}\\d)|(?<=\\w{2,20} \\w{2,20} \\w{2,20}) and (?=\\w{2,20} \\w{2,20} \\w{2,20})|(?=而不是|而非|\\b(?:rather than|instead of|whereas|while|because|although)\\b)");

    private static final Pattern TABLE_ROW = Pattern.compile("^\\s*\\|.*");
    private static final Pattern TABLE_RULE = Pattern.compile("^[\\s|:\\-]+$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d.*");

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
            if (word.startsWith(LexicalAnalyzer.BIGRAM) || NUMBER.matcher(word).matches()) continue;
            double weight = WordWeights.of(word);
            if (weight == 0) continue;
            words.put(word, weight);
            sequence.add(word);
        }
        return Clause.of(readable, words, sequence);
    }
}
