package io.jiangwen.craftsman;

import static io.jiangwen.account.Role.Name.ADMINISTRATOR;
import static io.jiangwen.account.Role.Name.CRAFTSMAN;
import static io.jiangwen.account.Role.Name.DISPATCHER;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The craftsmen a ticket can be given to. */
@Blocking
@Path("/api/v1/craftsmen")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({CRAFTSMAN, DISPATCHER, ADMINISTRATOR})
class CraftsmanResource {
    private final CraftsmanDirectory directory;

    CraftsmanResource(CraftsmanDirectory directory) {
        this.directory = directory;
    }

    /** @param region code, null where unknown */
    record Entry(
            UUID id,
            String name,
            List<String> trades,
            @Nullable String region) {
        Entry {
            trades = List.copyOf(trades);
        }
    }

    /** All on one page: {@code next} is null. */
    record Page(List<Entry> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** Those at work, by name. */
    @GET
    public Page list() {
        return new Page(directory.atWork(), null);
    }
}
