package io.jiangwen.curation;

import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleDesk;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.knowledge.ArticleState;
import io.jiangwen.knowledge.NewArticle;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.text.Language;
import io.jiangwen.text.Sentences;
import io.jiangwen.ticket.FixConfirmed;
import io.jiangwen.ticket.ReplyCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a confirmed reply into a case that waits for review, in the confirming transaction. The craftsman is its author.
 * Without consent, and for what is confidential, nothing is made. What people wrote is never stored here: only the
 * anonymised text is.
 */
@ApplicationScoped
class CaseDrafter {
    private static final int LONGEST_TITLE = 80;

    /** Work that kills when it goes wrong, GB 13861 and the special-equipment catalogue. */
    private static final Pattern HAZARD = Pattern.compile("吊装|起重|高压电|高电压|带电作业|压力容器|锅炉|受限空间|有限空间|高处作业|动火|爆炸|易燃|有毒|"
            + "(?i:\\blifting\\b|\\bcrane\\b|\\bhigh[- ]voltage\\b|\\bpressure vessel|\\bconfined space)");

    private final ArticleDesk desk;

    CaseDrafter(ArticleDesk desk) {
        this.desk = desk;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void draft(@Observes FixConfirmed fix) {
        if (!fix.consent() || fix.confidential() || desk.isWritten(fix.ticket())) return;
        Anonymiser anonymiser = new Anonymiser(
                fix.language(),
                fix.people(),
                Stream.ofNullable(fix.enterpriseName()).toList());
        String question = asked(fix);
        CaseCard card = Optional.ofNullable(fix.card())
                .map(given -> card(question, given))
                .orElseGet(() -> ReplySplitter.split(question, fix.replyText()))
                .map(text -> anonymiser.anonymise(text).text());
        desk.create(new NewArticle(
                NewArticle.freshId(),
                content(fix, card),
                ArticleState.IN_REVIEW,
                null,
                new NewArticle.Reply(fix.ticket(), fix.craftsman())));
    }

    /** A question that leans on an earlier one is told in full as well. */
    private static String asked(FixConfirmed fix) {
        return fix.rewritten().isBlank() || fix.question().contains(fix.rewritten())
                ? fix.question()
                : fix.question() + "\n\n" + fix.rewritten();
    }

    private static CaseCard card(String question, ReplyCard given) {
        return new CaseCard(
                question,
                given.phenomenon(),
                given.equipment(),
                given.cause(),
                given.steps(),
                given.verification(),
                given.limits(),
                Optional.ofNullable(given.safety()).orElse(""));
    }

    private static ArticleContent content(FixConfirmed fix, CaseCard card) {
        boolean zh = fix.language() == Language.ZH;
        String text = card.markdown(fix.language());
        return new ArticleContent(
                ArticleKind.CASE,
                title(card.question(), zh ? "案例" : "A case"),
                text,
                fix.language(),
                fix.trade(),
                List.of(),
                fix.craftsmanName(),
                zh
                        ? "匠问工单：工匠答复，提问企业已确认有效"
                        : "Jiangwen ticket: a craftsman's reply, confirmed by the enterprise that asked",
                "CC BY 4.0",
                null,
                new Visibility.Public(),
                level(card, text));
    }

    /** The first sentence of the question, without its mark. */
    private static String title(String question, String otherwise) {
        String line = question.strip();
        String first = Sentences.split(line).stream()
                .findFirst()
                .map(range -> range.of(line))
                .orElse(line);
        String bare = first.replaceAll("[\\s。？?！!；;]+$", "");
        if (bare.isBlank()) return otherwise;
        return bare.length() <= LONGEST_TITLE ? bare : bare.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static int level(CaseCard card, String text) {
        if (HAZARD.matcher(text).find()) return 2;
        return card.safety().isBlank() ? 0 : 1;
    }
}
