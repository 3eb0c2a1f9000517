package io.jiangwen.curation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Enterprises;
import io.jiangwen.account.Role;
import io.jiangwen.knowledge.Approval;
import io.jiangwen.knowledge.ArticleContent;
import io.jiangwen.knowledge.ArticleDesk;
import io.jiangwen.knowledge.ArticleState;
import io.jiangwen.knowledge.ArticleView;
import io.jiangwen.knowledge.Manuscript;
import io.jiangwen.knowledge.Manuscripts;
import io.jiangwen.knowledge.NewArticle;
import io.jiangwen.knowledge.Publisher;
import io.jiangwen.knowledge.Revision;
import io.jiangwen.knowledge.Visibility;
import io.jiangwen.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writing, reviewing and withdrawing articles. */
@Path("/api/v1/articles")
@RolesAllowed(Role.Name.CURATOR)
class DeskResource {
    private final ArticleDesk desk;
    private final Manuscripts manuscripts;
    private final Publisher publisher;
    private final Enterprises enterprises;
    private final CurrentCaller current;

    DeskResource(
            ArticleDesk desk,
            Manuscripts manuscripts,
            Publisher publisher,
            Enterprises enterprises,
            CurrentCaller current) {
        this.desk = desk;
        this.manuscripts = manuscripts;
        this.publisher = publisher;
        this.enterprises = enterprises;
        this.current = current;
    }

    record ApprovalInput(
            @NotNull Integer version,
            @Size(max = 1000) @Nullable String withoutProof) {}

    record Published(ArticleState state, int version) {}

    record RetractionInput(@Size(max = 1000) @Nullable String reason) {}

    @POST
    public RestResponse<ArticleView> create(@NotNull ArticleInput input) {
        Caller curator = current.get();
        ArticleContent content = readable(input.fresh(curator.name()));
        ArticleView view = desk.create(new NewArticle(
                NewArticle.freshId(), content, ArticleState.DRAFT, curator.id().value(), null));
        return RestResponse.ResponseBuilder.<ArticleView>created(URI.create("/api/v1/articles/" + view.id()))
                .entity(view)
                .build();
    }

    @PUT
    @Path("/{id}")
    public ArticleView revise(String id, @NotNull ArticleInput input) {
        if (input.version() == null)
            throw new Problem.Invalid("version-missing", "Say which version your edit is based on.");
        ArticleContent content = readable(input.after(manuscript(id).content()));
        return desk.revise(
                id, new Revision(input.version(), content, current.get().id().value(), false));
    }

    @POST
    @Path("/{id}/submit")
    public ArticleView submit(String id) {
        return desk.submit(id);
    }

    /** The last needed approval publishes: searches find it when this returns. */
    @POST
    @Path("/{id}/approve")
    public Published approve(String id, @Valid @NotNull ApprovalInput input) {
        Caller curator = current.get();
        ReviewRule.check(manuscript(id), curator.id().value());
        ArticleView view =
                publisher.publish(id, new Approval(input.version(), curator.id().value(), input.withoutProof()));
        return new Published(view.state(), view.version());
    }

    @POST
    @Path("/{id}/retract")
    @RolesAllowed({Role.Name.CURATOR, Role.Name.ADMINISTRATOR})
    public ArticleView retract(String id, @Valid @Nullable RetractionInput input) {
        return publisher.retract(id, input == null ? null : input.reason());
    }

    private Manuscript manuscript(String id) {
        return manuscripts.find(id).orElseThrow(() -> new Problem.NotFound("article"));
    }

    /** An article for an enterprise that nobody knows would be read by nobody. */
    private ArticleContent readable(ArticleContent content) {
        if (content.visibility() instanceof Visibility.Enterprise enterprise
                && enterprises.find(enterprise.id()).isEmpty()) {
            throw new Problem.Invalid("unknown-enterprise", "There is no enterprise with this id.");
        }
        return content;
    }
}
