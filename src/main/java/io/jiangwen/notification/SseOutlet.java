package io.jiangwen.notification;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** Writes a live stream as server-sent events. */
class SseOutlet implements LiveStream.Outlet {
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final Sse sse;

    SseOutlet(MultiEmitter<? super OutboundSseEvent> emitter, Sse sse) {
        this.emitter = emitter;
        this.sse = sse;
    }

    @Override
    public boolean isGone() {
        return emitter.isCancelled();
    }

    @Override
    public boolean hasRoom() {
        return emitter.requested() > 0;
    }

    @Override
    public void send(OutboxEvent event) {
        emitter.emit(sse.newEventBuilder()
                .id(Long.toString(event.seq()))
                .name(event.type())
                .data(OutboxEvent.class, event)
                .build());
    }

    @Override
    public void signOfLife() {
        emitter.emit(sse.newEventBuilder().comment("live").build());
    }

    @Override
    public void end() {
        emitter.complete();
    }
}
