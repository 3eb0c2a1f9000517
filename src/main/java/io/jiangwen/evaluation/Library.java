package io.jiangwen.evaluation;

import io.jiangwen.knowledge.NewArticle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Under which article each document is published: its own id where an article may have it. */
final class Library {
    private final Map<String, String> documents = new HashMap<>();
    private final Map<String, String> articles = new HashMap<>();

    Library(List<Document> loaded) {
        loaded.stream().map(Document::id).filter(NewArticle::isId).forEach(id -> put(id, id));
        loaded.stream().map(Document::id).filter(id -> !NewArticle.isId(id)).forEach(id -> put(stand(id), id));
    }

    /** The article that {@code document} is published as. */
    String article(String document) {
        return known(articles, document);
    }

    /** The document that {@code article} was. */
    String document(String article) {
        return known(documents, article);
    }

    private void put(String article, String document) {
        documents.put(article, document);
        articles.put(document, article);
    }

    private static String known(Map<String, String> names, String name) {
        String other = names.get(name);
        if (other == null) throw new IllegalArgumentException("nothing was loaded as " + name);
        return other;
    }

    /** The same for the same id, always, and different from every other. */
    private String stand(String id) {
        String name = "d-" + hash(id);
        while (documents.containsKey(name)) name = "d-" + hash(name);
        return name;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
