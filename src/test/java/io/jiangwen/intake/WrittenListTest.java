package io.jiangwen.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenListTest {
    private static final int MOST = 5;
    private static final WrittenList LISTS = new WrittenList(new Settings());
    private static final WrittenProblem SHAFT = new WrittenProblem(2, "示例精密机械厂", "王师傅", "细长轴车弯了，怎么办？");

    /** Small enough that tests reach the limits. */
    private record Settings() implements IntakeConfig {
        @Override
        public int mostRows() {
            return MOST;
        }

        @Override
        public int mostUnfinished() {
            return 2;
        }

        @Override
        public MemorySize largestFile() {
            return new MemorySize(BigInteger.valueOf(100_000));
        }

        @Override
        public MemorySize largestUnpacked() {
            return new MemorySize(BigInteger.valueOf(1_000_000));
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(3);
        }

        @Override
        public int mostAttempts() {
            return 3;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void readsTextInEitherEncodingOfChineseSpreadsheets(String charset) {
        String text = ListFiles.HEADING + "示例精密机械厂,王师傅,细长轴车弯了，怎么办？\r\n";
        assertThat(LISTS.read(text.getBytes(Charset.forName(charset)))).containsExactly(SHAFT);
    }

    @Test
    void readsTextWithAByteOrderMarkAndInUtf16() {
        String text = "\uFEFF企业\t联系人\t问题\n示例精密机械厂\t王师傅\t细长轴车弯了，怎么办？";
        assertThat(LISTS.read(text.getBytes(StandardCharsets.UTF_8))).containsExactly(SHAFT);
        assertThat(LISTS.read(text.getBytes(StandardCharsets.UTF_16LE))).containsExactly(SHAFT);
        assertThat(LISTS.read(text.getBytes(StandardCharsets.UTF_16BE))).containsExactly(SHAFT);
    }

    @Test
    void quotesHoldSeparatorsAndLineEnds() {
        byte[] file = "question;company;phone\n\"a \"\"b\"\"; c\nd\";Works;1".getBytes(StandardCharsets.UTF_8);
        assertThat(LISTS.read(file)).containsExactly(new WrittenProblem(2, "Works", "1", "a \"b\"; c\nd"));
    }

    @Test
    void readsAWorkbookBelowATitleAndLeavesEmptyRowsOut() {
        byte[] file = ListFiles.workbook(List.of(
                List.of("2026年需求清单"),
                List.of("序号", "单位名称*", "联系人及电话", "技术难题"),
                List.of("1", "示例精密机械厂", "王师傅", "怎么磨？"),
                List.of("", "", "", ""),
                List.of("2", "示例阀门制造公司", "", "怎么焊？")));
        assertThat(LISTS.read(file))
                .containsExactly(
                        new WrittenProblem(3, "示例精密机械厂", "王师傅", "怎么磨？"), new WrittenProblem(5, "示例阀门制造公司", "", "怎么焊？"));
    }

    @Test
    void aTextThatLooksLikeAnAddressIsAText() {
        byte[] file =
                ListFiles.workbook(List.of(List.of("企业", "联系人", "问题"), List.of("某厂", "甲", "<c r=\"ABCDE1\"> 是什么？")));
        assertThat(LISTS.read(file)).containsExactly(new WrittenProblem(2, "某厂", "甲", "<c r=\"ABCDE1\"> 是什么？"));
    }

    @Test
    void whatComesBackIsReadAsTheSameProblems() {
        ListRow row = new ListRow(2, "=1+1", "+86", "-5 ℃ 怎么焊？", "FAILED", "unknown-enterprise", "No.", null);
        List<List<String>> table =
                new AnsweredList(ListWords.of("zh")).table(List.of(new ProblemLists.Outcome(row, null)));
        assertThat(LISTS.read(WorkbookOutput.write("清单", table)))
                .containsExactly(new WrittenProblem(2, "=1+1", "+86", "-5 ℃ 怎么焊？"));
        // Text files have no types: there a formula is made a text.
        assertThat(LISTS.read(CsvOutput.write(table).getBytes(StandardCharsets.UTF_8)))
                .containsExactly(new WrittenProblem(2, "'=1+1", "'+86", "'-5 ℃ 怎么焊？"));
    }

    @Test
    void namesWhatIsWrongWithARow() {
        List<WrittenProblem> problems =
                LISTS.read(ListFiles.csv(",甲,怎么磨？", "某厂,甲,", "某厂,甲," + "长".repeat(20_000), "某厂,甲,怎么焊？"));
        assertThat(problems.stream().map(WrittenProblem::flaw).map(flaw -> flaw == null ? "" : flaw.code()))
                .containsExactly("enterprise-missing", "empty-question", "question-too-long", "");
    }

    @Test
    void refusesWhatIsNoList() {
        assertRefused("empty-list", new byte[0]);
        assertRefused("empty-list", ListFiles.csv());
        assertRefused("empty-list", "\n\n , \n".getBytes(StandardCharsets.UTF_8));
        assertRefused("missing-columns", "企业,问题\n某厂,怎么磨？".getBytes(StandardCharsets.UTF_8));
        assertRefused("ambiguous-columns", "企业,单位,联系人,问题\n某厂,某厂,甲,怎么磨？".getBytes(StandardCharsets.UTF_8));
        assertRefused("unreadable-file", "企业,联系人,问题\n某厂,甲,\"没有结束".getBytes(StandardCharsets.UTF_8));
        assertRefused("unsupported-type", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        assertRefused("unsupported-type", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertRefused("unknown-encoding", new byte[] {0, 1, 2, (byte) 0xFF});
    }

    @Test
    void refusesMoreRowsThanAreAsked() {
        String[] rows = new String[MOST + 1];
        Arrays.setAll(rows, i -> "某厂,甲,问题" + i);
        assertRefused("too-many-rows", ListFiles.csv(rows));
        assertThat(LISTS.read(ListFiles.csv(Arrays.copyOf(rows, MOST)))).hasSize(MOST);
    }

    @Test
    void refusesAWorkbookThatUnpacksToTooMuchOrNamesCellsThatAreNone() {
        assertRefused("body-too-large", ListFiles.bomb(2_000_000));
        assertRefused("unreadable-file", ListFiles.bomb(10));
        assertRefused(
                "unreadable-file",
                ListFiles.sheet("<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"/></row></sheetData></worksheet>"));
        assertRefused("unreadable-file", ListFiles.sheet("<worksheet><sheetData><row"));
    }

    @Test
    void refusesAWorkbookThatIsCutOff() {
        byte[] whole = ListFiles.workbook(List.of(List.of("企业", "联系人", "问题"), List.of("某厂", "甲", "怎么磨？")));
        for (int length : new int[] {2, 30, whole.length / 2, whole.length - 1})
            assertRefused("unreadable-file", Arrays.copyOf(whole, length));
    }

    /** Whatever the bytes are: problems, or a refusal with a name. */
    @Property(tries = 300)
    void neverFails(@ForAll byte[] bytes, @ForAll boolean workbook) {
        List<Byte> file = new ArrayList<>();
        if (workbook) file.addAll(List.of((byte) 'P', (byte) 'K'));
        for (byte one : bytes) file.add(one);
        byte[] all = new byte[file.size()];
        for (int i = 0; i < all.length; i++) all[i] = file.get(i);
        try {
            assertThat(LISTS.read(all)).isNotEmpty();
        } catch (FileRefused refused) {
            assertThat(refused.code()).isNotEmpty();
        }
    }

    private static void assertRefused(String code, byte[] file) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> LISTS.read(file))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
