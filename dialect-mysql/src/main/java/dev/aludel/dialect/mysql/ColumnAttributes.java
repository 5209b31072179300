package dev.aludel.dialect.mysql;

import dev.aludel.sql.Sql;
import java.util.Optional;

/**
 * What a live column has and the model doesn't know. MODIFY and CHANGE lose what they don't restate.
 *
 * @param type the type in the server's own spelling; empty where no live column was read
 * @param collation character set and collation where they differ from the table's, as DDL writes them
 * @param onUpdate the expression that an update sets; empty where there is none
 * @param extras further words of the definition, such as INVISIBLE, each with a blank before it
 * @param comment as a clause with a blank before it; empty where there is none
 * @param generated whether the values are computed
 */
record ColumnAttributes(
        Optional<Sql> type,
        Optional<Sql> collation,
        Optional<Sql> onUpdate,
        Sql extras,
        Sql comment,
        boolean generated) {

    /** Nothing beside what the model says. */
    static final ColumnAttributes NONE =
            new ColumnAttributes(Optional.empty(), Optional.empty(), Optional.empty(), Sql.raw(""), Sql.raw(""), false);

    /** These, with another comment. */
    ColumnAttributes withComment(Sql newComment) {
        return new ColumnAttributes(type, collation, onUpdate, extras, newComment, generated);
    }
}
