package io.jiangwen.knowledge;

import io.jiangwen.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Some of what is published for everybody, whole articles; always the same ones as long as nothing changes. */
@ApplicationScoped
public class KnowledgeSample {
    private static final String SAMPLE = """
            SELECT p.article_id, p.kind, p.language, v.title, p.heading_path, p.text
            FROM (SELECT id FROM article WHERE visibility = 'PUBLIC' AND published_version IS NOT NULL
                  ORDER BY md5(id), id LIMIT ?) a
            JOIN passage p ON p.article_id = a.id
            JOIN article_version v ON v.article_id = p.article_id AND v.number = p.version
            ORDER BY md5(p.article_id), p.article_id, p.ordinal
            """;

    private final DataSource database;

    KnowledgeSample(DataSource database) {
        this.database = database;
    }

    /** @param passages in order; not empty */
    public record Sampled(String article, ArticleKind kind, Language language, String title, List<Stretch> passages) {
        public Sampled {
            passages = List.copyOf(passages);
        }
    }

    /** See {@link Passage}. */
    public record Stretch(String headingPath, String text) {}

    /** At most so many, in the order of a hash, so that it does not depend on when or by whom they were published. */
    public List<Sampled> articles(int most) throws SQLException {
        Map<String, Sampled> seen = new LinkedHashMap<>();
        Map<String, List<Stretch>> passages = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SAMPLE)) {
            query.setInt(1, most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String article = row.getString(1);
                    seen.putIfAbsent(
                            article,
                            new Sampled(
                                    article,
                                    ArticleKind.valueOf(row.getString(2)),
                                    Language.ofTag(row.getString(3)),
                                    row.getString(4),
                                    List.of()));
                    passages.computeIfAbsent(article, id -> new ArrayList<>())
                            .add(new Stretch(row.getString(5), row.getString(6)));
                }
            }
        }
        return seen.values().stream()
                .map(article -> new Sampled(
                        article.article(),
                        article.kind(),
                        article.language(),
                        article.title(),
                        passages.getOrDefault(article.article(), List.of())))
                .toList();
    }
}
