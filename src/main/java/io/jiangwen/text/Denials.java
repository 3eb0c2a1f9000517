package io.jiangwen.text;

import java.util.regex.Pattern;

/** Counts what denies or forbids in a clause of Chinese or English. */
public final class Denials {
    /** Bounds (不超过), and words that only look like a denial (不锈钢, not only). */
    private static final Pattern NONE =
            Pattern.compile("不锈|不然|不仅|不但|不断|不同|不良|不足|不论|无论|不管|不平衡|不稳|不均|不明|不清|无损|无缝|无线|无铅|无极|无机|未来|非常|非金属|除非|不久|不少"
                    + "|不(?:得|宜|能|应|可|要|会)?(?:超过|大于|高于|多于|小于|低于|少于)|不知不觉"
                    + "|\\bnot only\\b|\\bno(?:t)? (?:more|less|later|fewer|earlier|higher|lower|greater|above|below|over) ?(?:than)?\\b"
                    + "|\\bno-go\\b|\\bno\\.? ?(?=\\d)|\\bnon-?\\w+|\\bnothing but\\b");

    private static final Pattern DENIAL = Pattern.compile(
            "不|没|无|未|非|勿|莫|禁止|严禁|避免|拒绝|杜绝|禁用"
                    + "|\\b(?:not|never|no|none|neither|nor|without|cannot|avoid|avoids|forbidden|prohibited|prohibits?|unable|impossible|nothing|nobody|fails? to)\\b"
                    + "|\\b(?:can|don|doesn|didn|isn|aren|wasn|weren|won|wouldn|shouldn|mustn|couldn|hasn|haven|needn)['’]?t\\b");

    private Denials() {}

    /** @param clause {@linkplain Normalizer#fold folded} */
    public static int count(String clause) {
        return (int)
                DENIAL.matcher(NONE.matcher(clause).replaceAll(" ")).results().count();
    }
}
