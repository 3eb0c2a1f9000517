package io.jiangwen.knowledge;

import io.jiangwen.account.Role;
import io.jiangwen.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The glossary at the curators' desk. */
@Path("/api/v1/glossary")
class GlossaryResource {
    private final GlossaryStore glossary;

    GlossaryResource(GlossaryStore glossary) {
        this.glossary = glossary;
    }

    record Terms(List<GlossaryTerm> items, @Nullable String next) {}

    /** What a term is, apart from its name; a list that is missing is empty. */
    record Body(
            @Nullable List<String> synonyms,
            @Nullable List<String> english,
            @Nullable List<String> slips,
            @Nullable String unit) {}

    @GET
    @RolesAllowed({Role.Name.CURATOR, Role.Name.ADMINISTRATOR, Role.Name.OPERATOR})
    public Terms list() throws SQLException {
        return new Terms(glossary.current().terms(), null);
    }

    @PUT
    @Path("/{term}")
    @RolesAllowed(Role.Name.CURATOR)
    public GlossaryTerm put(@PathParam("term") String term, @Nullable Body body) throws SQLException {
        if (body == null) throw new Problem.Invalid("empty-body", "Say what the term is called.");
        GlossaryTerm fresh =
                new GlossaryTerm(term, given(body.synonyms()), given(body.english()), given(body.slips()), body.unit());
        glossary.put(fresh);
        return fresh;
    }

    @DELETE
    @Path("/{term}")
    @RolesAllowed(Role.Name.CURATOR)
    public void delete(@PathParam("term") String term) throws SQLException {
        if (!glossary.delete(term)) throw new Problem.NotFound("term");
    }

    private static List<String> given(@Nullable List<String> words) {
        return words == null ? List.of() : words;
    }
}
