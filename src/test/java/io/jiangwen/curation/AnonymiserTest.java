package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.curation.Anonymised.Mask;
import io.jiangwen.text.Language;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymiserTest {
    private final Anonymiser anonymiser = new Anonymiser(Language.ZH, List.of("王小明", "Li"), List.of("苏州精工机械有限公司"));

    @ParameterizedTest
    @CsvSource({
        "联系 13812345678 即可, 联系 [电话] 即可",
        "电话0512-65432109转201，急, 电话[电话]，急",
        "微信号：wxid_abc123, 微信号：[电话]",
        "发到 zhang.san@example.com 吧, 发到 [邮箱] 吧",
        "身份证320501198801012345号, 身份证[证件号]号",
        "卡号 6222 0212 3456 7890 123, 卡号 [银行卡]",
        "车牌苏E·12345的货车, 车牌[车牌]的货车",
        "合同编号：HT-2026-0081，图号 JX2024-118A, 合同编号：[编号]，图号 [编号]",
        "订单号20260815001要返工, 订单号[编号]要返工",
        "这批是江苏恒立液压股份有限公司的件, 这批是某企业的件",
        "在洛阳轴承厂试过, 在某企业试过",
        "在常州第二机床厂试过, 在某企业试过",
        "苏州精工机械的老李说, 某企业的老李说",
        "精工机械那台床子, 某企业那台床子",
        "王小明说不行, 某人说不行",
        "张师傅和刘主任都看过, 某人和某人都看过",
        "联系人：赵铁柱，下午来, 联系人：某人，下午来",
    })
    void hidesWhatPointsAtSomebody(String text, String expected) {
        assertThat(anonymiser.anonymise(text).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "转速 800 r/min，进给 0.15 mm/r，吃刀 0.5 mm",
                "按 GB/T 1804-2000 取 m 级，表面 Ra1.6",
                "轴承 6205-2RS，螺纹 M10×1.5，45 钢调质 HRC28-32",
                "工件直径 Φ20±0.01，长度 400.000 mm",
                "出厂前检查，返厂维修要 3 天，厂家说明书第 5 页",
                "找一家铸造厂或热处理厂做时效",
                "公司要求，本公司和我厂都这样做",
                "钳工和电工一起调整，施工前停机",
                "订单5000件，合同要求直线度 0.02",
                "图纸要求 Ra0.8，图纸 Ra0.8",
                "主任务是降低振动，分钟级的节拍",
                "高级工程师复核，任何人不得开机",
                "lining of the brake, 0.02 mm per 100 mm",
            })
    void leavesTechnicalTextAlone(String text) {
        assertThat(anonymiser.anonymise(text).text()).isEqualTo(text);
    }

    @Test
    void hidesEnglishNamesInEnglish() {
        String text = "Mr Li of Shanghai Precision Tools Co., Ltd. called, order no. PO-77812, mail a@b.example";
        Anonymiser english = new Anonymiser(Language.EN, List.of("Li"), List.of());
        assertThat(english.anonymise(text).text())
                .isEqualTo("Mr [person] of [company] called, order no. [number], mail [e-mail]");
    }

    @Test
    void tellsWhereItHidWhat() {
        Anonymised hidden = anonymiser.anonymise("找王小明，13812345678");
        assertThat(hidden.masked())
                .extracting(Mask::kind)
                .containsExactly(Anonymised.Kind.PERSON, Anonymised.Kind.PHONE);
        assertThat(hidden.masked().getFirst().range().of("找王小明，13812345678")).isEqualTo("王小明");
    }

    @Test
    void doesItOnceAndForAll() {
        String once = anonymiser.anonymise("张师傅 13812345678，常州第二机床厂").text();
        assertThat(anonymiser.anonymise(once).text()).isEqualTo(once);
    }

    @Property(tries = 300)
    void masksAreInOrderAndInside(@ForAll String text) {
        int at = 0;
        for (Mask mask : anonymiser.anonymise(text).masked()) {
            assertThat(mask.range().start()).isGreaterThanOrEqualTo(at);
            at = mask.range().end();
        }
        assertThat(at).isLessThanOrEqualTo(text.length());
    }
}
