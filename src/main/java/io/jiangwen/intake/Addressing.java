package io.jiangwen.intake;

import io.jiangwen.account.Caller;
import io.jiangwen.account.Enterprise;
import io.jiangwen.account.Enterprises;
import io.jiangwen.account.Spokesmen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out for whom each row of a list is to be asked, or why it cannot be. */
@ApplicationScoped
class Addressing {
    private final Enterprises enterprises;
    private final Spokesmen spokesmen;

    Addressing(Enterprises enterprises, Spokesmen spokesmen) {
        this.enterprises = enterprises;
        this.spokesmen = spokesmen;
    }

    /** One row for each problem, in their order; a problem that is there twice is asked once. */
    List<NewRow> address(List<WrittenProblem> problems, Caller dispatcher) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, List<Enterprise>> named = new HashMap<>();
        return problems.stream()
                .map(problem -> {
                    WrittenProblem.Flaw flaw = problem.flaw();
                    if (flaw != null) return NewRow.refused(problem, NewRow.Verdict.failed(flaw));
                    Integer before = first.putIfAbsent(problem.key(), problem.number());
                    if (before != null) return repeated(problem, before);
                    return addressed(
                            problem,
                            named.computeIfAbsent(
                                    problem.enterprise(), name -> enterprises.named(name, dispatcher.region())),
                            dispatcher);
                })
                .toList();
    }

    private NewRow addressed(WrittenProblem problem, List<Enterprise> found, Caller dispatcher) {
        if (found.size() != 1) return NewRow.refused(problem, NewRow.Verdict.failed(unclear(found.size())));
        Enterprise enterprise = found.getFirst();
        return new NewRow(
                problem,
                enterprise.id(),
                spokesmen.account(enterprise, problem.contact(), dispatcher.id().value()),
                null);
    }

    private static NewRow repeated(WrittenProblem problem, int before) {
        return NewRow.refused(
                problem,
                new NewRow.Verdict("DUPLICATE", "same-as-row", "The same as row " + before + ", which is asked once."));
    }

    private static WrittenProblem.Flaw unclear(int found) {
        return found == 0
                ? new WrittenProblem.Flaw("unknown-enterprise", "No enterprise of your region has this name.")
                : new WrittenProblem.Flaw("ambiguous-enterprise", "More than one enterprise has this name.");
    }
}
