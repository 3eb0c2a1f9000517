package io.jiangwen.curation;

import io.jiangwen.text.TextRange;
import java.util.List;

/**
 * A text without what points at people and companies.
 *
 * @param masked what was replaced, in the order and the offsets of the original
 */
public record Anonymised(String text, List<Mask> masked) {
    public Anonymised {
        masked = List.copyOf(masked);
    }

    public record Mask(TextRange range, Kind kind) {}

    /** What was replaced, and what stands there now. */
    public enum Kind {
        PERSON("某人", "[person]"),
        COMPANY("某企业", "[company]"),
        PHONE("[电话]", "[phone]"),
        EMAIL("[邮箱]", "[e-mail]"),
        ID_NUMBER("[证件号]", "[ID number]"),
        BANK_CARD("[银行卡]", "[bank card]"),
        PLATE("[车牌]", "[plate]"),
        DOCUMENT("[编号]", "[number]");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String placeholder(boolean chinese) {
            return chinese ? zh : en;
        }
    }
}
