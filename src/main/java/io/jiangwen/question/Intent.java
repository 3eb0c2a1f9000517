package io.jiangwen.question;

import io.jiangwen.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody wants who writes a line: not every line is a technical question. */
public enum Intent {
    /** A question to be looked up. */
    QUESTION,
    /** Wants a person: always honoured. */
    PERSON,
    /** Greets, thanks, or asks what this is. */
    SMALL_TALK,
    /** Nothing that could be looked up: punctuation, emoji, a single letter. */
    NOTHING;

    private static final List<Pattern> PERSON_PHRASES = List.of(
            Pattern.compile(
                    "^(请|麻烦|我要|我想|帮我|给我|能不能|可以|直接)*(转接|转|找|要|换|联系|接)(一下|个|一个|位|一位)?(人工|真人|师傅|工匠|老师傅|专家|客服)(客服|服务|吧|谢谢|好吗|可以吗)*$"),
            Pattern.compile("^人工(客服|服务)?$"),
            Pattern.compile("转人工|找个?师傅来|我要找师傅|想找师傅"),
            Pattern.compile(
                    "\\b(talk|speak|connect me|transfer me|get me|hand me over)( to| with)?( an?| the)? (real |human )?(person|human|craftsman|expert|agent|somebody|someone)\\b"));

    private static final List<Pattern> SMALL_TALK_PHRASES = List.of(
            Pattern.compile(
                    "^(你好|您好|嗨|哈喽|在吗|在不在|早上好|上午好|下午好|晚上好|谢谢|多谢|感谢|辛苦了|再见|拜拜|好的|知道了|明白了)(你|您|啊|呀|了|师傅|老师|大家|!|。|,|~)*$"),
            Pattern.compile("^(你|您)(是谁|叫什么名字?|能做什么|会什么|是机器人吗)(\\?|。)*$"),
            Pattern.compile(
                    "^(hi|hello|hey|good (morning|afternoon|evening)|thanks?|thank you|bye|goodbye|ok|okay)( there| you| very much| so much| all)*[.!]*$"),
            Pattern.compile("^(who|what) are you\\??$|^what can you do\\??$"));

    /** What the line wants; decided by phrases, so that it holds without any model. */
    public static Intent of(String text) {
        String folded = Normalizer.fold(text).strip();
        if (folded.codePoints().filter(Character::isLetterOrDigit).count() < 2) return NOTHING;
        String bare = folded.replaceAll("[\\p{Punct}。，！？、；：~～\\s]+$", "");
        if (PERSON_PHRASES.stream().anyMatch(phrase -> phrase.matcher(bare).find())) return PERSON;
        if (SMALL_TALK_PHRASES.stream().anyMatch(phrase -> phrase.matcher(bare).find())) return SMALL_TALK;
        return QUESTION;
    }
}
