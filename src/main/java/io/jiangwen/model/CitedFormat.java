package io.jiangwen.model;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

/** The structures a reply may be asked in, as langchain4j writes them. */
final class CitedFormat {
    private CitedFormat() {}

    static ResponseFormat of(ChatPrompt.Schema schema) {
        return switch (schema) {
            case CITED_SENTENCES ->
                ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name("cited_sentences")
                                .rootElement(sentences())
                                .build())
                        .build();
        };
    }

    private static JsonObjectSchema sentences() {
        JsonObjectSchema sentence = JsonObjectSchema.builder()
                .addProperty("text", JsonStringSchema.builder().build())
                .addProperty(
                        "citations",
                        JsonArraySchema.builder()
                                .items(JsonIntegerSchema.builder().build())
                                .build())
                .required("text", "citations")
                .build();
        return JsonObjectSchema.builder()
                .addProperty(
                        "sentences", JsonArraySchema.builder().items(sentence).build())
                .required("sentences")
                .build();
    }
}
