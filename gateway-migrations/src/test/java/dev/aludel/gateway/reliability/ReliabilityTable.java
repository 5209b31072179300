package dev.aludel.gateway.reliability;

import dev.aludel.testing.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The table of the kill matrix in {@code docs/reliability.md}, between two comments. Only a run of all parts writes it,
 * and only the rows of what it tried.
 */
final class ReliabilityTable {

    /** What is tried on a database, in the order of the table's rows. */
    static final String RANDOM_INSTANT = "conversion of 100,000 rows, at a random instant";

    static final String SERVER = "server killed in its place";

    private static final Path PAGE = Path.of("..", "docs", "reliability.md");
    private static final String BEGIN = "<!-- begin of the kill matrix, which its tests write -->";
    private static final String END = "<!-- end of the kill matrix -->";
    private static final String HEADER =
            """
            | database | killed during | points tried | recovered | lost |
            |---|---|---|---|---|""";

    private static final List<String> DATABASES =
            Stream.of(DatabaseKind.values()).map(DatabaseKind::id).toList();
    private static final List<String> SUBJECTS = Stream.concat(
                    Transition.all().stream().map(Transition::toString), Stream.of(RANDOM_INSTANT, SERVER))
            .toList();

    private ReliabilityTable() {}

    /** Sets one row, or prints it where this build runs a part only. */
    static synchronized void set(DatabaseKind kind, String subject, int points, int lost) {
        String row = "| %s | %s | %d | %d | %d |".formatted(kind, subject, points, points - lost, lost);
        System.err.println(row);
        if (Part.ofThisBuild().isWhole()) {
            write(row);
        }
    }

    private static void write(String row) {
        try {
            List<String> page = Files.readAllLines(PAGE);
            int begin = page.indexOf(BEGIN);
            int end = page.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new IllegalStateException("%s lacks the line \"%s\" or \"%s\"".formatted(PAGE, BEGIN, END));
            }
            Map<String, String> rows = new TreeMap<>(Comparator.comparingInt(ReliabilityTable::position));
            page.subList(begin + 1, end).stream()
                    .filter(line -> DATABASES.contains(cell(line, 1)))
                    .forEach(line -> rows.put(line, line));
            rows.remove(row);
            rows.put(row, row);
            Files.write(
                    PAGE,
                    Stream.of(
                                    page.subList(0, begin + 1).stream(),
                                    HEADER.lines(),
                                    rows.values().stream(),
                                    page.subList(end, page.size()).stream())
                            .flatMap(lines -> lines)
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Two rows with the same position are about the same. */
    private static int position(String row) {
        return DATABASES.indexOf(cell(row, 1)) * SUBJECTS.size() + SUBJECTS.indexOf(cell(row, 2));
    }

    private static String cell(String row, int number) {
        String[] cells = row.split("\\|", -1);
        return cells.length > number ? cells[number].strip() : "";
    }
}
