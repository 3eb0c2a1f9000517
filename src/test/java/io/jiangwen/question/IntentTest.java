package io.jiangwen.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "转人工",
                "人工",
                "人工客服",
                "找师傅",
                "我想找个师傅",
                "请转人工服务",
                "帮我转接人工",
                "能不能找位师傅",
                "转人工！",
                "Talk to a person please",
                "can I speak to a human"
            })
    void hearsThatAPersonIsWanted(String line) {
        assertThat(Intent.of(line)).isEqualTo(Intent.PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "您好！", "谢谢师傅", "在吗", "你是谁？", "Hello!", "thank you very much", "ok"})
    void hearsSmallTalk(String line) {
        assertThat(Intent.of(line)).isEqualTo(Intent.SMALL_TALK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"？", "😀😀😀", "…", "1", "<>", "。。。"})
    void hearsNothingInPunctuationAndEmoji(String line) {
        assertThat(Intent.of(line)).isEqualTo(Intent.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "长径比大于20的细长轴车削时怎么控制直线度和表面粗糙度？",
                "人工时效和自然时效有什么区别",
                "焊工师傅说要预热，预热多少度？",
                "你好，车床主轴发热怎么办",
                "机器人工具坐标怎么标定",
                "why does the operator talk about a person in the robot cell",
                "谢谢，那精车转速给多少"
            })
    void takesEverythingElseForAQuestion(String line) {
        assertThat(Intent.of(line)).isEqualTo(Intent.QUESTION);
    }
}
