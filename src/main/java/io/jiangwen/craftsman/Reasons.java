package io.jiangwen.craftsman;

import io.jiangwen.text.Language;
import java.util.List;
import java.util.stream.Collectors;

/** Why a craftsman is offered a question, in one sentence. */
final class Reasons {
    private Reasons() {}

    static String sentence(Language language, List<Reason> reasons) {
        return switch (language) {
            case ZH -> reasons.stream().map(reason -> reason.in(language)).collect(Collectors.joining("；", "", "。"));
            case EN -> reasons.stream().map(reason -> reason.in(language)).collect(Collectors.joining("; ", "", "."));
        };
    }

    static String everybody(Language language, boolean near) {
        return switch (language) {
            case ZH -> "没有找到对口的工匠，推送给所有工匠" + (near ? "；企业与您同地区。" : "。");
            case EN ->
                "Nobody was found who fits, so every craftsman is offered this question"
                        + (near ? "; the enterprise is in your region." : ".");
        };
    }
}
