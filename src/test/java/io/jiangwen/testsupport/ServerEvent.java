package io.jiangwen.testsupport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A server-sent event as a browser would hand it to a page. */
public record ServerEvent(long id, String event, String data) {
    /** Every event of a stream that has ended. */
    public static List<ServerEvent> all(String stream) {
        List<ServerEvent> events = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new StringReader(stream))) {
            read(lines, events::add, comment -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }

    /** Reads to the end of the stream; an event without an id keeps that of the one before. */
    static void read(BufferedReader lines, Consumer<ServerEvent> events, Consumer<String> comments) throws IOException {
        long id = 0;
        String event = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(":")) {
                comments.accept(line.substring(1));
            } else if (line.startsWith("id:")) {
                id = Long.parseLong(line.substring(3).strip());
            } else if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            } else if (line.isEmpty() && !data.isEmpty()) {
                events.accept(new ServerEvent(id, event, data.toString()));
                data.setLength(0);
            }
        }
    }
}
