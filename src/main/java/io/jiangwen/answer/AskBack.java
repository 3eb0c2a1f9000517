package io.jiangwen.answer;

import io.jiangwen.answer.Outcome.AskedBack;
import io.jiangwen.answer.Outcome.NeedsDetail;
import io.jiangwen.model.CallOff;
import io.jiangwen.question.Detail;
import io.jiangwen.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for what is missing in a question that says too little: by a model where there is one, else by rule. */
@ApplicationScoped
class AskBack {
    private static final int LONGEST = 200;

    private final ShortReplies replies;

    AskBack(ShortReplies replies) {
        this.replies = replies;
    }

    /** Blocking where a model is configured. */
    NeedsDetail about(Question question, CallOff callOff) {
        Set<Detail> missing = Detail.missing(question.text());
        // Everything was named and it is too little all the same: the symptom can always be told more closely.
        if (missing.isEmpty()) missing = EnumSet.of(Detail.SYMPTOM);
        return new NeedsDetail(missing, byModel(question, missing, callOff));
    }

    private @Nullable AskedBack byModel(Question question, Set<Detail> missing, CallOff callOff) {
        String user =
                missing.stream().map(Detail::name).collect(Collectors.joining(", ")) + "\n---\n" + question.text();
        return replies.ask(new ShortReplies.Request("ask-back", question.language(), user, LONGEST), callOff)
                .filter(reply -> reply.text().matches(".*[?？][”\"’']?$"))
                .map(reply -> new AskedBack(reply.text(), reply.call()))
                .orElse(null);
    }
}
