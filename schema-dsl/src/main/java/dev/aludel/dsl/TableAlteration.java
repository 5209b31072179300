package dev.aludel.dsl;

import dev.aludel.model.CheckConstraint;
import dev.aludel.model.ColumnType;
import dev.aludel.model.InvalidSchemaException;
import dev.aludel.model.NamingConvention;
import dev.aludel.model.PrimaryKey;
import dev.aludel.operation.AddColumn;
import dev.aludel.operation.AddConstraint;
import dev.aludel.operation.CommentChange;
import dev.aludel.operation.CommentTable;
import dev.aludel.operation.DropColumn;
import dev.aludel.operation.DropConstraint;
import dev.aludel.operation.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The changes of a table within {@code alterTable}, in order; each sees the table as the ones before it left it. */
public final class TableAlteration {

    private final String table;
    private final NamingConvention naming;
    private final List<Supplier<Stream<TableChange>>> changes = new ArrayList<>();

    TableAlteration(String table, NamingConvention naming) {
        this.table = table;
        this.naming = naming;
    }

    /** Changes a column; what isn't named stays as it is. */
    public ColumnChange column(String name) {
        ColumnChange change = new ColumnChange(table, name);
        changes.add(() -> Stream.of(change.build()));
        return change;
    }

    /** Adds a column at the table's end, nullable unless it says otherwise. */
    public NewColumn addColumn(String name, ColumnType type) {
        NewColumn column = new NewColumn(table, name, type, naming);
        changes.add(() -> Stream.concat(
                Stream.of(new AddColumn(column.build(), column.fill())),
                column.constraints().stream().map(AddConstraint::new)));
        return column;
    }

    /** Drops a column and its values. */
    public void dropColumn(String name) {
        add(new DropColumn(name));
    }

    /** Makes these columns together the primary key. */
    public void addPrimaryKey(String... columns) {
        add(new AddConstraint(new PrimaryKey(naming.primaryKey(table), List.of(columns))));
    }

    /** Makes these columns together refer to a key: {@code addForeignKey("a").references("other", "id")}. */
    public Reference addForeignKey(String... columns) {
        Reference reference = new Reference(table, List.of(columns), naming);
        changes.add(() -> Stream.of(new AddConstraint(reference.get())));
        return reference;
    }

    /** Lets no two rows share the values of these columns together. */
    public UniqueKey addUnique(String... columns) {
        UniqueKey key = new UniqueKey(table, List.of(columns), naming);
        changes.add(() -> Stream.of(new AddConstraint(key.get())));
        return key;
    }

    /** Holds every row to a condition, given as SQL without surrounding parentheses. */
    public void addCheck(String name, String condition) {
        add(new AddConstraint(new CheckConstraint(name, condition)));
    }

    /** Drops a constraint of any kind by its name; one that was made without a name is dropped by its columns instead. */
    public void dropConstraint(String name) {
        add(new DropConstraint(name));
    }

    /** Drops the primary key that {@code primaryKey} made. */
    public void dropPrimaryKey() {
        dropConstraint(naming.primaryKey(table));
    }

    /** Drops the foreign key over these columns that was made without a name of its own. */
    public void dropForeignKey(String... columns) {
        dropConstraint(naming.foreignKey(table, List.of(columns)));
    }

    /** Drops the unique constraint over these columns that was made without a name of its own. */
    public void dropUnique(String... columns) {
        dropConstraint(naming.unique(table, List.of(columns)));
    }

    /** Sets the remark on the table that the database keeps; SQLite keeps none. */
    public void comment(String text) {
        add(new CommentTable(new CommentChange(Optional.of(text))));
    }

    /** Takes the remark on the table away. */
    public void dropComment() {
        add(new CommentTable(new CommentChange(Optional.empty())));
    }

    List<TableChange> build() {
        List<TableChange> built = changes.stream().flatMap(Supplier::get).toList();
        if (built.isEmpty()) {
            throw new InvalidSchemaException("alterTable(\"%s\", …) changes nothing".formatted(table));
        }
        return built;
    }

    private void add(TableChange change) {
        changes.add(() -> Stream.of(change));
    }
}
