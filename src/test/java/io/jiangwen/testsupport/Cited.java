package io.jiangwen.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.restassured.path.json.JsonPath;
import java.util.List;

/** A citation of a turn as its reader follows it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Cited(int number, String article, int version, String quote, int start, int end) {
    /** Every sentence names citations, and every citation says what its article says at that place. */
    public static void assertResolved(Api reader, JsonPath turn) {
        List<Cited> citations = turn.getList("citations", Cited.class);
        List<List<Integer>> sentences = turn.getList("answer.sentences.citations");
        List<Integer> numbers = citations.stream().map(Cited::number).toList();
        assertThat(sentences)
                .isNotEmpty()
                .allSatisfy(cited -> assertThat(cited).isNotEmpty().isSubsetOf(numbers));
        assertThat(citations).allSatisfy(citation -> citation.assertResolved(reader));
    }

    private void assertResolved(Api reader) {
        String text =
                reader.read("/articles/{id}/versions/{n}", article, version).getString("text");
        assertThat(text.substring(start, end)).isEqualTo(quote);
    }
}
