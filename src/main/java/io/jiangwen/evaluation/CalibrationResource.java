package io.jiangwen.evaluation;

import io.jiangwen.account.Role;
import io.jiangwen.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Fitting ranking and confidence to what is published: started here, and looked at until it is done. */
@Path("/api/v1/calibrations")
@RolesAllowed({Role.Name.ADMINISTRATOR, Role.Name.OPERATOR})
class CalibrationResource {
    private final CalibrationWork work;
    private final CalibrationRuns runs;

    CalibrationResource(CalibrationWork work, CalibrationRuns runs) {
        this.work = work;
        this.runs = runs;
    }

    /** @param part {@code ranking}, {@code confidence} or {@value CalibrationRuns#ALL} */
    record Body(@Nullable String part) {}

    record Accepted(UUID id) {}

    /** 202 with the id; it goes on when the caller goes away. */
    @POST
    public RestResponse<Accepted> start(@Nullable Body body) throws SQLException {
        if (body == null || body.part() == null)
            throw new Problem.Invalid("part-missing", "Say which part to fit, or " + CalibrationRuns.ALL + ".");
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Accepted(work.start(body.part())));
    }

    @GET
    @Path("/{id}")
    public CalibrationRun find(UUID id) throws SQLException {
        return runs.find(id).orElseThrow(() -> new Problem.NotFound("calibration"));
    }
}
