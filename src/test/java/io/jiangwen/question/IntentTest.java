package io.jiangwen.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jiangwen.testsupport.AnyText;
import io.jiangwen.text.Language;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
                "转人工转人工转人工",
                "转 人 工",
                "转.人.工!!!",
                "轉人工",
                "請轉接真人客服",
                "幫我找個老師傅",
                "人工：想请师傅看看我们的破碎机为什么老卡料",
                "有没有真人",
                "要人工",
                "给我换个活人",
                "叫个懂行的来",
                "我要跟师傅说",
                "我想跟师傅聊聊",
                "别跟我扯了给我找个师傅",
                "算了给我接个活人",
                "能约个专家上门诊断吗 急",
                "怎么联系到上次来的那位工匠",
                "这个问题机器说不清，麻烦安排一位老师傅",
                "有没有焊接方面的劳模能到我们厂里来看一眼",
                "找个会修数控车床的师傅",
                "派个技术员过来",
                "让师傅给我回个电话",
                "联系一下客服",
                "车床主轴发热，轴承换过了还是热，转人工",
                "<b>转人工</b>，谢谢",
                "Talk to a person please",
                "can I speak to a human",
                "Please connect me to an expert",
                "I want to talk to a real craftsman, not to a computer",
                "HUMAN PLEASE",
                "agent",
                "I need a technician to call me",
                "get me a real person now",
                "Is there anyone? Transfer me to a human agent.",
                "someone call me back",
                "The lathe chatters, I tried everything. Let me talk to an engineer."
            })
    void hearsThatAPersonIsWanted(String line) {
        assertThat(Intent.of(line)).isEqualTo(Intent.PERSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你好",
                "您好！",
                "谢谢师傅",
                "在吗",
                "你是谁？",
                "謝謝您",
                "好的知道了",
                "哈哈你还挺厉害",
                "行，就按你说的办，辛苦了",
                "你是机器人还是真人啊",
                "新年快乐",
                "測試一下,收到請回覆",
                "嗯嗯",
                "👍好的",
                "Hello!",
                "thank you very much",
                "ok",
                "Hello, are you there?",
                "Thanks, that helped a lot",
                "Good morning everyone",
                "bye"
            })
    void hearsSmallTalk(String line) {
        assertThat(Intent.of(line)).isEqualTo(Intent.SMALL_TALK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "？",
                "😀😀😀",
                "…",
                "1",
                "<>",
                "。。。",
                "asdf",
                "asdfghjkl",
                "qwerty",
                "sdfsdfsdf",
                "hjkl;",
                "xkcdvbnm qwrtpsdf",
                "111111",
                "123456",
                "啊啊啊啊啊啊",
                "阿斯顿发送到",
                "的的的的的",
                "ababababab",
                "!@#$%^&*()",
                "zzzzzzz zzzz",
                "a",
                "<script></script>"
            })
    void hearsNothingInPunctuationEmojiAndStruckKeys(String line) {
        assertThat(Intent.of(line)).isEqualTo(Intent.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "机器坏了怎么办",
                "老是报警",
                "尺寸不对",
                "有响声，正常吗",
                "又出不良了，怎么弄",
                "这个怎么调",
                "昨天还好好的今天就不行了",
                "帮我看看是啥毛病",
                "機器壞了怎麼辦",
                "師傅，設備又停了",
                "设备有问题，急急急",
                "怎么办？",
                "The machine does not work, please help",
                "It broke again!",
                "there is a problem with the machine",
                "help"
            })
    void hearsThatToLittleIsSaid(String line) {
        assertThat(Intent.of(line)).isEqualTo(Intent.VAGUE);
        assertThat(Intent.of(new Question(line, Language.of(line), List.of("细长轴怎么车"))))
                .as("after another question it asks about the same thing")
                .isEqualTo(Intent.QUESTION);
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
                "谢谢，那精车转速给多少",
                "请问师傅，细长轴怎么车",
                "叫师傅调了一下还是振",
                "从自动转人工上料要改哪些参数",
                "换人工上料以后节拍跟不上",
                "人工打磨和机器打磨哪个划算",
                "人工智能质检怎么上",
                "不要转人工，你直接说烘几度",
                "师傅说刀尖要高于中心0.3毫米对吗",
                "有经验的师傅怎么判断淬火颜色",
                "工程师和技师证怎么考",
                "专利申请找谁审查多久",
                "这样行吗，进给给到0.2",
                "烘完放在料斗里敞着可以吗",
                "I do not want to talk to a person, just tell me the drying temperature",
                "Should the PLC talk to an operator panel over Modbus?",
                "Can a cobot hand a part over to a person without a fence?",
                "How many people do we need on the press line?",
                "ok but which feed for stainless",
                "PA66",
                "304不锈钢",
                "HRC 58 够不够",
                "TCP标定",
                "老是报警E07",
                "伺服报警",
                "6205轴承异响",
                "lathe chatter",
                "rhythmic knocking in the gearbox"
            })
    void takesEverythingElseForAQuestion(String line) {
        assertThat(Intent.of(line)).isEqualTo(Intent.QUESTION);
    }

    static Stream<String> hostileLines() {
        return Stream.of("给", "帮我", "想要", "哈哈你", "好的", "a", "asdf ", "怎么", "转", "please ", "can i ", "、", "人工时")
                .flatMap(part -> Stream.of(part.repeat(2_000 / part.length()), part.repeat(20) + "x"));
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    void decidesLongAndRepeatedLinesToo(String line) {
        assertThatCode(() -> Intent.of(line)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"转人工", "找个师傅，急", "给我接个活人", "talk to a person", "I want to speak to an expert"})
    void aWishAloneSaysNothingBeside(String line) {
        assertThat(PersonWish.beside(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"车床主轴发热，轴承换过了，转人工", "人工：车床主轴发热，轴承换过了", "转人工，车床主轴发热，轴承换过了"})
    void theTroubleBesideTheWishIsKept(String line) {
        assertThat(PersonWish.beside(line)).isEqualTo("车床主轴发热，轴承换过了");
    }

    @Property(tries = 300)
    void aRequestIsHeardWhateverStandsAroundIt(
            @ForAll("leads") String lead, @ForAll("wishes") String wish, @ForAll("ends") String end) {
        assertThat(Intent.of(lead + wish + end)).isEqualTo(Intent.PERSON);
    }

    @Property(tries = 300)
    @Domain(AnyText.class)
    void anyTextIsDecided(@ForAll String text) {
        assertThat(Intent.of(text)).isNotNull();
        assertThat(PersonWish.beside(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> leads() {
        return Arbitraries.of("", "请", "麻烦", "帮我", "我想", "能不能", "直接", "师傅您好，", "试过了没用，", "😀 ", "算了", "急急急，");
    }

    @Provide
    Arbitrary<String> wishes() {
        return Arbitraries.of("转人工", "轉人工", "找个师傅", "找位师傅", "找人工客服", "联系工匠", "转接真人", "安排一位专家", "叫个老师傅来", "换个活人");
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("", "！", "吧", "，谢谢", "。", "??", " 急", "，在线等", "\n");
    }
}
