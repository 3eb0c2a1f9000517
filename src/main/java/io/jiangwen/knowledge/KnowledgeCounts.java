package io.jiangwen.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** How much is published. */
@ApplicationScoped
public class KnowledgeCounts {
    private final EntityManager entities;

    KnowledgeCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether anything could be found at all; every passage comes with its embedding. */
    @Transactional
    public boolean publishedPassagesExist() {
        return (boolean) entities.createNativeQuery("SELECT EXISTS (SELECT 1 FROM passage)", Boolean.class)
                .getSingleResult();
    }

    @Transactional
    public long passages() {
        return count("SELECT count(*) FROM passage");
    }

    @Transactional
    public long publishedArticles() {
        return count("SELECT count(*) FROM article WHERE published_version IS NOT NULL");
    }

    private long count(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }
}
