package io.jiangwen.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the character 0, which PostgreSQL stores in no text, out: it is dropped from JSON, and an address that has one
 * leads nowhere.
 */
@Singleton
class NullCharacters implements ObjectMapperCustomizer {
    private static final String NULL = "\0";

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("null-characters").addDeserializer(String.class, new Dropping()));
    }

    @ServerRequestFilter(priority = 200)
    void refuse(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().contains(NULL)) throw new Problem.NotFound("address");
    }

    private static final class Dropping extends StringDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = super.deserialize(json, context);
            return text == null || text.indexOf(0) < 0 ? text : text.replace(NULL, "");
        }
    }
}
