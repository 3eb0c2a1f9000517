package io.jiangwen.curation;

import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Role;
import io.jiangwen.knowledge.ArticleKind;
import io.jiangwen.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Loading files: every file has an outcome, and a reason when it was not taken. */
@Path("/api/v1/imports")
@RolesAllowed({Role.Name.CURATOR, Role.Name.OPERATOR})
class ImportResource {
    private final Imports imports;
    private final CurrentCaller caller;

    ImportResource(Imports imports, CurrentCaller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    record Accepted(UUID id) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<Accepted> upload(
            @RestForm("file") @Nullable List<FileUpload> files,
            @RestForm @Nullable String kind,
            @RestForm @Nullable String enterprise,
            @RestForm @Nullable String dryRun) {
        List<Imports.NewFile> uploaded = files == null
                ? List.of()
                : files.stream()
                        .map(file -> new Imports.NewFile(file.fileName(), file.uploadedFile(), file.size()))
                        .toList();
        Imports.Upload upload =
                new Imports.Upload(uploaded, kindOf(kind), enterpriseOf(enterprise), Boolean.parseBoolean(dryRun));
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Accepted(imports.queue(upload, caller.get())));
    }

    @GET
    public ImportViews.Page<ImportViews.Job> list(@QueryParam("cursor") @Nullable String cursor) {
        return imports.list(cursor);
    }

    @GET
    @Path("/{id}")
    public ImportViews.Job find(UUID id) {
        return imports.find(id);
    }

    @GET
    @Path("/{id}/rows")
    public ImportViews.Page<ImportViews.Row> rows(UUID id, @QueryParam("cursor") @Nullable String cursor) {
        return imports.rows(id, cursor);
    }

    private static @Nullable ArticleKind kindOf(@Nullable String kind) {
        if (kind == null || kind.isBlank()) return null;
        try {
            return ArticleFields.kindOf(kind);
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("unknown-kind", "A kind is one of " + List.of(ArticleKind.values()) + ".");
        }
    }

    private static @Nullable UUID enterpriseOf(@Nullable String id) {
        if (id == null || id.isBlank()) return null;
        try {
            return UUID.fromString(id.strip());
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("unknown-enterprise", "There is no enterprise with this id.");
        }
    }
}
