package io.jiangwen.conversation;

import io.jiangwen.account.AccountConfig;
import io.jiangwen.account.Caller;
import io.jiangwen.account.CallerId;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.ResumeLinks;
import io.jiangwen.account.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The link by which a visitor goes on with a thread on another device. Accounts log in instead. */
@Blocking
@Path("/api/v1/conversations/{id}/resume-link")
@RolesAllowed(Role.Name.VISITOR)
class ResumeLinkResource {
    private final Conversations conversations;
    private final ResumeLinks links;
    private final CurrentCaller current;
    private final AccountConfig config;

    ResumeLinkResource(Conversations conversations, ResumeLinks links, CurrentCaller current, AccountConfig config) {
        this.conversations = conversations;
        this.links = links;
        this.current = current;
        this.config = config;
    }

    /** @param qr the code of {@code url} as a data address of an SVG image */
    record View(String url, OffsetDateTime expiresAt, String qr) {}

    /** The same link until it expires or is revoked. A PUT, so that no answer is kept for repetitions. */
    @PUT
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public View link(@PathParam("id") String id, @Context UriInfo uri) {
        UUID conversation = own(id);
        ResumeLinks.Link link = links.of(visitor(), conversation);
        String url = home(uri) + "/resume#" + link.token();
        return new View(url, link.expiresAt(), QrCode.dataUrl(url));
    }

    /** Every link of the thread ends; sessions that were begun by one go on until they expire. */
    @DELETE
    public void revoke(@PathParam("id") String id) {
        links.revoke(visitor(), own(id));
    }

    private UUID own(String id) {
        Caller caller = current.get();
        return conversations
                .requireOwn(ConversationResource.uuid(id), caller.id())
                .id();
    }

    private UUID visitor() {
        CallerId id = current.get().id();
        return id.value();
    }

    private String home(UriInfo uri) {
        URI base = config.publicUrl().orElse(uri.getBaseUri());
        return base.toString().replaceFirst("/+$", "");
    }
}
