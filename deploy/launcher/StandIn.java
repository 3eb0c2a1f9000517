import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for the service in the launcher's own tests: readiness, and imports as the contract has them. */
public class StandIn {
    private static final Pattern FILE = Pattern.compile("name=\"file\"; filename=\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile("name=\"(kind|enterprise|dryRun)\"\r\n\r\n([^\r]*)\r\n");
    private static final List<String> FILES = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        String fails = System.getenv("STAND_IN_FAILS");
        if (fails != null) {
            System.out.println(fails);
            System.exit(1);
        }
        if (args.length > 0) {
            measure(String.join(" ", args));
            return;
        }
        int port = Integer.parseInt(System.getenv("JIANGWEN_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(System.getenv("JIANGWEN_HOST")), port), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, 200, "{\"status\":\"UP\"}"));
        server.createContext("/api/v1/imports", StandIn::imports);
        server.start();
        System.out.println("stand-in serves on " + port);
    }

    private static void measure(String words) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stand-in cleared")));
        System.out.println("stand-in runs " + words);
        if (words.endsWith("refused")) System.exit(2);
        if (words.endsWith("wait")) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void imports(HttpExchange exchange) throws IOException {
        String token = Files.readString(Path.of(System.getenv("JIANGWEN_DATA"), "operator.token")).strip();
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (token.equals("wrong") || !("Bearer " + token).equals(given)) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, 401, "{\"title\":\"Unauthorized\",\"code\":\"unauthorized\"}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            accept(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 202, "{\"id\":\"i/1\"}");
        } else if (exchange.getRequestURI().getPath().endsWith("/rows")) {
            rows(exchange);
        } else {
            answer(exchange, 200, "{\"id\":\"i/1\",\"state\":\"DONE\",\"counts\":{\"total\":" + FILES.size() + ",\"created\":" + FILES.size() + "}}");
        }
    }

    private static void accept(String body) {
        FILES.clear();
        Matcher file = FILE.matcher(body);
        while (file.find()) FILES.add(file.group(1));
        StringBuilder fields = new StringBuilder();
        Matcher field = FIELD.matcher(body);
        while (field.find()) fields.append(field.group(1)).append('=').append(field.group(2)).append(' ');
        System.out.println(fields.toString().strip());
    }

    /** One row to a page, so that the cursor is followed. */
    private static void rows(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int at = query == null ? 0 : Integer.parseInt(query.replace("cursor=", ""));
        String name = FILES.get(at);
        String row = name.endsWith("bad.md")
                ? "{\"file\":\"" + name + "\",\"row\":1,\"outcome\":\"FAILED\",\"code\":\"front-matter-missing\",\"reason\":\"\\\"bad\\\" has\\tno front matter\"}"
                : "{\"file\":\"" + name + "\",\"entry\":null,\"outcome\":\"CREATED\",\"article\":\"a1\"}";
        String next = at + 1 < FILES.size() ? "\"" + (at + 1) + "\"" : "null";
        answer(exchange, 200, "{\"items\":[" + row + "],\"next\":" + next + "}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
