package io.jiangwen.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code holidays/china.tsv}: lines of {@code year}, {@code off} with the first and the last day, {@code work} with
 * one day; what follows {@code #} is a remark.
 */
final class HolidayFile {
    private static final String SHIPPED = "/holidays/china.tsv";

    private HolidayFile() {}

    static PublicHolidays shipped() {
        try (InputStream file = HolidayFile.class.getResourceAsStream(SHIPPED)) {
            if (file == null) throw new IllegalStateException(SHIPPED + " is not packed in");
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the line that is none */
    static PublicHolidays read(List<String> lines) {
        Set<Year> years = new HashSet<>();
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> work = new HashSet<>();
        for (String line : lines) {
            int remark = line.indexOf('#');
            String text = (remark < 0 ? line : line.substring(0, remark)).strip();
            if (text.isEmpty()) continue;
            List<String> cells = List.of(text.split("\t", -1));
            switch (cells.getFirst()) {
                case "year" -> years.add(Year.parse(cells.get(1)));
                case "off" ->
                    LocalDate.parse(cells.get(1))
                            .datesUntil(LocalDate.parse(cells.getLast()).plusDays(1))
                            .forEach(off::add);
                case "work" -> work.add(LocalDate.parse(cells.get(1)));
                default -> throw new IllegalArgumentException("no line of a holiday file: " + line);
            }
        }
        return new PublicHolidays(years, off, work);
    }
}
