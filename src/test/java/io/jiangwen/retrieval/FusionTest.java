package io.jiangwen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FusionTest {
    private final Fusion fusion = new Fusion(0.6);

    @Test
    void aPassageThatBothLegsPreferComesFirst() {
        List<Fusion.Fused<String>> fused = fusion.fuse(List.of(
                new Fusion.Candidate<>("off topic", 0.30, 0.0),
                new Fusion.Candidate<>("slender shaft", 0.80, 0.7),
                new Fusion.Candidate<>("thin sleeve", 0.60, 0.2)));
        assertThat(fused).extracting(Fusion.Fused::item).containsExactly("slender shaft", "thin sleeve", "off topic");
        assertThat(fused.getFirst().evidence().score()).isEqualTo(1.0);
    }

    @Test
    void nothingFusesToNothing() {
        assertThat(fusion.fuse(List.of())).isEmpty();
    }

    @Test
    void aSingleCandidateKeepsItsPlaceWhateverItsScores() {
        assertThat(fusion.fuse(List.of(new Fusion.Candidate<>("only", -0.2, 0.0))))
                .singleElement()
                .satisfies(only -> assertThat(only.evidence().cosine()).isZero());
    }

    @Property
    void scoresStayBetweenZeroAndOneAndFall(
            @ForAll @Size(max = 30) List<@DoubleRange(min = -1, max = 1) Double> cosines) {
        List<Fusion.Fused<Double>> fused = fusion.fuse(cosines.stream()
                .map(cosine -> new Fusion.Candidate<>(cosine, cosine, Math.abs(cosine)))
                .toList());
        assertThat(fused).hasSameSizeAs(cosines);
        for (int i = 1; i < fused.size(); i++) {
            assertThat(fused.get(i).evidence().score())
                    .isBetween(0.0, fused.get(i - 1).evidence().score());
        }
    }
}
