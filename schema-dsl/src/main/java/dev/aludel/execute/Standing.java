package dev.aludel.execute;

import dev.aludel.plan.Bookkeeping;
import dev.aludel.revision.RevisionId;
import java.util.Optional;
import java.util.Set;

/**
 * Where a database stands.
 *
 * @param rows the revisions that the version table names, sorted; none where there is no version table
 * @param bookkeeping which of the tables are there
 * @param openEntry the log's newest entry, where its revision may be applied in part
 */
public record Standing(Set<RevisionId> rows, Bookkeeping bookkeeping, Optional<Long> openEntry) {}
