package io.jiangwen.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words behind a verb, as options with their values; {@code --name value} and {@code --name=value} are the same. */
final class Arguments {
    private final Map<String, List<String>> values;
    private final Set<String> flags;
    private final List<String> words;

    private Arguments(Map<String, List<String>> values, Set<String> flags, List<String> words) {
        this.values = values;
        this.flags = Set.copyOf(flags);
        this.words = List.copyOf(words);
    }

    /**
     * @param valued names of options that want a value
     * @param plain names of options that want none
     * @throws Refused for any other option, a missing value, and a value where none is wanted
     */
    static Arguments parse(List<String> args, Set<String> valued, Set<String> plain) throws Refused {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> flags = new HashSet<>();
        List<String> words = new ArrayList<>();
        for (Iterator<String> each = args.iterator(); each.hasNext(); ) {
            String word = each.next();
            int equals = word.indexOf('=');
            String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (!name.startsWith("-")) {
                words.add(word);
            } else if (valued.contains(name)) {
                boolean joined = name.length() < word.length();
                if (!joined && !each.hasNext()) throw new Refused(name + " needs a value");
                String value = joined ? word.substring(equals + 1) : each.next();
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            } else if (plain.contains(word)) {
                flags.add(word);
            } else {
                throw new Refused("there is no option '" + word + "'");
            }
        }
        return new Arguments(values, flags, words);
    }

    /** What is no option, in order. */
    List<String> words() {
        return words;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** @throws Refused when it was given more than once */
    Optional<String> one(String name) throws Refused {
        List<String> given = all(name);
        if (given.size() > 1) throw new Refused(name + " was given " + given.size() + " times");
        return given.stream().findFirst();
    }
}
