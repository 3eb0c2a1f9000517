package io.jiangwen.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever makes a request.
 *
 * @param name as shown to others
 * @param enterprise the enterprise spoken for, null for staff and for visitors of an open site
 * @param industry industry code of that enterprise
 * @param region code of the region or industry union belonged to
 * @param site key of the site a visitor came by, null for accounts
 */
public record Caller(
        CallerId id,
        Role role,
        String name,
        @Nullable UUID enterprise,
        @Nullable String industry,
        @Nullable String region,
        @Nullable String site) {

    /** What knowledge this caller may be answered from; a dispatcher who asks for an enterprise reads nothing that is its own. */
    public Viewer viewer() {
        return role == Role.DISPATCHER ? Viewer.PUBLIC : new Viewer(enterprise, industry, false);
    }

    /** What knowledge this caller may read at a desk: those who manage it see all. */
    public Viewer deskViewer() {
        return switch (role) {
            case CURATOR, ADMINISTRATOR, OPERATOR -> Viewer.EVERYTHING;
            case VISITOR, ASKER, CRAFTSMAN, DISPATCHER -> viewer();
        };
    }

    /** The tags by which announcements find this caller. */
    public Set<String> tags() {
        return Set.of(Audience.tag(id), "role:" + role);
    }

    public boolean isVisitor() {
        return role == Role.VISITOR;
    }
}
