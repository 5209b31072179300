package dev.aludel.cli;

import dev.aludel.operation.Operation;
import dev.aludel.plan.DowngradeDetails;
import dev.aludel.plan.RevisionDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a revision is and does, as lines of text. */
record RevisionReport(RevisionLines revisions, Colors colors) {

    List<String> lines(RevisionDetails details) {
        List<String> lines = new ArrayList<>(revisions.block(details.header()));
        lines.add("  " + colors.heading("upgrade"));
        lines.addAll(operations(details.upgrade()));
        lines.add("  " + downgradeHeading(details.downgrade()));
        lines.addAll(operations(details.downgrade().operations()));
        return lines;
    }

    /** {@code downgrade, derived}, or why there is none. */
    private String downgradeHeading(DowngradeDetails downgrade) {
        String kind = downgrade.kind().name().toLowerCase(Locale.ROOT);
        Optional<String> why = downgrade.reason().map(reason -> ": " + reason);
        return colors.heading("downgrade") + ", " + (why.isPresent() ? colors.warning(kind + why.get()) : kind);
    }

    private List<String> operations(List<Operation> operations) {
        List<String> lines = new ArrayList<>();
        for (Operation operation : operations) {
            String loss = operation.losesData() ? colors.warning(" (loses data)") : "";
            lines.add("    %d. %s%s".formatted(lines.size() + 1, operation.describe(), loss));
        }
        return lines;
    }
}
