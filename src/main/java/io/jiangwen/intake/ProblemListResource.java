package io.jiangwen.intake;

import io.jiangwen.account.CurrentCaller;
import io.jiangwen.account.Role;
import io.jiangwen.conversation.Errand;
import io.jiangwen.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Lists of problems (需求清单): loaded by a dispatcher, asked row by row, handed back with what became of each. */
@Path("/api/v1/problem-lists")
@RolesAllowed(Role.Name.DISPATCHER)
class ProblemListResource {
    private static final int PAGE = 100;
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ProblemLists lists;
    private final IntakeConfig config;
    private final CurrentCaller caller;

    ProblemListResource(ProblemLists lists, IntakeConfig config, CurrentCaller caller) {
        this.lists = lists;
        this.config = config;
        this.caller = caller;
    }

    /** @param next the cursor of the stretch after it, null at the end */
    record Page<T>(List<T> items, @Nullable String next) {}

    /** @param errand what it became; null before it was asked, and where it cannot be */
    record Row(
            int row,
            String enterprise,
            String contact,
            String question,
            @Nullable String outcome,
            @Nullable String code,
            @Nullable String reason,
            @Nullable Errand errand) {
        static Row of(ProblemLists.Outcome outcome) {
            ListRow row = outcome.row();
            return new Row(
                    row.number(),
                    row.enterprise(),
                    row.contact(),
                    row.question(),
                    row.outcome(),
                    row.code(),
                    row.reason(),
                    outcome.errand());
        }
    }

    /** 202 with the list, or 200 with that of the same file when it was loaded before. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<ProblemList> load(@RestForm("file") @Nullable List<FileUpload> files) {
        if (files == null || files.size() != 1) throw FileRefused.none();
        FileUpload file = files.getFirst();
        long most = config.largestFile().asLongValue();
        if (file.size() > most) throw FileRefused.tooLarge(most);
        ProblemLists.Loaded loaded = lists.load(file.fileName(), bytes(file), caller.get());
        return RestResponse.status(
                loaded.fresh() ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK, loaded.list());
    }

    @GET
    public Page<ProblemList> list(@QueryParam("cursor") @Nullable String cursor) {
        List<ProblemList> found = lists.before(moment(cursor), caller.get(), PAGE);
        return new Page<>(
                found,
                found.size() < PAGE
                        ? null
                        : found.getLast().createdAt().toInstant().toString());
    }

    @GET
    @Path("/{id}")
    public ProblemList find(@PathParam("id") UUID id) {
        return lists.find(id, caller.get());
    }

    @GET
    @Path("/{id}/rows")
    public Page<Row> rows(@PathParam("id") UUID id, @QueryParam("cursor") @Nullable String cursor) {
        List<Row> found = lists.rows(id, number(cursor), PAGE, caller.get()).stream()
                .map(Row::of)
                .toList();
        return new Page<>(
                found,
                found.size() < PAGE ? null : Integer.toString(found.getLast().row()));
    }

    /**
     * The list with what became of each row so far, tickets as they are now.
     *
     * @param language of the headings; without one that of the browser
     */
    @GET
    @Path("/{id}/file.xlsx")
    @Produces(WORKBOOK)
    public RestResponse<byte[]> workbook(
            @PathParam("id") UUID id,
            @QueryParam("language") @Nullable String language,
            @HeaderParam("Accept-Language") @DefaultValue("") String languages) {
        ListWords words = ListWords.of(language == null ? languages : language);
        return named(id + ".xlsx", WorkbookOutput.write(words.say("sheet"), table(id, words)));
    }

    /** The same as text. */
    @GET
    @Path("/{id}/file.csv")
    @Produces("text/csv;charset=UTF-8")
    public RestResponse<String> csv(
            @PathParam("id") UUID id,
            @QueryParam("language") @Nullable String language,
            @HeaderParam("Accept-Language") @DefaultValue("") String languages) {
        ListWords words = ListWords.of(language == null ? languages : language);
        return named(id + ".csv", CsvOutput.write(table(id, words)));
    }

    private List<List<String>> table(UUID id, ListWords words) {
        return new AnsweredList(words).table(lists.rows(id, 0, Integer.MAX_VALUE, caller.get()));
    }

    private static <T> RestResponse<T> named(String name, T file) {
        return RestResponse.ResponseBuilder.ok(file)
                .header("Content-Disposition", "attachment; filename=\"jiangwen-" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file cannot be read", e);
        }
    }

    private static Instant moment(@Nullable String cursor) {
        try {
            return cursor == null ? END_OF_TIME : Instant.parse(cursor);
        } catch (DateTimeParseException e) {
            throw unreadableCursor();
        }
    }

    private static int number(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw unreadableCursor();
        }
    }

    private static Problem unreadableCursor() {
        return new Problem.Invalid("invalid-parameter", "The parameter cursor cannot be read.");
    }
}
