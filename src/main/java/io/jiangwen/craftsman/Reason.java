package io.jiangwen.craftsman;

import io.jiangwen.text.Language;
import java.util.List;

/** Why a craftsman is offered a question. Never words of another enterprise: topics are names from the vocabulary. */
public sealed interface Reason {
    /** He solved such questions before. */
    record Solved(int questions, List<Concept> topics) implements Reason {
        public Solved {
            topics = List.copyOf(topics);
        }
    }

    /** The question is of his trade. */
    record OfTrade(Trade trade) implements Reason {}

    /** His profile names what the question is about, in his own words. */
    record Knows(List<String> tags) implements Reason {
        public Knows {
            tags = List.copyOf(tags);
        }
    }

    /** What he does is close in meaning. */
    record Close() implements Reason {}

    /** The enterprise is in his region, or at least in his province. */
    record Near(boolean sameRegion) implements Reason {}

    /** He has room for it. */
    record Free(int held) implements Reason {}

    /** He is new here, and new craftsmen get a share. */
    record New() implements Reason {}

    /** Nothing that he does or did is close to it. */
    record Nothing() implements Reason {}

    /** A phrase that can stand in a list. */
    default String in(Language language) {
        return switch (language) {
            case ZH -> chinese();
            case EN -> english();
        };
    }

    private String chinese() {
        return switch (this) {
            case Solved(int questions, List<Concept> topics) ->
                "解决过 " + questions + " 个类似问题" + (topics.isEmpty() ? "" : "（" + topics(topics, Language.ZH, "、") + "）");
            case OfTrade(Trade trade) -> "工种：" + trade.chinese();
            case Knows(List<String> tags) -> "专长：" + String.join("、", tags);
            case Close() -> "专长与问题内容相近";
            case Near(boolean region) -> region ? "与企业同地区" : "与企业同省";
            case Free(int held) -> held == 0 ? "手上没有工单" : "手上有 " + held + " 个工单，还能接";
            case New() -> "新加入的工匠";
            case Nothing() -> "专长中没有与问题对应的内容";
        };
    }

    private String english() {
        return switch (this) {
            case Solved(int questions, List<Concept> topics) ->
                "solved " + questions + (questions == 1 ? " similar question" : " similar questions")
                        + (topics.isEmpty() ? "" : " (" + topics(topics, Language.EN, ", ") + ")");
            case OfTrade(Trade trade) -> "trade: " + trade.english();
            case Knows(List<String> tags) -> "knows " + String.join(", ", tags);
            case Close() -> "works on something close to it";
            case Near(boolean region) -> region ? "same region as the enterprise" : "same province as the enterprise";
            case Free(int held) -> held == 0 ? "free now" : "holds " + held + " tickets and has room";
            case New() -> "new here";
            case Nothing() -> "nothing in the profile is about it";
        };
    }

    private static String topics(List<Concept> topics, Language language, String joint) {
        return String.join(
                joint, topics.stream().map(topic -> topic.name(language)).toList());
    }
}
