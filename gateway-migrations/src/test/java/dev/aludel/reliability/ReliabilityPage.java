package dev.aludel.reliability;

import dev.aludel.documentation.GeneratedPart;
import dev.aludel.testing.DatabaseKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of docs/reliability.md that the tests write. */
final class ReliabilityPage {

    private static final GeneratedPart PART = GeneratedPart.of("reliability.md", "bad input", BadInputTest.class);

    private static final Map<DatabaseKind, String> PRODUCTS = Map.of(
            DatabaseKind.SQLITE, "SQLite",
            DatabaseKind.POSTGRESQL, "PostgreSQL",
            DatabaseKind.MYSQL, "MySQL",
            DatabaseKind.MARIADB, "MariaDB");

    /** Outcomes by section and case; a case's own by database. */
    private final Map<String, Map<String, Map<DatabaseKind, Outcome>>> sections = new LinkedHashMap<>();

    void add(String section, String name, DatabaseKind kind, Outcome outcome) {
        sections.computeIfAbsent(section, absent -> new LinkedHashMap<>())
                .computeIfAbsent(name, absent -> new LinkedHashMap<>())
                .put(kind, outcome);
    }

    /** The tables as they should stand on the page. */
    String expected() {
        StringBuilder text = new StringBuilder();
        sections.forEach((section, cases) -> {
            text.append("\n### %s\n\n| tried | on | what the user is told | state left |\n|---|---|---|---|\n"
                    .formatted(section));
            cases.forEach((name, outcomes) -> text.append(lines(name, outcomes)));
        });
        return text.append('\n').toString();
    }

    /** The tables as they stand there. */
    static String actual() throws IOException {
        return PART.read();
    }

    void write() throws IOException {
        PART.write(expected());
    }

    /** One line for each outcome, with the databases that share it. */
    private static String lines(String name, Map<DatabaseKind, Outcome> outcomes) {
        Map<Outcome, List<DatabaseKind>> kinds = new LinkedHashMap<>();
        outcomes.forEach((kind, outcome) ->
                kinds.computeIfAbsent(outcome, absent -> new ArrayList<>()).add(kind));
        StringBuilder lines = new StringBuilder();
        kinds.forEach((outcome, shared) -> lines.append("| %s | %s | %s | %s |\n"
                .formatted(cell(name), products(shared), cell(outcome.message()), outcome.state())));
        return lines.toString();
    }

    private static String products(List<DatabaseKind> kinds) {
        return kinds.size() == DatabaseKind.values().length
                ? "all"
                : kinds.stream().map(PRODUCTS::get).collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("\0", "\\0");
    }
}
