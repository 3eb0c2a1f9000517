package io.jiangwen.curation;

import io.jiangwen.account.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What became of the shipped files. */
@Path("/api/v1/knowledge-base/report")
@RolesAllowed({Role.Name.CURATOR, Role.Name.ADMINISTRATOR, Role.Name.OPERATOR})
class KnowledgeBaseResource {
    private final KnowledgeBaseLoader loader;

    KnowledgeBaseResource(KnowledgeBaseLoader loader) {
        this.loader = loader;
    }

    @GET
    public LoadReport report() {
        return loader.lastReport();
    }
}
