package io.jiangwen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The package table of the design: each package sees only what it may, and there are no cycles. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jiangwen");

    private static final Set<String> EVERYBODYS = Set.of("problem", "text", "account");

    private static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("question", Set.of()),
            Map.entry("account", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("knowledge", Set.of("question", "model")),
            Map.entry("retrieval", Set.of("question", "knowledge", "model")),
            Map.entry("confidence", Set.of("question", "knowledge", "retrieval")),
            Map.entry("answer", Set.of("question", "knowledge", "retrieval", "confidence", "model")),
            Map.entry("craftsman", Set.of("question", "model")),
            Map.entry("ticket", Set.of("question", "craftsman", "model")),
            // The certificate and the number of a calibration are shown with each turn.
            Map.entry("conversation", Set.of("question", "answer", "ticket", "knowledge", "confidence")),
            Map.entry(
                    "curation",
                    Set.of("question", "knowledge", "retrieval", "answer", "model", "ticket", "conversation")),
            // What comes back of a question depends on what whoever brought it may read.
            Map.entry("intake", Set.of("question", "ticket", "conversation")),
            // What it loads it reads and publishes as the service does.
            Map.entry(
                    "evaluation",
                    Set.of(
                            "question",
                            "knowledge",
                            "retrieval",
                            "confidence",
                            "answer",
                            "model",
                            "craftsman",
                            "curation")),
            Map.entry("notification", Set.of()),
            Map.entry("ops", Set.of()));

    @TestFactory
    Stream<DynamicTest> eachPackageSeesOnlyWhatItMay() {
        return MAY_SEE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    Set<String> hidden = new TreeSet<>(MAY_SEE.keySet());
                    hidden.removeAll(row.getValue());
                    hidden.remove(row.getKey());
                    if (!Set.of("problem", "text").contains(row.getKey())) hidden.removeAll(EVERYBODYS);
                    noClasses()
                            .that()
                            .resideInAPackage("io.jiangwen." + row.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(packages(hidden))
                            .allowEmptyShould(true)
                            .check(CODE);
                }));
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> found = new TreeSet<>();
        CODE.stream()
                .map(type -> type.getPackageName().split("\\.", -1))
                .filter(parts -> parts.length > 2)
                .forEach(parts -> found.add(parts[2]));
        org.assertj.core.api.Assertions.assertThat(MAY_SEE.keySet()).containsAll(found);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.jiangwen.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void onlyModelKnowsModels() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.jiangwen.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j..", "ai.onnxruntime..")
                .check(CODE);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Inject.class).check(CODE);
    }

    @Test
    void entitiesStayInTheirPackage() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void onlyHttpClassesEndInResource() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .beAnnotatedWith(jakarta.ws.rs.Path.class)
                .check(CODE);
    }

    @Test
    void timeComesFromTheClock() {
        for (Class<?> type :
                List.of(java.time.Instant.class, java.time.OffsetDateTime.class, java.time.LocalDate.class)) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.jiangwen.ops..")
                    .should()
                    .callMethod(type, "now")
                    .check(CODE);
        }
        noClasses().should().callConstructor(java.util.Random.class).check(CODE);
    }

    private static String[] packages(Set<String> names) {
        String[] all = names.stream().map(name -> "io.jiangwen." + name + "..").toArray(String[]::new);
        return all.length == 0 ? new String[] {"io.jiangwen.nothing"} : Arrays.copyOf(all, all.length);
    }
}
