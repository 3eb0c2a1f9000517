package io.jiangwen.intake;

import io.jiangwen.question.Question;
import io.jiangwen.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A row as it stands in the file, cleaned; each part may be empty. */
record WrittenProblem(int number, String enterprise, String contact, String question) {
    /** Longer than any name; what is longer is no name. */
    private static final int LONGEST_NAME = 200;

    static WrittenProblem of(Line line, Columns columns) {
        return new WrittenProblem(
                line.number(),
                cut(Normalizer.clean(line.cell(columns.enterprise()))),
                cut(Normalizer.clean(line.cell(columns.contact()))),
                Normalizer.clean(line.cell(columns.question())));
    }

    /** What keeps it from being asked; null for nothing. */
    @Nullable
    Flaw flaw() {
        if (enterprise.isEmpty()) return new Flaw("enterprise-missing", "There is no enterprise in this row.");
        if (question.isEmpty()) return new Flaw("empty-question", "There is no question in this row.");
        if (question.length() > Question.LONGEST) {
            return new Flaw(
                    "question-too-long",
                    "A question has at most " + Question.LONGEST + " characters; this one has " + question.length()
                            + ".");
        }
        return null;
    }

    /** By which the same problem of the same enterprise is recognised. */
    String key() {
        return Normalizer.fold(enterprise) + "\n" + Normalizer.fold(question);
    }

    boolean isEmpty() {
        return enterprise.isEmpty() && contact.isEmpty() && question.isEmpty();
    }

    /** @param code stable */
    record Flaw(String code, String reason) {}

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
