package io.jiangwen.intake;

import io.jiangwen.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a list has what is needed.
 *
 * @param heading number of the line that names the columns
 */
record Columns(int heading, int enterprise, int contact, int question) {
    /** Above the names of the columns there may be a title and remarks. */
    private static final int LOOKED_AT = 10;

    private static final Set<String> ENTERPRISE =
            Set.of("企业", "企业名称", "单位", "单位名称", "公司", "公司名称", "enterprise", "enterprise name", "company");
    private static final Set<String> CONTACT =
            Set.of("联系人", "联系方式", "联系电话", "电话", "联系人及电话", "contact", "contact person", "phone");
    private static final Set<String> QUESTION =
            Set.of("问题", "问题描述", "需求", "需求描述", "技术难题", "技术需求", "难题", "question", "problem");

    /** @throws FileRefused naming what is missing in the line that has most of the names, or what is there twice */
    static Columns of(List<Line> lines) {
        List<String> fewest = List.of("enterprise", "contact", "question");
        for (Line line : lines.subList(0, Math.min(lines.size(), LOOKED_AT))) {
            List<Integer> enterprise = named(line, ENTERPRISE);
            List<Integer> contact = named(line, CONTACT);
            List<Integer> question = named(line, QUESTION);
            List<String> missing = new ArrayList<>();
            if (enterprise.isEmpty()) missing.add("enterprise");
            if (contact.isEmpty()) missing.add("contact");
            if (question.isEmpty()) missing.add("question");
            if (missing.isEmpty()) {
                return new Columns(
                        line.number(),
                        one(enterprise, "enterprise"),
                        one(contact, "contact"),
                        one(question, "question"));
            }
            if (missing.size() < fewest.size()) fewest = List.copyOf(missing);
        }
        throw FileRefused.missingColumns(String.join(", ", fewest));
    }

    private static List<Integer> named(Line line, Set<String> names) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            if (names.contains(Normalizer.fold(line.cell(i)).replace("*", ""))) found.add(i);
        }
        return found;
    }

    private static int one(List<Integer> columns, String name) {
        if (columns.size() > 1) throw FileRefused.ambiguousColumns(name);
        return columns.getFirst();
    }
}
