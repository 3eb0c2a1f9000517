package io.jiangwen.ticket;

import io.jiangwen.problem.Problem;
import io.jiangwen.text.Language;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bodies as they come, and what becomes of them; anything may be missing. */
final class TicketRequests {
    private TicketRequests() {}

    record ReplyRequest(
            @Nullable Integer epoch,
            @Nullable String text,
            @Nullable CardRequest card,
            @Nullable Boolean consent) {
        /** @throws Problem.Invalid {@code empty-reply} for none, {@code text-or-card} for both */
        Replies.Wording wording() {
            String words = text == null ? "" : clean(text);
            ReplyCard filled = card == null ? null : card.filled();
            boolean agrees = consent == null || consent;
            if (words.isBlank() && filled == null)
                throw new Problem.Invalid("empty-reply", "A reply needs a text, or a card that says something.");
            if (!words.isBlank() && filled != null)
                throw new Problem.Invalid("text-or-card", "Send a text or a card, not both.");
            return new Replies.Wording(filled == null ? words : null, filled, agrees);
        }
    }

    record CardRequest(
            @Nullable String phenomenon,
            @Nullable String equipment,
            @Nullable String cause,
            @Nullable List<@Nullable String> steps,
            @Nullable String verification,
            @Nullable String limits,
            @Nullable String safety) {
        /** The card without empty steps; null when every field is empty. */
        @Nullable
        ReplyCard filled() {
            List<String> done = steps == null
                    ? List.of()
                    : steps.stream()
                            .filter(Objects::nonNull)
                            .map(TicketRequests::clean)
                            .filter(step -> !step.isBlank())
                            .toList();
            List<String> fields = List.of(or(phenomenon), or(equipment), or(cause), or(verification), or(limits));
            if (done.isEmpty() && fields.stream().allMatch(String::isBlank)) return null;
            return new ReplyCard(
                    fields.get(0),
                    fields.get(1),
                    fields.get(2),
                    done,
                    fields.get(3),
                    fields.get(4),
                    safety == null || safety.isBlank() ? null : clean(safety));
        }
    }

    record ConfirmRequest(
            @Nullable Boolean solved,
            @Nullable Integer rating,
            @Nullable Boolean consent,
            @Nullable String comment) {
        Feedback feedback() {
            if (solved == null)
                throw new Problem.Invalid("missing-solved", "Say whether it is solved: \"solved\": true or false.");
            return new Feedback(solved, rating, consent != null && consent, comment == null ? null : clean(comment));
        }
    }

    /** For release, resume and undo. */
    record EpochRequest(@Nullable Integer epoch, @Nullable String reason) {}

    /** For ask-back, and for the asker's words, who has no epoch. */
    record TextRequest(@Nullable Integer epoch, @Nullable String text) {
        @Nullable
        String words() {
            return cleanOrNull(text);
        }
    }

    /** For transfer, and for assign, which needs no epoch. */
    record HandRequest(
            @Nullable Integer epoch,
            @Nullable String craftsman,
            @Nullable String reason) {
        /** Whatever is no id is nobody's. */
        Assignments.Handing handing() {
            return new Assignments.Handing(person(), cleanOrNull(reason));
        }

        private @Nullable UUID person() {
            try {
                return craftsman == null ? null : UUID.fromString(craftsman);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    /** @param waitingFor DATE, PART or VISIT; DATE when it is missing */
    record HoldRequest(
            @Nullable Integer epoch,
            @Nullable String waitingFor,
            @Nullable String until,
            @Nullable String reason) {
        /** @throws Problem.Invalid {@code invalid-until} for what is no time, {@code invalid-waiting-for} */
        Pauses.Hold hold() {
            return new Pauses.Hold(cause(), time(), cleanOrNull(reason));
        }

        private Pauses.Cause cause() {
            if (waitingFor == null || waitingFor.isBlank()) return Pauses.Cause.DATE;
            try {
                return Pauses.Cause.valueOf(waitingFor.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new Problem.Invalid("invalid-waiting-for", "A ticket waits for a DATE, a PART or a VISIT.");
            }
        }

        private @Nullable OffsetDateTime time() {
            try {
                return until == null || until.isBlank() ? null : OffsetDateTime.parse(until.strip());
            } catch (DateTimeParseException e) {
                throw new Problem.Invalid(Guard.UNTIL.code(), "Write the time as 2026-11-30T09:00:00+08:00.");
            }
        }
    }

    record ReasonRequest(@Nullable String reason) {}

    record DraftRequest(@Nullable Integer epoch, @Nullable String text) {}

    /** What is kept of a reply that is refused; a card in the words of its fields. */
    static String kept(Replies.Wording wording) {
        ReplyCard card = wording.card();
        return card == null ? String.valueOf(wording.text()) : card.text(Language.of(card.phenomenon()));
    }

    /** Whatever is no id of a ticket is not found, like an id that is nobody's. */
    static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("ticket");
        }
    }

    /** @throws Problem.Invalid when the epoch is missing */
    static int epoch(@Nullable Integer epoch) {
        if (epoch == null) throw new Problem.Invalid("missing-epoch", "Send the epoch that the claim gave you.");
        return epoch;
    }

    /** @throws Problem.Invalid when there is no body */
    static <T> T body(@Nullable T body) {
        if (body == null) throw new Problem.Invalid("missing-body", "Send a JSON object.");
        return body;
    }

    /** A person's words without control characters, which no database or page wants; line ends and tabs stay. */
    static String clean(String words) {
        return words.codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    static @Nullable String cleanOrNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : clean(words);
    }

    private static String or(@Nullable String field) {
        return field == null ? "" : clean(field);
    }
}
