package io.jiangwen.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles. Who may see what is part of every query: what a reader may not see does not exist for him.
 *
 * <p>Those who manage knowledge, and the craftsman an article is by, read its newest version; everybody else reads the
 * published one.
 */
@ApplicationScoped
public class ArticleReader {
    private static final String SELECT =
            "select a, v from ArticleEntity a join ArticleVersionEntity v on v.articleId = a.id where ";

    private static final String MANAGES =
            "(:everything = true or a.authorAccount is not null and a.authorAccount = :author)";

    private static final String ADMITTED = """
            (a.visibility = PUBLIC
             or a.visibility = INDUSTRY and a.audience = :industry
             or a.visibility = ENTERPRISE and a.audience = :enterprise)
            """;

    private static final String MAY = "(" + MANAGES + " or " + ADMITTED + ")";

    private static final String PRESENT =
            MAY + " and v.number = case when " + MANAGES + " then a.newestVersion else a.publishedVersion end";

    /** What is published stays in the list of published articles while an edit of it waits. */
    private static final String PUBLISHED = MAY + " and v.number = a.publishedVersion";

    private static final String ONCE_PUBLISHED = "(" + MANAGES + " or " + ADMITTED + " and v.publishedAt is not null)";

    /** An account that nobody has. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager entities;

    ArticleReader(EntityManager entities) {
        this.entities = entities;
    }

    /** The article as it stands for this reader. */
    @Transactional
    public Optional<ArticleView> find(String id, Readership reader) {
        return first("a.id = :id and " + PRESENT, reader, Map.of("id", id));
    }

    /** A version that was ever published, also after it was superseded or retracted; any to those who manage it. */
    @Transactional
    public Optional<ArticleView> version(String id, int number, Readership reader) {
        String where = "a.id = :id and v.number = :number and " + ONCE_PUBLISHED;
        return first(where, reader, Map.of("id", id, "number", number));
    }

    /** One page, newest first. */
    @Transactional
    public ArticlePage list(ArticleQuery wanted, Readership reader) {
        StringBuilder where = new StringBuilder(wanted.state() == ArticleState.PUBLISHED ? PUBLISHED : PRESENT);
        Map<String, Object> values = new TreeMap<>();
        also(where, values, "a.ticketId = :ticket", "ticket", wanted.ticket());
        also(where, values, "v.kind = :kind", "kind", wanted.kind());
        also(where, values, "v.state = :state", "state", wanted.state());
        if (wanted.words() != null) {
            where.append(" and (v.title ilike :words escape '!' or v.text ilike :words escape '!' or a.id = :exactly)");
            values.put("words", "%" + wanted.words().replaceAll("([!%_])", "!$1") + "%");
            values.put("exactly", wanted.words());
        }
        if (wanted.after() != null) {
            where.append(" and (v.createdAt < :at or v.createdAt = :at and a.id > :after)");
            values.put("at", wanted.after().createdAt());
            values.put("after", wanted.after().id());
        }
        List<ArticleView> found = query(where + " order by v.createdAt desc, a.id", reader, values)
                .setMaxResults(wanted.limit() + 1)
                .getResultStream()
                .map(ArticleReader::view)
                .toList();
        if (found.size() <= wanted.limit()) return new ArticlePage(found, null);
        ArticleView last = found.get(wanted.limit() - 1);
        return new ArticlePage(
                found.subList(0, wanted.limit()),
                new ArticleCursor(last.createdAt().toInstant(), last.id()).encoded());
    }

    private static void also(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value == null) return;
        where.append(" and ").append(condition);
        values.put(name, value);
    }

    private Optional<ArticleView> first(String where, Readership reader, Map<String, Object> values) {
        return query(where, reader, values)
                .getResultStream()
                .map(ArticleReader::view)
                .findFirst();
    }

    private SelectionQuery<Object[]> query(String where, Readership reader, Map<String, Object> values) {
        UUID enterprise = reader.viewer().enterprise();
        SelectionQuery<Object[]> query = entities.unwrap(Session.class)
                .createSelectionQuery(SELECT + where, Object[].class)
                .setParameter("everything", reader.viewer().everything())
                .setParameter("author", Optional.ofNullable(reader.author()).orElse(NOBODY))
                .setParameter("industry", reader.viewer().industry(), String.class)
                .setParameter("enterprise", enterprise == null ? null : enterprise.toString(), String.class);
        values.forEach(query::setParameter);
        return query;
    }

    private static ArticleView view(Object[] row) {
        return ArticleView.of((ArticleEntity) row[0], (ArticleVersionEntity) row[1]);
    }
}
