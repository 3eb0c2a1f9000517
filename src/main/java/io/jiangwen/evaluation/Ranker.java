package io.jiangwen.evaluation;

import java.io.IOException;
import java.util.List;

/** A plain way of ranking documents that the service is compared with. */
interface Ranker {
    /** Ids of at most {@code k} documents, best first. */
    List<String> rank(String query, int k) throws IOException;
}
