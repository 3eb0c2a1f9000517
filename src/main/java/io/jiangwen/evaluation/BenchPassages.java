package io.jiangwen.evaluation;

import io.jiangwen.curation.KnowledgeFolder;
import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.text.Language;
import io.jiangwen.text.Sentences;
import io.jiangwen.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Makes as many passages as are wanted out of the shipped articles: each has the title of one article and sentences drawn
 * from it and from articles of the same language, with other numbers, so that words are distributed as in real text and
 * no two passages are alike.
 */
final class BenchPassages {
    private static final int LENGTH = 300;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern BREAKS = Pattern.compile("[\\s#*|>`-]+");

    private final List<ArticleContent> articles;
    private final SplittableRandom random;

    /** @param articles at least one with a sentence */
    BenchPassages(List<KnowledgeFolder.Entry> articles, long seed) {
        this.articles = articles.stream().map(KnowledgeFolder.Entry::content).toList();
        this.random = new SplittableRandom(seed);
    }

    List<Document> make(int passages) {
        List<Document> made = new ArrayList<>();
        List<List<String>> sentences =
                articles.stream().map(BenchPassages::sentences).toList();
        while (made.size() < passages) {
            int first = random.nextInt(articles.size());
            ArticleContent article = articles.get(first);
            StringBuilder text = new StringBuilder();
            while (text.length() < LENGTH) {
                // Half of it on the subject of the title.
                int from = random.nextBoolean() ? first : another(article.language());
                List<String> drawn = sentences.get(from);
                text.append(changed(drawn.get(random.nextInt(drawn.size())))).append(' ');
            }
            made.add(new Document("p-" + made.size(), saying(article, text.toString())));
        }
        return made;
    }

    private int another(Language language) {
        int index = random.nextInt(articles.size());
        while (articles.get(index).language() != language) index = random.nextInt(articles.size());
        return index;
    }

    private String changed(String sentence) {
        return NUMBER.matcher(sentence).replaceAll(number -> Integer.toString(random.nextInt(1, 1_000)));
    }

    private static List<String> sentences(ArticleContent article) {
        List<String> sentences = new ArrayList<>();
        for (TextRange range : Sentences.split(article.text())) {
            String plain =
                    BREAKS.matcher(range.of(article.text())).replaceAll(" ").strip();
            if (!plain.isEmpty()) sentences.add(plain);
        }
        return sentences.isEmpty() ? List.of(article.title()) : sentences;
    }

    private static ArticleContent saying(ArticleContent like, String text) {
        return new ArticleContent(
                like.kind(),
                like.title(),
                text,
                like.language(),
                like.trade(),
                like.keywords(),
                like.author(),
                like.source(),
                like.licence(),
                like.reviewBy(),
                like.visibility(),
                like.safety());
    }
}
