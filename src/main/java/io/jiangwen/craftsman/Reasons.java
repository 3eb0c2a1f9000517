package io.jiangwen.craftsman;

import io.jiangwen.text.Language;

/** Why a craftsman is offered a question, in one sentence. */
final class Reasons {
    private Reasons() {}

    static String trade(Language language, String trade, boolean near) {
        return switch (language) {
            case ZH -> "问题提到您的工种“" + trade + "”" + (near ? "，企业与您同地区。" : "。");
            case EN ->
                "The question names your trade, " + trade + (near ? ", and the enterprise is in your region." : ".");
        };
    }

    static String everybody(Language language, boolean near) {
        return switch (language) {
            case ZH -> "未能判断工种，推送给所有工匠" + (near ? "；企业与您同地区。" : "。");
            case EN ->
                "The trade is not known, so every craftsman is offered this question"
                        + (near ? "; the enterprise is in your region." : ".");
        };
    }
}
