package io.jiangwen.answer;

import io.jiangwen.text.Language;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The prompts in {@code prompts/}, by name and language. */
@Startup
@ApplicationScoped
class Prompts {
    private static final List<String> NAMES = List.of("answer", "rewrite", "ask-back", "case-writeup", "paraphrase");

    private final AnswerConfig config;
    private final Map<String, Prompt> loaded = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when a folder was named that cannot serve: at start, not at the first question */
    Prompts(AnswerConfig config) {
        this.config = config;
        for (Language language : Language.values()) for (String name : NAMES) load(name, language);
    }

    /** @param version first line of the file, stored with each answer */
    record Prompt(String version, String text) {}

    /** @throws IllegalStateException for a file that is missing or does not begin with its version */
    Prompt load(String name, Language language) {
        return loaded.computeIfAbsent(name + "." + language.tag() + ".md", this::read);
    }

    private Prompt read(String file) {
        String content = content(file);
        if (!content.startsWith("version: ")) {
            throw new IllegalStateException("The prompt " + file + " must begin with \"version: \"");
        }
        int end = content.indexOf('\n');
        return new Prompt(
                content.substring("version: ".length(), end).trim(),
                content.substring(end + 1).trim());
    }

    private String content(String file) {
        try {
            if (config.promptsDir().isPresent()) {
                Path own = Path.of(config.promptsDir().get(), file);
                // A folder made for an earlier version lacks the prompts that came later.
                if (file.startsWith("answer.") || Files.exists(own)) return Files.readString(own);
            }
            try (InputStream in = Prompts.class.getResourceAsStream("/prompts/" + file)) {
                if (in == null) throw new IllegalStateException("There is no prompt " + file);
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The prompt " + file + " cannot be read; check JIANGWEN_PROMPTS_DIR", e);
        }
    }
}
