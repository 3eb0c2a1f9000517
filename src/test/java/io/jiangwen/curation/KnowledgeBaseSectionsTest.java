package io.jiangwen.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every shipped article has the sections of its kind, says when it does not apply, and how dangerous the work is. */
class KnowledgeBaseSectionsTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^## +(.*?) *$");
    private static final Pattern SCOPE = Pattern.compile("适用.*|不适用.*|Scope.*|When .*|Limits");
    private static final Pattern APPLIES = Pattern.compile("适[用合]|用于|(?i)\\b(?:for|cover|apply|applies|suit|use)");
    private static final Pattern APPLIES_NOT =
            Pattern.compile("不|禁止|[未无]法|难以|另[外行要用]|[须必]由|按说明书|(?i)\\b(?:not|never|cannot|no|other|another|instead)\\b");
    private static final Pattern VERIFIED =
            Pattern.compile("(?:怎样|怎么|收工怎么|效果与)?(?:验证|检验|自查).*|Checks|.*[Vv]erification");
    private static final Pattern SAFETY = Pattern.compile("安全|安全等级|Safety");
    private static final Pattern LEVEL = Pattern.compile("安全等级(?:是|为|：|:)? *(\\d)|(?i)safety level:? (\\d)");
    private static final Pattern LEVEL_FIRST = Pattern.compile("\\A\\s*(?:(\\d)级|Level (\\d))");

    private static final Map<ArticleKind, String> HEADINGS_ZH = Map.of(
            ArticleKind.COURSE, "问法 > 适用范围 > 原理 > 步骤 > 参数 > 检验 > 常见问题 > 安全",
            ArticleKind.CASE, "问法 > 现象 > 设备/工况 > 原因 > 处置步骤 > 验证 > 适用范围与禁忌 > 安全等级",
            ArticleKind.STANDARD_QUESTION, "问法 > 回答 > 适用与不适用 > 安全",
            ArticleKind.ACHIEVEMENT, "问法 > 要解决的问题 > 做法 > 实施步骤 > 效果与验证 > 适用范围与禁忌 > 安全",
            ArticleKind.KNOW_HOW, "问法 > 适用范围 > 操作步骤 > 验证 > 安全");

    private static final Map<ArticleKind, String> HEADINGS_EN = Map.of(
            ArticleKind.COURSE, "Wordings > Scope > Principle > Steps > Parameters > Checks > Common problems > Safety",
            ArticleKind.CASE,
                    "Wordings > Phenomenon > Equipment and conditions > Cause > Steps > Verification > Scope and limits > Safety",
            ArticleKind.STANDARD_QUESTION, "Wordings > Answer > Verification > Safety",
            ArticleKind.ACHIEVEMENT,
                    "Wordings > Problem > Method > Steps > Results and verification > Scope and limits > Safety",
            ArticleKind.KNOW_HOW, "Wordings > Steps > Verification > Safety");

    private static ShippedKnowledge knowledge;

    @BeforeAll
    static void read() throws IOException {
        knowledge = ShippedKnowledge.read();
    }

    @Test
    void followTheirKindInOrder() {
        assertThat(knowledge.breaking(article -> {
                    List<String> headings = new ArrayList<>(sections(article).keySet());
                    headings.retainAll(expected(article));
                    return headings.equals(expected(article));
                }))
                .isEmpty();
    }

    @Test
    void areExactlyThoseOfACaseCard() {
        assertThat(knowledge.breaking(article -> article.kind() != ArticleKind.CASE
                        || new ArrayList<>(sections(article).keySet()).equals(expected(article))))
                .isEmpty();
    }

    @Test
    void occurOnceEachAndSaySomething() {
        assertThat(knowledge.breaking(
                        article -> HEADING.matcher(article.text()).results().count()
                                == sections(article).size()))
                .isEmpty();
        assertThat(knowledge.breaking(article -> sections(article).values().stream()
                        .allMatch(text -> text.strip().length() >= 20)))
                .isEmpty();
    }

    @Test
    void sayWhenTheArticleAppliesAndWhenNot() {
        assertThat(knowledge.breaking(article ->
                        APPLIES.matcher(sectionsNamed(SCOPE, article)).find()))
                .isEmpty();
        assertThat(knowledge.breaking(article ->
                        APPLIES_NOT.matcher(sectionsNamed(SCOPE, article)).find()))
                .isEmpty();
    }

    @Test
    void sayHowToVerify() {
        assertThat(knowledge.breaking(
                        article -> !sectionsNamed(VERIFIED, article).isBlank()))
                .isEmpty();
    }

    @Test
    void nameTheSafetyLevelOfTheFrontMatter() {
        assertThat(knowledge.breaking(article -> levels(article).equals(Set.of(String.valueOf(article.safety())))))
                .isEmpty();
    }

    @Test
    void offerSeveralWordingsOfAQuestion() {
        assertThat(knowledge.breaking(article -> article.kind() != ArticleKind.STANDARD_QUESTION
                        || sectionsNamed(Pattern.compile("问法|Wordings"), article)
                                        .lines()
                                        .filter(line -> line.startsWith("- "))
                                        .count()
                                >= 4))
                .isEmpty();
    }

    private static List<String> expected(ArticleContent article) {
        Map<ArticleKind, String> headings = article.language() == Language.ZH ? HEADINGS_ZH : HEADINGS_EN;
        return List.of(headings.getOrDefault(article.kind(), "").split(" > ", -1));
    }

    /** The text under each {@code ##} heading, in order. */
    private static Map<String, String> sections(ArticleContent article) {
        List<MatchResult> headings = HEADING.matcher(article.text()).results().toList();
        Map<String, String> sections = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size()
                    ? headings.get(i + 1).start()
                    : article.text().length();
            sections.put(
                    headings.get(i).group(1),
                    article.text().substring(headings.get(i).end(), end));
        }
        return sections;
    }

    /** The texts of those whose heading is {@code name}, one after the other. */
    private static String sectionsNamed(Pattern name, ArticleContent article) {
        StringBuilder texts = new StringBuilder();
        sections(article).forEach((heading, text) -> {
            if (name.matcher(heading).matches()) texts.append(text);
        });
        return texts.toString();
    }

    /** Those that the text names in full, and that with which the section on safety begins. */
    private static Set<String> levels(ArticleContent article) {
        return Stream.concat(
                        LEVEL.matcher(article.text()).results(),
                        LEVEL_FIRST.matcher(sectionsNamed(SAFETY, article)).results())
                .map(named -> named.group(1) == null ? named.group(2) : named.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
