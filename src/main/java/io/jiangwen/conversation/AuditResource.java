package io.jiangwen.conversation;

import io.jiangwen.account.Caller;
import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Role;
import io.jiangwen.confidence.AuditStore;
import io.jiangwen.confidence.AuditVerdict;
import io.jiangwen.problem.Problem;
import io.jiangwen.text.Normalizer;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers put up for audit, and what auditors say about them. */
@Blocking
@Path("/api/v1/audits")
@RolesAllowed({Role.Name.CRAFTSMAN, Role.Name.CURATOR})
class AuditResource {
    private static final int LONGEST_REASON = 1000;

    private final Audits audits;
    private final AuditDesk desk;
    private final CurrentCaller caller;

    AuditResource(Audits audits, AuditDesk desk, CurrentCaller caller) {
        this.audits = audits;
        this.desk = desk;
        this.caller = caller;
    }

    /** The next few, on one page: {@code next} is null. */
    record Page(List<AuditView> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** @param verdict RIGHT, WRONG or CANNOT_TELL */
    record VerdictInput(@Nullable String verdict, @Nullable String reason) {}

    @GET
    public Page next() {
        return new Page(audits.next(caller.get()), null);
    }

    @GET
    @Path("/{id}")
    public AuditView find(String id) {
        return audits.find(uuid(id), caller.get());
    }

    @POST
    @Path("/{id}/verdict")
    public AuditView judge(String id, @NotNull VerdictInput input) {
        Caller auditor = caller.get();
        AuditStore.Judgement judgement =
                new AuditStore.Judgement(auditor.id().value(), verdict(input.verdict()), reason(input.reason()));
        return desk.judge(uuid(id), auditor, judgement);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("audit");
        }
    }

    private static AuditVerdict verdict(@Nullable String name) {
        try {
            if (name != null) return AuditVerdict.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw unknownVerdict();
        }
        throw unknownVerdict();
    }

    private static Problem unknownVerdict() {
        return new Problem.Invalid("invalid-verdict", "A verdict is one of RIGHT, WRONG, CANNOT_TELL.");
    }

    private static @Nullable String reason(@Nullable String words) {
        String clean = words == null ? "" : Normalizer.clean(words);
        if (clean.length() > LONGEST_REASON)
            throw new Problem.Invalid("reason-too-long", "A reason has at most " + LONGEST_REASON + " characters.");
        return clean.isBlank() ? null : clean;
    }
}
