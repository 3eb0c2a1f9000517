package io.jiangwen.testsupport;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A site of somebody else, at an origin of its own, that embeds the widget as the manual says. */
public final class ForeignSite implements AutoCloseable {
    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>示例机床厂</title>
                <link rel="icon" href="data:,">
                <script type="module" src="%swidget.js"></script>
              </head>
              <body>
                <main>
                  <h1>示例机床厂</h1>
                  <jw-chat site="demo"></jw-chat>
                </main>
              </body>
            </html>
            """;

    private final HttpServer server;

    private ForeignSite(HttpServer server) {
        this.server = server;
    }

    /** @param service where the widget comes from, with a slash at the end */
    public static ForeignSite embedding(URI service) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = PAGE.formatted(service).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return new ForeignSite(server);
    }

    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
