package io.jiangwen.answer;

import io.jiangwen.account.Role;
import io.jiangwen.confidence.Certificate;
import io.jiangwen.confidence.Standing;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What audits prove about the answers. */
@Blocking
@Path("/api/v1/certificate")
@RolesAllowed({Role.Name.CRAFTSMAN, Role.Name.CURATOR, Role.Name.DISPATCHER, Role.Name.ADMINISTRATOR})
class CertificateResource {
    private final Certification certification;

    CertificateResource(Certification certification) {
        this.certification = certification;
    }

    /**
     * A certificate with how it came about.
     *
     * @param needed about how many more audits certification takes, 0 when certified; null where errors come too often
     * @param waiting audits without an outcome yet
     * @param windowDays answers older than this do not count any more
     * @param since when this configuration answered its first question; null before
     * @param settings models, prompts and retrieval that the count is about
     */
    record View(
            double alpha,
            double confidence,
            int audited,
            int errors,
            @Nullable Double bound,
            Certificate.State state,
            @Nullable Integer needed,
            int waiting,
            long windowDays,
            @Nullable OffsetDateTime since,
            String calibration,
            double threshold,
            Map<String, String> settings) {
        static View of(Standing standing) {
            Certificate certificate = standing.certificate();
            return new View(
                    certificate.alpha(),
                    certificate.confidence(),
                    certificate.audited(),
                    certificate.errors(),
                    certificate.bound(),
                    certificate.state(),
                    standing.needed().isPresent() ? standing.needed().getAsInt() : null,
                    standing.waiting(),
                    standing.window().toDays(),
                    standing.since() == null ? null : standing.since().atOffset(ZoneOffset.UTC),
                    standing.configuration().calibration().name(),
                    standing.configuration().calibration().threshold(),
                    standing.configuration().settings());
        }
    }

    @GET
    public View certificate() {
        return View.of(certification.standing());
    }
}
