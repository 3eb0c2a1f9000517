package io.jiangwen.curation;

import io.jiangwen.text.Language;
import io.jiangwen.ticket.Discretion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What is hidden from other enterprises is what is hidden before publication. */
@ApplicationScoped
class RuledDiscretion implements Discretion {
    @Override
    public String veil(String text, Language language, List<Hidden> hidden) {
        String veiled =
                new Anonymiser(language, List.of(), List.of()).anonymise(text).text();
        for (Hidden one : hidden)
            veiled = new Anonymiser(
                            language,
                            one.people(),
                            Stream.ofNullable(one.enterprise()).toList())
                    .anonymise(veiled)
                    .text();
        return veiled;
    }
}
