package io.jiangwen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code ./jiangwen calibrate}: has the running service fit itself to its knowledge, and tells what came of it. */
public final class CalibrateCommand {
    static final String USAGE = "Usage: ./jiangwen calibrate [--json]";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final URI calibrations;
    private final String token;
    private final PrintStream err;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ObjectMapper json = new ObjectMapper();

    private CalibrateCommand(URI service, String token, PrintStream err) {
        this.calibrations = service.resolve("/api/v1/calibrations");
        this.token = token;
        this.err = err;
    }

    /**
     * Blocking until the fit is done; when it is interrupted the fit goes on.
     *
     * @param environment has {@code JIANGWEN_SERVICE_URL} and {@code JIANGWEN_OPERATOR_TOKEN_FILE}
     * @return exit code: 0 when fitted, also where the version before was kept; 1 when not, 2 on wrong usage
     */
    public static int run(List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Arguments given = Arguments.parse(args, Set.of(), Set.of("--json"));
            if (!given.words().isEmpty())
                throw new Refused("calibrate does not know '" + given.words().getFirst() + "'");
            URI service = URI.create(needed("JIANGWEN_SERVICE_URL", environment));
            Path token = Path.of(needed("JIANGWEN_OPERATOR_TOKEN_FILE", environment));
            JsonNode done =
                    new CalibrateCommand(service, Files.readString(token).strip(), err).fit();
            out.print(given.has("--json") ? done.toPrettyString() + "\n" : told(done));
            out.flush();
            if (done.path("state").asText().equals("DONE")) return 0;
            err.println("jiangwen calibrate: " + done.path("message").asText());
            return 1;
        } catch (Refused e) {
            err.println("jiangwen calibrate: " + e.getMessage());
            err.println(USAGE);
            return 2;
        } catch (IOException e) {
            err.println("jiangwen calibrate: " + e.getMessage());
            err.println("  Check './jiangwen status' and try again.");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static String needed(String name, Map<String, String> environment) throws IOException {
        return Optional.ofNullable(environment.get(name))
                .orElseThrow(() -> new IOException("start it with ./jiangwen calibrate: " + name + " is not set"));
    }

    private JsonNode fit() throws IOException, InterruptedException {
        JsonNode accepted = call(
                HttpRequest.newBuilder(calibrations).POST(HttpRequest.BodyPublishers.ofString("{\"part\":\"all\"}")));
        String id = accepted.path("id").asText();
        err.println("fitting to the published knowledge; it takes some minutes and goes on without this command...");
        URI run = URI.create(calibrations + "/" + id);
        while (true) {
            JsonNode seen = call(HttpRequest.newBuilder(run).GET());
            if (!seen.path("state").asText().equals("RUNNING")) return seen;
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request.timeout(Duration.ofMinutes(1))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode body = json.readTree(response.body());
        if (response.statusCode() / 100 != 2)
            throw new IOException("the service refused: HTTP " + response.statusCode() + " ("
                    + body.path("detail").asText() + ")");
        return body;
    }

    private static String told(JsonNode run) {
        StringBuilder told = new StringBuilder();
        for (JsonNode result : run.path("results")) {
            boolean kept = result.path("version").isNull();
            told.append(String.format(
                    Locale.ROOT,
                    "%s: %s. %s%n",
                    result.path("part").asText(),
                    kept ? "kept" : result.path("version").asText() + " is in force",
                    result.path("reason").asText()));
            result.path("figures")
                    .properties()
                    .forEach(figure -> told.append(String.format(
                            Locale.ROOT,
                            "  %-22s %.4f%n",
                            figure.getKey(),
                            figure.getValue().asDouble())));
        }
        return told.toString();
    }
}
