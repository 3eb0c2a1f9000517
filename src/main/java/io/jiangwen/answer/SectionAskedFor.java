package io.jiangwen.answer;

import java.util.regex.Pattern;

/** Which section of an article a way of asking wants: how, why, or how to check. Pure. */
final class SectionAskedFor {
    private static final Pattern WHY = Pattern.compile("为什么|为啥|什么原因|怎么回事|咋回事|是什么引起|(?i:\\bwhy\\b|\\bcause)");
    private static final Pattern CHECK =
            Pattern.compile("怎么(检查|检验|验证|判断|测|量)|如何(检查|检验|验证|判断|测量)|(?i:how (do|can) (i|we) (check|verify|measure))");

    private static final Pattern CAUSES = Pattern.compile("原因|常见问题|(?i:cause|faq|troubleshooting)");
    private static final Pattern CHECKS = Pattern.compile("检验|验证|判断|(?i:verif|check)");
    private static final Pattern STEPS = Pattern.compile("步骤|处置|回答|做法|操作|方法|(?i:step|answer|method|procedure)");

    private SectionAskedFor() {}

    /** A pattern over heading paths; whoever asks neither why nor how to check wants to know what to do. */
    static Pattern of(String question) {
        if (WHY.matcher(question).find()) return CAUSES;
        if (CHECK.matcher(question).find()) return CHECKS;
        return STEPS;
    }
}
