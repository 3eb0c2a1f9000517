package io.jiangwen.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Keyword search as Lucene does it in memory: BM25 (Robertson and Zaragoza 2009) over the title followed by the text, any
 * of the query's terms.
 */
final class KeywordRanker implements Ranker {
    /** Both as in Anserini's defaults, which suit passages. */
    private static final float K1 = 0.9f;

    private static final float B = 0.4f;
    private static final int MOST_TERMS = 100_000;
    private static final String ID = "id";
    private static final String TEXT = "text";

    private final Analyzer analyzer;
    private final IndexSearcher searcher;

    KeywordRanker(List<Document> documents, Analyzer analyzer) throws IOException {
        this(texts(documents), analyzer);
    }

    /** @param texts by id */
    KeywordRanker(Map<String, String> texts, Analyzer analyzer) throws IOException {
        this.analyzer = analyzer;
        BM25Similarity similarity = new BM25Similarity(K1, B);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig(analyzer).setSimilarity(similarity))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                org.apache.lucene.document.Document row = new org.apache.lucene.document.Document();
                row.add(new StoredField(ID, text.getKey()));
                row.add(new TextField(TEXT, text.getValue(), Field.Store.NO));
                writer.addDocument(row);
            }
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(similarity);
        IndexSearcher.setMaxClauseCount(MOST_TERMS);
    }

    private static Map<String, String> texts(List<Document> documents) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Document document : documents)
            texts.put(
                    document.id(),
                    document.content().title() + "\n" + document.content().text());
        return texts;
    }

    @Override
    public List<String> rank(String query, int k) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String term : terms(query)) any.add(new TermQuery(new Term(TEXT, term)), BooleanClause.Occur.SHOULD);
        StoredFields stored = searcher.storedFields();
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(any.build(), k).scoreDocs) {
            ids.add(stored.document(hit.doc).get(ID));
        }
        return ids;
    }

    /** Each once: a word said twice in a question is not twice as important. */
    private Set<String> terms(String query) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(TEXT, query)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) terms.add(term.toString());
            tokens.end();
        }
        return terms;
    }
}
