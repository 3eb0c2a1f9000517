package io.jiangwen.model;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The chat model of the service, asking a scripted endpoint over real HTTP. */
public final class ScriptedModel {
    private ScriptedModel() {}

    /** @param url base URL without {@code /v1} */
    public static ChatModel at(String url, Duration timeout) {
        return new OpenAiChatModel(
                new ModelSettings(Optional.of(url + "/v1"), Optional.empty(), Optional.of("scripted"), timeout, 2),
                new SimpleMeterRegistry(),
                Clock.systemUTC());
    }
}
