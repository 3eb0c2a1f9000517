package io.jiangwen.curation;

import io.jiangwen.account.Enterprises;
import io.jiangwen.curation.UploadedArticle.Form;
import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleDesk;
import io.jiangwen.knowledge.ArticleState;
import io.jiangwen.knowledge.InvalidArticle;
import io.jiangwen.knowledge.Manuscript;
import io.jiangwen.knowledge.Manuscripts;
import io.jiangwen.knowledge.NewArticle;
import io.jiangwen.knowledge.Revision;
import io.jiangwen.knowledge.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes one uploaded file: an article that waits for review, or the reason why not. */
@ApplicationScoped
class FileImport {
    private final Manuscripts manuscripts;
    private final ArticleDesk desk;
    private final Enterprises enterprises;
    private final CurationConfig config;

    FileImport(Manuscripts manuscripts, ArticleDesk desk, Enterprises enterprises, CurationConfig config) {
        this.manuscripts = manuscripts;
        this.desk = desk;
        this.enterprises = enterprises;
        this.config = config;
    }

    /**
     * @param writer the account that must not approve what it imports
     * @param dryRun to say what would become of the file, and change nothing
     */
    record Order(Form form, UUID writer, boolean dryRun) {}

    @Transactional(Transactional.TxType.MANDATORY)
    ImportOutcome take(ImportFileEntity file, Order order) {
        byte[] content = file.content;
        if (!isText(file.name)) return failed("unsupported-type", "only .md, .markdown and .txt files can be imported");
        if (file.size == 0) return failed(FileProblem.EMPTY, "the file has no text");
        if (content == null)
            return failed(
                    "too-large", "a file has at most " + config.largestFile().asLongValue() + " bytes");
        return switch (MarkdownFile.read(file.name, content)) {
            case MarkdownFile.Unreadable(FileProblem problem) -> failed(problem);
            case MarkdownFile.Read read -> take(read, order);
        };
    }

    private ImportOutcome take(MarkdownFile.Read file, Order order) {
        ArticleFields fields = new ArticleFields(file.name(), file.front());
        UploadedArticle article = UploadedArticle.of(file, fields);
        if (article.visibility().orElse(null) instanceof Visibility.Enterprise enterprise
                && enterprises.find(enterprise.id()).isEmpty()) {
            fields.problem(fields.line("visibility"), "there is no enterprise " + enterprise.id());
        }
        if (!fields.problems().isEmpty()) return failed(fields.problems().getFirst());
        Optional<Manuscript> known = article.id().flatMap(manuscripts::find);
        try {
            return known.isPresent()
                    ? revise(known.get(), article.after(known.get().content(), order.form()), order)
                    : create(article.id().orElse(null), article.fresh(order.form()), order);
        } catch (InvalidArticle e) {
            return failed(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private ImportOutcome revise(Manuscript known, ArticleContent content, Order order) {
        ArticleContent next = known.fromReply() ? content.by(known.content().author()) : content;
        boolean withdrawn = known.state() == ArticleState.RETRACTED;
        if (!withdrawn && manuscripts.says(known.id(), next)) return new ImportOutcome.Unchanged(known.id());
        if (!order.dryRun()) desk.revise(known.id(), new Revision(known.version(), next, order.writer(), true));
        return new ImportOutcome.Updated(known.id());
    }

    private ImportOutcome create(@Nullable String id, ArticleContent content, Order order) {
        Optional<String> twin = manuscripts.twin(content);
        if (twin.isPresent())
            return id == null ? new ImportOutcome.Unchanged(twin.get()) : new ImportOutcome.Skipped(twin.get());
        if (order.dryRun()) return new ImportOutcome.Created(id);
        String fresh = id == null ? NewArticle.freshId() : id;
        desk.create(new NewArticle(fresh, content, ArticleState.IN_REVIEW, order.writer(), null));
        return new ImportOutcome.Created(fresh);
    }

    private static boolean isText(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown") || lower.endsWith(".txt");
    }

    private static ImportOutcome failed(String code, String reason) {
        return new ImportOutcome.Failed(null, code, reason);
    }

    private static ImportOutcome failed(FileProblem problem) {
        return new ImportOutcome.Failed(problem.line(), problem.code(), problem.reason());
    }
}
