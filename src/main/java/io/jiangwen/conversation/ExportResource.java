package io.jiangwen.conversation;

import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Role;
import io.jiangwen.text.Language;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A thread as a Markdown file. */
@Path("/api/v1/conversations/{id}/export")
class ExportResource {
    private static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final Conversations conversations;
    private final TurnStore turns;
    private final CurrentCaller caller;

    ExportResource(Conversations conversations, TurnStore turns, CurrentCaller caller) {
        this.conversations = conversations;
        this.turns = turns;
        this.caller = caller;
    }

    /** @param languages English where it is asked for first, else Chinese; what was said stays as it was */
    @GET
    @Produces(MARKDOWN)
    @RolesAllowed({
        Role.Name.VISITOR,
        Role.Name.ASKER,
        Role.Name.CRAFTSMAN,
        Role.Name.CURATOR,
        Role.Name.DISPATCHER,
        Role.Name.ADMINISTRATOR
    })
    public RestResponse<String> export(
            @PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String languages) {
        Conversations.Summary own = conversations.requireOwn(
                ConversationResource.uuid(id), caller.get().id());
        Language language =
                languages != null && languages.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.ZH;
        String text = new Transcript(language).of(own.title(), own.createdAt(), turns.turns(own.id()));
        return RestResponse.ResponseBuilder.ok(text)
                .header("Content-Disposition", "attachment; filename=\"jiangwen-" + own.id() + ".md\"")
                .build();
    }
}
