package io.jiangwen.craftsman;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TradeVocabularyTest {
    private static final TradeVocabulary VOCABULARY = TradeVocabulary.packed();

    @Test
    void thereAreTheSeventeenTradesOfTheKnowledgeBase() {
        assertThat(VOCABULARY.slugs()).hasSize(17).contains("turning-milling", "standards-permits");
    }

    @Test
    void tradesAreKnownByEveryName() {
        for (String name : List.of("turning-milling", "turning milling", "车工", "數控車", "CNC Turning", "turner"))
            assertThat(VOCABULARY.tradesNamedIn(name))
                    .as(name)
                    .extracting(Trade::slug)
                    .contains("turning-milling");
        for (String name : List.of("木工", "tailoring", "", "x"))
            assertThat(VOCABULARY.tradesNamedIn(name)).as(name).isEmpty();
    }

    @Test
    void aConceptIsTheSameInBothLanguagesAndUnderEverySynonym() {
        for (String text : List.of("车出来有颤纹", "chatter marks on the shaft", "有震纹"))
            assertThat(VOCABULARY.conceptsIn(text))
                    .as(text)
                    .extracting(Concept::term)
                    .contains("振纹");
    }

    @Test
    void theLongestNameCounts() {
        assertThat(VOCABULARY.conceptsIn("无心磨床")).extracting(Concept::term).containsExactly("无心磨床");
    }

    @Test
    void whatNamesNothingHasNoConcept() {
        assertThat(VOCABULARY.conceptsIn("今天天气怎么样？")).isEmpty();
        assertThat(VOCABULARY.conceptsIn("")).isEmpty();
    }
}
