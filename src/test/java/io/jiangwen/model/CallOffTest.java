package io.jiangwen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An endpoint that never ends, with one place: only a call-off ends a call within the time of these tests. */
class CallOffTest {
    private static final ChatPrompt PROMPT = new ChatPrompt("Answer from the passages.", "[1] 尾座装弹性顶尖。\n---\n怎么装?");
    private static final String BEGUN = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
            + "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":"
            + "[{\"index\":0,\"delta\":{\"content\":\"尾座\"},\"finish_reason\":null}]}\n\n";
    private static final int PATIENCE_MILLIS = 10_000;

    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallOff callOff = new CallOff();
    private ServerSocket endpoint;
    private OpenAiChatModel model;

    @BeforeEach
    void listen() throws IOException {
        endpoint = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        endpoint.setSoTimeout(PATIENCE_MILLIS);
        model = new OpenAiChatModel(
                new ModelSettings(
                        Optional.of("http://127.0.0.1:" + endpoint.getLocalPort() + "/v1"),
                        Optional.empty(),
                        Optional.of("m"),
                        Duration.ofMinutes(2),
                        1),
                meters,
                Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        endpoint.close();
        askers.shutdownNow();
    }

    private Future<ChatReply> asks(Consumer<String> pieces, CallOff until) {
        return askers.submit(() -> model.reply(PROMPT, pieces, until));
    }

    private Socket call() throws IOException {
        Socket call = endpoint.accept();
        call.setSoTimeout(PATIENCE_MILLIS);
        return call;
    }

    private static boolean isHungUp(Socket call) throws IOException {
        try {
            call.getInputStream().readAllBytes();
            return true;
        } catch (SocketException e) {
            return true;
        }
    }

    private static void fails(Future<ChatReply> asked) {
        assertThatThrownBy(() -> asked.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ChatFailed.class);
    }

    @Test
    void hangsUpInTheMiddleAndFreesThePlace() throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        Future<ChatReply> asked = asks(first::complete, callOff);
        try (Socket call = call()) {
            call.getOutputStream().write(BEGUN.getBytes(StandardCharsets.UTF_8));
            assertThat(first.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo("尾座");
            callOff.callOff();
            fails(asked);
            assertThat(isHungUp(call)).isTrue();
        }
        CallOff other = new CallOff();
        Future<ChatReply> next = asks(piece -> {}, other);
        try (Socket call = call()) {
            assertThat(call.isConnected()).isTrue();
            other.callOff();
            fails(next);
        }
    }

    @Test
    void hangsUpBeforeTheFirstSign() throws Exception {
        Future<ChatReply> asked = asks(piece -> {}, callOff);
        try (Socket call = call()) {
            assertThat(call.getInputStream().read()).isPositive();
            callOff.callOff();
            fails(asked);
            assertThat(isHungUp(call)).isTrue();
        }
        assertThat(meters.counter("jiangwen.chat.called.off").count()).isEqualTo(1);
        assertThat(meters.counter("jiangwen.chat.failed").count()).isZero();
    }

    @Test
    void leavesTheQueueAndNobodyElsesCall() throws Exception {
        CallOff other = new CallOff();
        Future<ChatReply> first = asks(piece -> {}, other);
        try (Socket call = call()) {
            Future<ChatReply> waiting = asks(piece -> {}, callOff);
            callOff.callOff();
            fails(waiting);
            assertThat(first).isNotDone();
            assertThat(call.getInputStream().read()).isPositive();
            other.callOff();
            fails(first);
        }
    }

    @Test
    void asksNobodyOnceCalledOffAndLeavesNoInterrupt() {
        callOff.callOff();
        assertThatThrownBy(() -> model.reply(PROMPT, piece -> {}, callOff)).isInstanceOf(ChatFailed.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
