package dev.aludel.cli;

import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws revisions, newest first, with lines from each down to those that it revises.
 *
 * @param unicode whether box characters arrive as such; else the drawing is ASCII
 */
record HistoryDrawing(boolean unicode) {

    /**
     * The drawing.
     *
     * @param headers newest first; lines to revisions that are not among them are left out
     * @param text what stands beside each revision, at least one line
     */
    List<String> lines(List<Header> headers, Function<Header, List<String>> text) {
        Set<RevisionId> drawn = headers.stream().map(Header::id).collect(Collectors.toSet());
        Lanes<RevisionId> lanes = new Lanes<>();
        List<String> lines = new ArrayList<>();
        for (Header header : headers) {
            List<RevisionId> parents =
                    header.revises().stream().filter(drawn::contains).toList();
            lines.addAll(lines(lanes.next(header.id(), parents), text.apply(header)));
        }
        return lines;
    }

    private List<String> lines(Lanes.Rows rows, List<String> text) {
        List<String> lines = new ArrayList<>();
        rows.above().map(this::drawn).ifPresent(lines::add);
        List<List<LaneCell>> drawn = new ArrayList<>(List.of(rows.own()));
        rows.below().ifPresent(drawn::add);
        while (drawn.size() < text.size()) {
            drawn.add(rows.beside());
        }
        int width = drawn.stream()
                .limit(text.size())
                .mapToInt(row -> drawn(row).length())
                .max()
                .orElse(0);
        for (int row = 0; row < drawn.size(); row++) {
            String beside = row < text.size() ? text.get(row) : "";
            lines.add("%s  %s"
                    .formatted(padded(drawn(drawn.get(row)), width), beside)
                    .stripTrailing());
        }
        return lines;
    }

    private static String padded(String drawn, int width) {
        return drawn + " ".repeat(Math.max(0, width - drawn.length()));
    }

    /** Nothing lies left of the first lane. */
    private String drawn(List<LaneCell> row) {
        String all = row.stream().map(cell -> cell.text(unicode)).collect(Collectors.joining());
        return all.isEmpty() ? all : all.substring(1);
    }
}
