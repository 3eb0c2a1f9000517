package io.jiangwen.testsupport;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.providers.TypeUsage;

/** Texts a parser may meet: workshop Chinese and English in every Markdown construct, and any character at all. */
public final class AnyText extends DomainContextBase {
    private static final String[] FRAGMENTS = {
        "跟刀架支承爪先研合。",
        "转速800 r/min；",
        "径向让刀！",
        "长径比大于20？",
        "（先研合。再装）",
        "“停！”",
        "「好。」",
        "0.02 mm",
        "M10×1.5",
        "6205 - 2RS",
        "GB/T 1804",
        "HRC58～62",
        "Use approx. 0.02 mm. ",
        "No. 5 ",
        "e.g. this ",
        "Stop!",
        "v1.2.3",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "# 步骤\n",
        "## 装夹\n",
        "标题\n===\n",
        "- ",
        "  - ",
        "1. ",
        "> ",
        "| a | b |\n",
        "|---|---|\n",
        "```\n",
        "    ",
        "<div>\n",
        "<!-- x -->",
        "---\n",
        "**",
        "_",
        "问：",
        "答：",
        "[a]: b\n",
        "(",
        "）",
        "”",
        " ",
        "　",
        "\t",
        "\u00A0",
        "\u200B",
        "\uFEFF",
        "\0",
        "👨‍🏭",
        "𠀀",
        "\uD800",
        "\uDC00",
        "…",
        "......",
        "１２，３",
        "－",
        "×",
        "é",
        "ﬁ",
        "℃",
        "\\",
        "'"
    };

    /** Strings of fragments, and of any UTF-16 units. */
    @Provide
    Arbitrary<String> texts(TypeUsage usage) {
        Arbitrary<String> fragment = Arbitraries.of(FRAGMENTS);
        Arbitrary<String> anything = Arbitraries.chars().all().map(String::valueOf);
        Arbitrary<String> mixed =
                Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, fragment), net.jqwik.api.Tuple.of(1, anything));
        return mixed.list().ofMaxSize(60).map(parts -> String.join("", parts));
    }
}
