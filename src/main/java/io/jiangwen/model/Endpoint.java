package io.jiangwen.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;
import java.time.Clock;

/** The configured endpoint: reached anew for each call, so that one can be hung up without the others. Thread-safe. */
final class Endpoint {
    private final String url;
    private final String model;
    private final ModelConfig config;
    private final Clock clock;
    private final HttpClient client;

    Endpoint(String url, ModelConfig config, Clock clock) {
        this.url = url;
        this.model = config.llmModel()
                .orElseThrow(() -> new IllegalStateException("JIANGWEN_LLM_MODEL must name the chat model"));
        this.config = config;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.llmTimeout())
                .build();
    }

    String model() {
        return model;
    }

    Line line() {
        EndpointClient own = new EndpointClient(client, config.llmTimeout(), clock);
        return new Line(
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(own.builder())
                        .baseUrl(url)
                        .apiKey(config.llmApiKey().orElse("none"))
                        .modelName(model)
                        .temperature(0.0)
                        .timeout(config.llmTimeout())
                        .build(),
                own);
    }

    /** A way to the endpoint for one call. */
    record Line(StreamingChatModel model, EndpointClient client) {}
}
