package dev.aludel.execute;

import dev.aludel.sql.Action;

/** An action that is still to be carried out, and its position in the journal. */
record PendingAction(int position, Action action) {}
