package io.jiangwen.evaluation;

import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.KnowledgeSample.Sampled;
import io.jiangwen.knowledge.KnowledgeSample.Stretch;
import io.jiangwen.knowledge.SearchedText;
import io.jiangwen.question.Question;
import io.jiangwen.retrieval.Lesson;
import io.jiangwen.text.LexicalAnalyzer;
import io.jiangwen.text.Normalizer;
import io.jiangwen.text.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes questions with known answers out of published articles, without labels: the wordings of standard questions, titles,
 * and headings that no other article has. What a title or heading stands above is searched without it. Pure.
 */
final class PseudoQuestions {
    /** Of one article, so that a long one does not outweigh the others. */
    private static final int MOST_OF_ONE = 3;

    /** Passages below one title or heading that are searched without it. */
    private static final int HIDDEN = 2;

    /** Words of which one at least is missing from what nobody would ask, such as "Notes". */
    private static final int FEWEST_WORDS = 2;

    private static final int LONGEST = 200;
    private static final String LEVEL = " > ";
    private static final Pattern WORDING = Pattern.compile("(?m)^\\s*(?:[-*+]|\\d{1,3}[.)、])\\s+(.{4,200}[?？])\\s*$");

    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();
    private final Map<String, Set<String>> headed = new HashMap<>();

    private PseudoQuestions(List<Sampled> articles) {
        for (Sampled article : articles) {
            for (Stretch passage : article.passages())
                headed.computeIfAbsent(Normalizer.fold(heading(passage)), heading -> new LinkedHashSet<>())
                        .add(article.article());
        }
    }

    /** @param most of them, from the first articles on */
    static List<Lesson> of(List<Sampled> articles, int most) {
        PseudoQuestions questions = new PseudoQuestions(articles);
        return articles.stream()
                .flatMap(article -> questions.of(article).stream().limit(MOST_OF_ONE))
                .limit(most)
                .toList();
    }

    private List<Lesson> of(Sampled article) {
        List<Lesson> lessons = new ArrayList<>();
        if (article.kind() == ArticleKind.STANDARD_QUESTION) {
            for (String wording : wordings(article)) add(wording, List.of(), article, lessons);
        }
        add(article.title(), article.passages(), article, lessons);
        for (String path : paths(article)) {
            String heading = last(path);
            if (headed.getOrDefault(Normalizer.fold(heading), Set.of()).size() > 1) continue;
            List<Stretch> below = article.passages().stream()
                    .filter(passage -> isBelow(passage.headingPath(), path))
                    .toList();
            add(heading, below, article, lessons);
        }
        return lessons;
    }

    /** At most as many as leave room for title and heading. */
    private static List<String> wordings(Sampled article) {
        List<String> wordings = new ArrayList<>();
        for (Stretch passage : article.passages()) {
            Matcher wording = WORDING.matcher(passage.text());
            while (wording.find()) wordings.add(wording.group(1).strip());
        }
        return wordings.subList(0, Math.min(MOST_OF_ONE - 1, wordings.size()));
    }

    private static Set<String> paths(Sampled article) {
        Set<String> paths = new LinkedHashSet<>();
        for (Stretch passage : article.passages()) {
            if (!passage.headingPath().isEmpty()) paths.add(passage.headingPath());
        }
        return paths;
    }

    private static boolean isBelow(String path, String above) {
        return path.equals(above) || path.startsWith(above + LEVEL);
    }

    private static String heading(Stretch passage) {
        return last(passage.headingPath());
    }

    private static String last(String path) {
        int cut = path.lastIndexOf(LEVEL);
        return cut < 0 ? path : path.substring(cut + LEVEL.length());
    }

    private void add(String text, List<Stretch> answering, Sampled article, List<Lesson> lessons) {
        boolean asks = !text.isBlank()
                && text.length() <= LONGEST
                && Terms.contentTerms(analyzer.lexemes(text)).size() >= FEWEST_WORDS;
        if (!asks) return;
        Question question = Question.of(text);
        if (question.language() != article.language()) return;
        List<String> hidden = answering.stream()
                .limit(HIDDEN)
                .map(passage -> new Stretch(without(text, passage.headingPath()), without(text, passage.text())))
                .filter(passage -> !passage.text().isBlank())
                .map(passage -> SearchedText.of(without(text, article.title()), passage.headingPath(), passage.text()))
                .toList();
        if (answering.isEmpty() || !hidden.isEmpty())
            lessons.add(new Lesson(article.article(), question, article.language(), hidden));
    }

    private static String without(String question, String text) {
        return Pattern.compile(Pattern.quote(question), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(" ")
                .strip();
    }
}
