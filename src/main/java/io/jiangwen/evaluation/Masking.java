package io.jiangwen.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What is hidden to see whether the service notices.
 *
 * @param removed ids of documents that are left out
 * @param unanswerable ids of queries that nothing answers then
 */
record Masking(Set<String> removed, Set<String> unanswerable) {
    static final Masking NONE = new Masking(Set.of(), Set.of());

    Masking {
        removed = Set.copyOf(removed);
        unanswerable = Set.copyOf(unanswerable);
    }

    /**
     * @throws IOException when the file cannot be read at all
     * @throws Refused when it is not a masking
     */
    static Masking read(Path file) throws IOException, Refused {
        try {
            JsonNode object = new ObjectMapper().readTree(Files.readAllBytes(file));
            if (!object.path("removed_docs").isArray()
                    || !object.path("unanswerable_queries").isArray())
                throw new Refused(
                        file + " is no masking: it needs the lists \"removed_docs\" and \"unanswerable_queries\"");
            return new Masking(ids(object.path("removed_docs")), ids(object.path("unanswerable_queries")));
        } catch (JsonProcessingException e) {
            throw new Refused(file + " is malformed JSON: " + e.getOriginalMessage());
        }
    }

    private static Set<String> ids(JsonNode list) {
        Set<String> ids = new HashSet<>();
        list.forEach(id -> ids.add(id.asText("")));
        return ids;
    }
}
