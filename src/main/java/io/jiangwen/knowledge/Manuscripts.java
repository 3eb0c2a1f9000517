package io.jiangwen.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** What is written already, whoever may read it: for reviewing, importing and loading. */
@ApplicationScoped
public class Manuscripts {
    /** Known to everybody who would read {@code content}, and not withdrawn. */
    private static final String TWIN = """
            SELECT a.id
            FROM article_version v
            JOIN article a ON a.id = v.article_id
            JOIN article_version n ON n.article_id = a.id AND n.number = a.newest_version AND n.state <> 'RETRACTED'
            WHERE md5(v.text) = md5(CAST(:text AS text)) AND v.text = :text
              AND (v.visibility = 'PUBLIC' OR v.visibility = :visibility AND v.audience = CAST(:audience AS text))
            ORDER BY a.id
            """;

    private final ArticleRepository articles;
    private final EntityManager entities;

    Manuscripts(ArticleRepository articles, EntityManager entities) {
        this.articles = articles;
        this.entities = entities;
    }

    @Transactional
    public Optional<Manuscript> find(String id) {
        return articles.findByIdOptional(id).map(article -> Manuscript.of(article, articles.newest(article)));
    }

    /** Whether the article says this already, or said it in an earlier version. */
    @Transactional
    public boolean says(String id, ArticleContent content) {
        return entities.createQuery(
                        "from ArticleVersionEntity v where v.articleId = :id and v.text = :text",
                        ArticleVersionEntity.class)
                .setParameter("id", id)
                .setParameter("text", content.text())
                .getResultStream()
                .anyMatch(version -> version.content().equals(content));
    }

    /** An article with the same text that every reader of {@code content} may read; retracted ones do not count. */
    @Transactional
    public Optional<String> twin(ArticleContent content) {
        NativeQuery<String> query = entities.unwrap(Session.class).createNativeQuery(TWIN, String.class);
        query.setParameter("text", content.text());
        query.setParameter("visibility", content.visibility().scope().name());
        query.setParameter("audience", content.visibility().audience(), String.class);
        query.setMaxResults(1);
        return query.uniqueResultOptional();
    }

    /** Ids of the articles that came with a release. */
    @Transactional
    public List<String> shippedIds() {
        return entities.createQuery(
                        "select a.id from ArticleEntity a where a.shippedHash is not null order by a.id", String.class)
                .getResultList();
    }
}
