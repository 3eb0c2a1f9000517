package io.jiangwen.testsupport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server (RFC 5321) on this machine that does as it is told with the next messages. */
public final class ScriptedSmtp implements AutoCloseable {
    /** What becomes of a message. */
    public enum Mood {
        TAKES,
        /** 451, try again later. */
        DEFERS,
        /** 550, no such user. */
        REJECTS,
        /** Takes the message and hangs up without a word. */
        HANGS_UP,
        /** Never answers. */
        HANGS
    }

    private final ServerSocket socket;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.TAKES;

    private ScriptedSmtp(ServerSocket socket) {
        this.socket = socket;
    }

    /** @param port a free one, or 0 for any */
    public static ScriptedSmtp on(int port) throws IOException {
        ScriptedSmtp server = new ScriptedSmtp(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(server::listen);
        return server;
    }

    public void be(Mood next) {
        mood = next;
    }

    /** Takes messages again, and knows of none. */
    public void forget() {
        mood = Mood.TAKES;
        messages.clear();
    }

    /** Headers and bodies of the messages that came in whole, as they came. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                if (!socket.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            if (mood == Mood.HANGS) {
                in.readLine();
                return;
            }
            say(client, "220 scripted ESMTP");
            String line = in.readLine();
            while (line != null) {
                if (line.startsWith("EHLO")) say(client, "250-scripted\r\n250 8BITMIME");
                else if (line.startsWith("RCPT") && mood == Mood.REJECTS) say(client, "550 no such user");
                else if (line.startsWith("DATA") && !data(client, in)) return;
                else if (line.startsWith("QUIT")) say(client, "221 bye");
                else if (!line.startsWith("DATA")) say(client, "250 ok");
                line = in.readLine();
            }
        } catch (IOException e) {
            // The client has gone, as clients of this test may.
        }
    }

    /** Whether the conversation goes on. */
    private boolean data(Socket client, BufferedReader in) throws IOException {
        say(client, "354 go on");
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine())
            message.append(line).append('\n');
        messages.add(message.toString());
        if (mood == Mood.HANGS_UP) return false;
        say(client, mood == Mood.DEFERS ? "451 try again later" : "250 taken");
        return true;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
