package dev.aludel.dialect.postgres;

import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.AlterColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.TableChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says which changes of a table can be told to PostgreSQL at once, with the same outcome as one after another.
 *
 * <p>Within one ALTER TABLE PostgreSQL drops first, then changes types, then adds columns, then constraints, and every
 * expression sees the table as it was before. Fills without a change of type run before the ALTER TABLE, fills of new
 * columns and renames after it.
 */
final class PassBoundary {

    private final List<Footprint> changed = new ArrayList<>();
    private final List<Footprint> finishedLater = new ArrayList<>();
    private final Set<String> addedConstraints = new HashSet<>();
    private final Set<List<String>> addedKeys = new HashSet<>();
    private boolean dropsConstraint;

    /** Whether {@code change} can join the ones that were added so far. */
    boolean admits(TableChange change, Footprint footprint) {
        if (change instanceof DropConstraint drop) {
            return !addedConstraints.contains(drop.constraint());
        }
        if (change instanceof AddConstraint add) {
            return !addedConstraints.contains(add.constraint().name())
                    && RepeatedKeys.columns(add.constraint())
                            .filter(addedKeys::contains)
                            .isEmpty()
                    && finishedLater.stream().noneMatch(footprint::overlaps);
        }
        boolean needsDroppedFirst = dropsConstraint && change instanceof AlterColumn alter && fillsFirst(alter);
        return !needsDroppedFirst && changed.stream().noneMatch(footprint::overlaps);
    }

    void add(TableChange change, Footprint footprint) {
        changed.add(footprint);
        if (change instanceof AddConstraint add) {
            addedConstraints.add(add.constraint().name());
            RepeatedKeys.columns(add.constraint()).ifPresent(addedKeys::add);
        } else if (change instanceof DropConstraint) {
            dropsConstraint = true;
        } else {
            finishLater(change, footprint);
        }
    }

    private void finishLater(TableChange change, Footprint footprint) {
        boolean renames = change instanceof AlterColumn alter && alter.newName().isPresent();
        boolean fillsLater = change instanceof AddColumn add && ColumnAddition.fillsLater(add);
        if (renames || fillsLater) {
            finishedLater.add(footprint);
        }
    }

    private static boolean fillsFirst(AlterColumn alter) {
        return alter.fillNull().isPresent() && alter.newType().isEmpty();
    }
}
