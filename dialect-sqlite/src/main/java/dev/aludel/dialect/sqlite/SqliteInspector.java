package dev.aludel.dialect.sqlite;

import dev.aludel.dialect.Inspector;
import dev.aludel.model.ColumnType;
import dev.aludel.model.Table;
import dev.aludel.sql.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a live schema from the texts in {@code sqlite_schema}, which say more than SQLite's pragmas. */
final class SqliteInspector implements Inspector {

    @Override
    public List<String> tableNames(Connection connection) throws SQLException {
        return LiveSchema.read(connection).objects().stream()
                .filter(object -> object.is("table") && !object.isVirtualTable())
                .map(SchemaObject::name)
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("sqlite_"))
                .sorted()
                .toList();
    }

    @Override
    public Optional<Table> table(Connection connection, String name) throws SQLException {
        LiveSchema live = LiveSchema.read(connection);
        return live.table(name)
                .map(table -> new TableReader(table.name(), TableText.parse(table.sql()), live.indexesOf(table.name()))
                        .read());
    }

    @Override
    public boolean holds(Connection connection, Probe probe) throws SQLException {
        return isThere(LiveSchema.read(connection), probe) == probe.present();
    }

    private static boolean isThere(LiveSchema live, Probe probe) {
        Optional<SchemaObject> table = live.table(probe.table());
        return switch (probe.kind()) {
            case TABLE -> table.isPresent();
            case INDEX ->
                live.find(probe.name())
                        .filter(index -> index.is("index") && index.belongsTo(probe.table()))
                        .isPresent();
            case COLUMN ->
                table.filter(found ->
                                TableText.parse(found.sql()).find(probe.name()).isPresent())
                        .isPresent();
            case CONSTRAINT ->
                table.filter(found -> hasConstraint(found, probe.name())).isPresent();
            case VIEW, TRIGGER ->
                live.find(probe.name())
                        .filter(object -> object.is(probe.kind().name().toLowerCase(Locale.ROOT)))
                        .isPresent();
            case FUNCTION, PROCEDURE -> false;
        };
    }

    private static boolean hasConstraint(SchemaObject table, String name) {
        return new TableReader(table.name(), TableText.parse(table.sql()), List.of())
                .read()
                .findConstraint(name)
                .isPresent();
    }

    /** The declared length: SQLite itself enforces none, but the tools that made such a column may count on it. */
    @Override
    public Optional<Integer> characterLimit(Connection connection, Optional<String> schema, String table, String column)
            throws SQLException {
        return table(connection, table)
                .flatMap(found -> found.find(column))
                .filter(found -> found.type() instanceof ColumnType.VarChar)
                .flatMap(found -> ((ColumnType.VarChar) found.type()).length());
    }
}
