package dev.aludel.dsl;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Constraint;
import dev.aludel.model.DialectId;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PerDialect;
import dev.aludel.model.PrimaryKey;
import dev.aludel.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The definition of a table within {@code createTable}. */
public final class NewTable {

    private final String table;
    private final NamingConvention naming;
    private final List<NewColumn> columns = new ArrayList<>();
    private final List<Supplier<? extends Constraint>> constraints = new ArrayList<>();
    private final List<TableIndex> indexes = new ArrayList<>();
    private Optional<String> comment = Optional.empty();
    private final Map<DialectId, String> clauses = new TreeMap<>();

    NewTable(String table, NamingConvention naming) {
        this.table = table;
        this.naming = naming;
    }

    /** Adds a column, nullable unless it says otherwise. */
    public NewColumn column(String name, ColumnType type) {
        NewColumn column = new NewColumn(table, name, type, naming);
        columns.add(column);
        return column;
    }

    /** Makes these columns together the primary key. */
    public void primaryKey(String... keyColumns) {
        constraints.add(() -> new PrimaryKey(naming.primaryKey(table), List.of(keyColumns)));
    }

    /** Makes these columns together refer to a key: {@code foreignKey("a", "b").references("other", "x", "y")}. */
    public Reference foreignKey(String... referringColumns) {
        Reference reference = new Reference(table, List.of(referringColumns), naming);
        constraints.add(reference);
        return reference;
    }

    /** Lets no two rows share the values of these columns together. */
    public UniqueKey unique(String... uniqueColumns) {
        UniqueKey key = new UniqueKey(table, List.of(uniqueColumns), naming);
        constraints.add(key);
        return key;
    }

    /** Holds every row to a condition, given as SQL without surrounding parentheses. */
    public void check(String name, String condition) {
        constraints.add(() -> new CheckConstraint(name, condition));
    }

    /** Adds an index over these columns, in this order, and over the parts that it is given besides. */
    public TableIndex index(String name, String... indexedColumns) {
        TableIndex index = new TableIndex(name, List.of(indexedColumns));
        indexes.add(index);
        return index;
    }

    /** A remark on the table that the database keeps, for whoever looks at the schema; SQLite keeps none. */
    public void comment(String text) {
        comment = Optional.of(text);
    }

    /** Adds an index over these columns, in this order, under the name that the history's convention gives it. */
    public TableIndex indexOn(String... indexedColumns) {
        return index(naming.index(table, List.of(indexedColumns)), indexedColumns);
    }

    /** Puts words of one dialect at the end of its definition: {@code t.with(MYSQL, "ENGINE=InnoDB")}. */
    public void with(DialectId dialect, String clause) {
        clauses.put(dialect, clause);
    }

    Table build() {
        List<Constraint> all = new ArrayList<>();
        columns.forEach(column -> all.addAll(column.constraints()));
        constraints.forEach(constraint -> all.add(constraint.get()));
        return new Table(
                table,
                columns.stream().map(NewColumn::build).toList(),
                all,
                indexes.stream().map(TableIndex::build).toList(),
                comment,
                new PerDialect<>(clauses, Optional.empty()));
    }
}
