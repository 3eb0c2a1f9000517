package io.jiangwen.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a sentence says always, all or never where the passages do not go so far. Pure. */
final class UniversalTest {
    private static final Pattern CLAIMS = Pattern.compile(
            "所有|任何|一切|永远|总是|从不|从来|绝对|绝不|完全|彻底|随时|一律|无论|不论|不管|只要|百分百|保证|万能|唯一|always|never|\\ball\\b|\\bany\\b|completely|guarantee|absolutely|under no circumstances|in every case|\\bentirely\\b|the only\\b|regardless");

    private static final Pattern ALLOWS = Pattern.compile(
            "所有|任何|一切|永远|总是|从不|从来|绝对|绝不|完全|彻底|随时|一律|无论|不论|不管|只要|都|每|各|全部|全|整|均|凡|唯一|只|保证|不得|不准|严禁|禁止|不能|always|never|\\ball\\b|\\bany\\b|completely|guarantee|absolutely|every|each|\\bentirely\\b|only|must not|\\bno\\b|whole|full|whatever|whenever|regardless");

    private static final int NEAREST = 2;

    private UniversalTest() {}

    static Optional<Flaw> flaw(Alignment alignment) {
        for (Clause clause : alignment.sentence().clauses()) {
            if (!CLAIMS.matcher(clause.text()).find()) continue;
            List<Statement> nearest = alignment.matches(clause).stream()
                    .sorted(Comparator.comparingDouble(Alignment.Match::fit).reversed())
                    .map(Alignment.Match::statement)
                    .distinct()
                    .limit(NEAREST)
                    .toList();
            boolean allowed = nearest.stream()
                    .anyMatch(statement ->
                            ALLOWS.matcher(statement.whole().text()).find());
            if (!allowed) return Optional.of(Flaw.UNIVERSAL);
        }
        return Optional.empty();
    }
}
