package io.jiangwen.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasurementsTest {
    @Test
    void areNumbersWithUnits() {
        assertThat(Measurements.in("精车取60～80 m/min、0.3 mm，硬度58 HRC，Ra 0.8 μm，流量40 L/min，-5 ℃，3 丝"))
                .containsExactlyInAnyOrder("60m/min", "0.3mm", "hrc58", "ra0.8", "40l/min", "-5°c", "3丝");
    }

    @Test
    void areStretchesOfTimeToo() {
        assertThat(Measurements.in("预留1～2 周，每 6 个月查一次，存档5年，within 30 days"))
                .containsExactlyInAnyOrder("1~2周", "6个月", "5年", "30days");
    }

    @Test
    void areNeitherBareNumbersNorNames() {
        assertThat(Measurements.in("用20CrMnTi做3件，M10×1.5，6205-2RS，GB/T 699-2015，12.9级，安全等级 2，J507，2023年"))
                .isEmpty();
    }

    @Test
    void countOnce() {
        assertThat(Measurements.in("间隙3 mm，复测仍为 3mm，即3毫米")).containsExactly("3mm");
    }
}
