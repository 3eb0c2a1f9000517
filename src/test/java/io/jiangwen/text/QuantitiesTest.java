package io.jiangwen.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.testsupport.AnyText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "背吃刀量0.02 mm | 0.02mm",
                "转速800 r/min | 800r/min",
                "温度20℃ | 20°c",
                "硬度HRC58 | hrc58",
                "硬度40～43 HRC | hrc40 hrc43",
                "220～250HBW | hb220 hb250",
                "间隙3～5 | 3 5",
                "间隙3～5 mm | 3mm 5mm",
                "３至５毫米 | 3mm 5mm",
                "1,200 r/min | 1200r/min",
                "12,345.60 kg | 12345.6kg",
                "-5℃～+10℃ | -5°c 10°c",
                "φ25 mm×800 mm | 25mm 800mm",
                "φ25H7/g6 | 25mm h7/g6",
                "10±0.02 mm | 10mm 0.02mm",
                "改变转速10%～20% | 10% 20%",
                "12.9级螺栓 | 12.9级",
                "抗拉强度355 MPa，扭矩50 N·m | 355mpa 50n·m",
                "α取11.5×10⁻⁶/℃ | 11.5x10-6/°c",
                "用M10×1.5螺纹 | m10x1.5 m10",
                "转速800，200件 | 800 200",
                "Ra 3.2 μm | ra3.2",
                "电流190～220 A，电压23 V | 190a 220a 23v",
                "oil it 5 a day | 5",
                "2～3丝 | 2丝 3丝"
            })
    void normalisesNumbersWithTheirUnits(String text, String quantities) {
        assertThat(Quantities.in(text)).containsExactlyInAnyOrder(quantities.split(" "));
    }

    @Test
    void findsNoneInWords() {
        assertThat(Quantities.in("细长轴车削要同时管住让刀、受热伸长和振动。The shaft bends.")).isEmpty();
        assertThat(Quantities.in("")).isEmpty();
    }

    @Test
    void noticesANumberThatTheSourceDoesNotState() {
        String source = "精车切削速度60～80 m/min，背吃刀量0.15～0.3 mm，硬度HRC58。";
        assertThat(Quantities.missing("精车取80 m/min、0.3mm。", source)).isEmpty();
        assertThat(Quantities.missing("精车取90 m/min、0.3mm，HRC60。", source))
                .containsExactlyInAnyOrder("90m/min", "hrc60");
        assertThat(Quantities.missing("背吃刀量0.3 μm。", source)).containsExactly("0.3μm");
    }

    @Test
    void acceptsAUnitThatATableStatesInItsHead() {
        String table = "| 工序 | 切削速度 m/min |\n|---|---|\n| 精车 | 60～80 |";
        assertThat(Quantities.missing("精车的切削速度为60～80 m/min。", table)).isEmpty();
        assertThat(Quantities.missing("精车的切削速度为60～80。", "60～80 m/min")).isEmpty();
    }

    @Property
    @Domain(AnyText.class)
    void everyTextBearsItselfOut(@ForAll String text) {
        assertThat(Quantities.missing(text, text)).isEmpty();
    }
}
