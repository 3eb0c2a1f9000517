import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * {@code ./jiangwen import}: sends files to a running service, shows progress, writes the outcome of every row to a file.
 *
 * <p>Run from source by the launcher ({@code java ImportClient.java BASE REPORT KIND ENTERPRISE DRY_RUN PATH...}), so it uses
 * nothing but the JDK. Exit code 1 when a row failed or the import did not finish, 2 when there was nothing to send.
 */
public class ImportClient {
    private static final Set<String> FINISHED = Set.of("DONE", "FAILED", "CANCELLED");
    private static final List<String> COLUMNS = List.of("outcome", "file", "entry", "row", "page", "code", "reason", "article");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;
    private final String token;

    private ImportClient(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public static void main(String[] args) throws InterruptedException {
        try {
            String token = Files.readString(Path.of(System.getenv("JIANGWEN_OPERATOR_TOKEN_FILE"))).strip();
            Map<String, Path> files = filesBelow(List.of(args).subList(5, args.length));
            if (files.isEmpty()) {
                ERR.println("jiangwen: nothing to import: no *.md or *.txt file in the folders given.");
                ERR.println("  Name other files one by one.");
                System.exit(2);
            }
            System.exit(new ImportClient(args[0], token).run(files, args));
        } catch (Refused e) {
            ERR.println("jiangwen: the service refused: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            ERR.println("jiangwen: the import broke off: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
            ERR.println("  Check './jiangwen status' and import again: what is already there counts as unchanged.");
            System.exit(1);
        }
    }

    private int run(Map<String, Path> files, String[] args) throws IOException, InterruptedException {
        ERR.printf("sending %d file%s...%n", files.size(), files.size() == 1 ? "" : "s");
        Map<String, String> fields = new LinkedHashMap<>();
        if (!args[2].isEmpty()) fields.put("kind", args[2]);
        if (!args[3].isEmpty()) fields.put("enterprise", args[3]);
        fields.put("dryRun", args[4]);
        String boundary = "jiangwen-" + UUID.randomUUID();
        Object accepted = call(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(multipart(fields, files, boundary)));
        String id = text(accepted, "id");
        String state = await(id);
        return report(id, state, Path.of(args[1]), Boolean.parseBoolean(args[4]));
    }

    /** Folders give their Markdown and text files, by a name that starts with the folder's; files are taken as they are. */
    private static Map<String, Path> filesBelow(List<String> paths) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String given : paths) {
            Path path = Path.of(given).toAbsolutePath().normalize();
            if (!Files.isDirectory(path)) {
                add(files, String.valueOf(path.getFileName()), path);
                continue;
            }
            Path origin = path.getParent() == null ? path : path.getParent();
            try (Stream<Path> below = Files.walk(path)) {
                for (Path file : below.filter(Files::isRegularFile).filter(ImportClient::isText).sorted().toList()) {
                    add(files, origin.relativize(file).toString().replace('\\', '/'), file);
                }
            }
        }
        return files;
    }

    /** Two files of one name (from two folders, say) are told apart by their whole path. */
    private static void add(Map<String, Path> files, String name, Path file) {
        Path before = files.putIfAbsent(name, file);
        if (before != null && !before.equals(file)) files.put(file.toString().replace('\\', '/'), file);
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".txt");
    }

    private static BodyPublisher multipart(Map<String, String> fields, Map<String, Path> files, String boundary) throws IOException {
        List<BodyPublisher> parts = new ArrayList<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                    + "\"\r\n\r\n" + field.getValue() + "\r\n"));
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String name = file.getKey().replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
            parts.add(BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                    + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            parts.add(BodyPublishers.ofFile(file.getValue()));
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    /** Follows the import to its end; answers its last state. */
    private String await(String id) throws IOException, InterruptedException {
        String shown = "";
        while (true) {
            Object seen = call(request("/api/v1/imports/" + encode(id)).GET());
            String state = text(seen, "state");
            String line = state.toLowerCase(java.util.Locale.ROOT) + counts(seen);
            if (!line.equals(shown)) ERR.println("  " + line);
            shown = line;
            if (FINISHED.contains(state)) return state;
            Thread.sleep(500);
        }
    }

    private static String counts(Object seen) {
        if (!(seen instanceof Map<?, ?> map) || !(map.get("counts") instanceof Map<?, ?> counts)) return "";
        StringBuilder line = new StringBuilder(":");
        counts.forEach((name, number) -> line.append(line.length() == 1 ? " " : ", ").append(number).append(' ').append(name));
        return line.toString();
    }

    private int report(String id, String state, Path report, boolean dryRun) throws IOException, InterruptedException {
        int failed = 0;
        try (var out = Files.newBufferedWriter(report)) {
            out.write(String.join("\t", COLUMNS) + "\n");
            String cursor = null;
            do {
                Object page = call(request("/api/v1/imports/" + encode(id) + "/rows" + (cursor == null ? "" : "?cursor=" + encode(cursor))).GET());
                for (Object row : items(page)) {
                    out.write(String.join("\t", COLUMNS.stream().map(column -> cell(row, column)).toList()) + "\n");
                    if (cell(row, "outcome").equals("FAILED")) {
                        failed++;
                        OUT.println("failed: " + where(row) + ": " + cell(row, "reason") + code(row));
                    }
                }
                cursor = page instanceof Map<?, ?> map && map.get("next") != null ? String.valueOf(map.get("next")) : null;
            } while (cursor != null);
        }
        if (dryRun) OUT.println("dry run: nothing was stored");
        OUT.println("report: " + report);
        if (failed > 0) ERR.printf("%d row%s failed: correct what is named above and import again.%n", failed, failed == 1 ? "" : "s");
        if (!state.equals("DONE")) ERR.printf("the import ended as %s.%n", state);
        return failed == 0 && state.equals("DONE") ? 0 : 1;
    }

    private static List<?> items(Object page) {
        return page instanceof Map<?, ?> map && map.get("items") instanceof List<?> items ? items : List.of();
    }

    private static String where(Object row) {
        StringBuilder where = new StringBuilder(cell(row, "file"));
        for (String detail : List.of("entry", "row", "page")) {
            if (!cell(row, detail).isEmpty()) where.append(", ").append(detail).append(' ').append(cell(row, detail));
        }
        return where.toString();
    }

    private static String code(Object row) {
        return cell(row, "code").isEmpty() ? "" : " (" + cell(row, "code") + ")";
    }

    /** One value of a row, without what would break a line of the report. */
    private static String cell(Object row, String column) {
        Object value = row instanceof Map<?, ?> map ? map.get(column) : null;
        return value == null ? "" : String.valueOf(value).replaceAll("[\\t\\r\\n]+", " ");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(10))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private Object call(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() / 100 == 2) return new Json(response.body()).read();
        throw new Refused(problem(response));
    }

    private static String problem(HttpResponse<String> response) {
        String hint = switch (response.statusCode()) {
            case 401, 403 -> "; restart the service so that it reads operator.token again";
            case 404 -> "; this version of the service has no such call";
            case 413 -> "; import fewer files at once";
            default -> "";
        };
        String detail = "";
        try {
            Object body = new Json(response.body()).read();
            detail = cell(body, "detail").isEmpty() ? cell(body, "title") : cell(body, "detail");
        } catch (IOException notJson) {
            detail = response.body().lines().findFirst().orElse("");
        }
        return "HTTP " + response.statusCode() + (detail.isEmpty() ? "" : " (" + detail + ")") + hint;
    }

    private static String text(Object object, String name) throws IOException {
        if (object instanceof Map<?, ?> map && map.get(name) instanceof String value) return value;
        throw new IOException("the answer of the service has no '" + name + "'");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The service answered, but not with what was asked for. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** JSON into maps, lists, strings, booleans and null; numbers keep their text. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object read() throws IOException {
            Object value = value();
            space();
            if (at != text.length()) throw wrong();
            return value;
        }

        private Object value() throws IOException {
            space();
            return switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> object() throws IOException {
            Map<String, Object> map = new LinkedHashMap<>();
            at++;
            space();
            if (take('}')) return map;
            do {
                space();
                if (peek() != '"') throw wrong();
                String name = string();
                space();
                if (!take(':')) throw wrong();
                map.put(name, value());
                space();
            } while (take(','));
            if (!take('}')) throw wrong();
            return map;
        }

        private List<Object> array() throws IOException {
            List<Object> list = new ArrayList<>();
            at++;
            space();
            if (take(']')) return list;
            do {
                list.add(value());
                space();
            } while (take(','));
            if (!take(']')) throw wrong();
            return list;
        }

        private String string() throws IOException {
            StringBuilder out = new StringBuilder();
            at++;
            while (peek() != '"') {
                char next = text.charAt(at++);
                out.append(next == '\\' ? escaped() : next);
            }
            at++;
            return out.toString();
        }

        private char escaped() throws IOException {
            char kind = peek();
            at++;
            return switch (kind) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    if (at + 4 > text.length()) throw wrong();
                    at += 4;
                    yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
                }
                default -> kind;
            };
        }

        private Object word() throws IOException {
            int start = at;
            while (at < text.length() && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) at++;
            String word = text.substring(start, at);
            if (word.isEmpty()) throw wrong();
            return switch (word) {
                case "null" -> null;
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> word;
            };
        }

        private char peek() throws IOException {
            if (at >= text.length()) throw wrong();
            return text.charAt(at);
        }

        private boolean take(char wanted) {
            if (at >= text.length() || text.charAt(at) != wanted) return false;
            at++;
            return true;
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        }

        private IOException wrong() {
            return new IOException("the answer of the service is not JSON (character " + at + ")");
        }
    }
}
