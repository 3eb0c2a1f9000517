package io.jiangwen.text;

import java.util.Set;

/** Words that say nothing about what is asked. */
final class StopWords {
    private static final Set<String> PARTICLES = Set.of("的", "了", "吗", "呢", "吧", "啊", "呀", "嘛", "么", "哦", "啦");

    /** Single function words across which no bigram goes either; others, such as 上 or 中, may be part of a term. */
    private static final Set<String> JOINTS = Set.of("和", "与", "及", "或", "是", "在", "时", "就", "也", "都");

    /** How people ask, whatever they ask about. */
    private static final Set<String> ASKING = Set.of(
            "怎么", "怎样", "怎么样", "怎么办", "如何", "什么", "为什么", "为何", "何", "哪", "哪个", "哪些", "哪里", "哪儿", "多少", "几", "是否", "能否",
            "可否", "请", "请问", "请教", "谁", "有没有", "是不是", "能不能", "会不会", "要不要", "该", "应该", "应当", "办", "帮", "帮忙", "一下", "告诉",
            "想", "知道", "谢谢", "您好", "你好", "师傅");

    /** Function words; negations such as 不 and 没 stay, for they change what is meant. */
    private static final Set<String> FUNCTION = Set.of(
            "是", "在", "和", "与", "及", "以及", "或", "或者", "也", "都", "就", "还", "又", "把", "被", "将", "对", "对于", "关于", "从", "到",
            "为", "为了", "以", "于", "而", "而且", "并", "并且", "但", "但是", "因为", "所以", "如果", "则", "之", "其", "这", "那", "这个", "那个",
            "这些", "那些", "这样", "那样", "它", "我", "我们", "你", "你们", "您", "他", "他们", "她", "咱们", "可以", "能", "能够", "会", "要",
            "需要", "让", "使", "给", "有", "很", "太", "比较", "一个", "一种", "一些", "时", "时候", "等", "着", "过", "上", "中", "里", "个",
            "种", "来", "去", "地", "得", "所", "由", "各", "可", "应", "才", "再", "约");

    static final Set<String> ENGLISH = Set.of(
            "how", "what", "why", "when", "where", "which", "who", "whose", "do", "does", "did", "done", "can", "could",
            "should", "would", "may", "might", "must", "shall", "i", "i'm", "my", "me", "we", "our", "us", "you",
            "your", "he", "she", "its", "has", "have", "had", "been", "were", "am", "from", "than", "so", "too", "very",
            "just", "any", "some", "also", "please", "tell", "know", "want", "about", "get", "there", "here", "these",
            "those");

    private StopWords() {}

    static boolean contains(String word) {
        return PARTICLES.contains(word) || ASKING.contains(word) || FUNCTION.contains(word);
    }

    /** Whether a bigram that touches this word, where it stands alone, would be noise. */
    static boolean breaksBigrams(String word) {
        return PARTICLES.contains(word) || JOINTS.contains(word) || (word.length() > 1 && contains(word));
    }
}
