package dev.aludel.revision;

import dev.aludel.error.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/** The declarations of a history contradict each other. */
public final class RevisionGraphException extends MigrationException {

    private final List<GraphFault> faults;

    RevisionGraphException(List<GraphFault> faults) {
        super(
                "The revisions of this history do not fit together (%d %s). Nothing was read or changed in the database.%s"
                        .formatted(
                                faults.size(),
                                faults.size() == 1 ? "fault" : "faults",
                                faults.stream()
                                        .map(fault -> "\n- " + fault.message())
                                        .collect(Collectors.joining())));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, by kind, then by id. */
    public List<GraphFault> faults() {
        return faults;
    }
}
