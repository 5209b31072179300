package dev.aludel.dialect.mysql;

import dev.aludel.model.AutoIncrement;
import dev.aludel.model.CheckConstraint;
import dev.aludel.model.Column;
import dev.aludel.model.ColumnType;
import dev.aludel.model.ColumnType.Simple;
import dev.aludel.model.Constraint;
import dev.aludel.model.ForeignKey;
import dev.aludel.model.Generated;
import dev.aludel.model.ReferentialAction;
import dev.aludel.model.Table;
import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one table of the connection's database, with all that the server tells about it. */
final class TableReader {

    private final Rows rows;

    TableReader(Connection connection) {
        this.rows = new Rows(connection);
    }

    /** The table of this name, without its triggers; empty where there is none. */
    Optional<LiveTable> read(String table) throws SQLException {
        return read(table, false);
    }

    /** The table of this name with the triggers that an update of a row fires; empty where there is none. */
    Optional<LiveTable> readWithTriggers(String table) throws SQLException {
        return read(table, true);
    }

    private Optional<LiveTable> read(String table, boolean triggers) throws SQLException {
        MysqlServer server = rows.server();
        TableFacts facts = TableFacts.read(rows, server, table, triggers);
        Optional<Row> options = facts.table();
        return options.isEmpty() || facts.columns().isEmpty()
                ? Optional.empty()
                : Optional.of(live(table, facts, options.get(), server));
    }

    private LiveTable live(String table, TableFacts facts, Row options, MysqlServer server) throws SQLException {
        boolean isMariaDb = server.isMariaDb();
        Map<String, String> checks = CheckReader.read(facts.checks(), isMariaDb);
        List<Column> columns = new ArrayList<>();
        Map<String, ColumnAttributes> attributes = new LinkedHashMap<>();
        for (Row row : facts.columns()) {
            columns.add(column(row, isMariaDb, checks));
            attributes.put(row.text("name"), attributes(row, options.text("collation")));
        }
        List<ForeignKey> foreignKeys = foreignKeys(facts, isMariaDb);
        TableKeys keys = TableKeys.read(facts.indexes(), table, foreignKeys);
        List<Constraint> constraints = new ArrayList<>(keys.constraints());
        constraints.addAll(foreignKeys);
        checks.forEach((name, expression) -> {
            if (!CheckReader.isJsonCheck(expression)) {
                constraints.add(new CheckConstraint(name, expression));
            }
        });
        return new LiveTable(
                false,
                new Table(table, columns, constraints, keys.indexes()).withComment(kept(options.text("comment"))),
                attributes,
                keys.servingIndexes(),
                keys.otherIndexes(),
                facts.updateTriggers().stream().map(row -> row.text("name")).toList());
    }

    private static Column column(Row row, boolean isMariaDb, Map<String, String> checks) {
        String name = row.text("name");
        ColumnType type =
                CheckReader.isJson(name, row.text("type"), checks) ? Simple.JSON : MysqlTypes.parse(row.text("type"));
        Optional<Value> defaultValue = row.optional("default_value")
                .flatMap(shown -> new LiveDefault(type, isMariaDb).read(shown, row.text("extra")));
        boolean isNumbered = row.text("extra").toLowerCase(Locale.ROOT).contains("auto_increment");
        return new Column(name, type, row.text("nullable").equals("YES"), defaultValue)
                .withAutoIncrement(isNumbered ? Optional.of(AutoIncrement.IDENTITY) : Optional.empty())
                .withComment(kept(row.text("comment")))
                .withGenerated(generated(row, isMariaDb));
    }

    /** MySQL shows backslashes before the quotes of an expression. */
    private static Optional<Generated> generated(Row row, boolean isMariaDb) {
        String shown = row.text("generation");
        boolean stored = row.text("extra").toUpperCase(Locale.ROOT).contains("STORED");
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Generated(isMariaDb ? shown : LiveDefault.unescaped(shown), stored));
    }

    private static Optional<String> kept(String comment) {
        return Optional.of(comment).filter(text -> !text.isBlank());
    }

    private ColumnAttributes attributes(Row row, String tableCollation) throws SQLException {
        boolean ownCollation = row.optional("collation")
                .filter(collation -> !collation.equals(tableCollation))
                .isPresent();
        boolean json =
                row.text("type").equals("longtext") && row.text("collation").equals("utf8mb4_bin");
        String extra = row.text("extra").toLowerCase(Locale.ROOT);
        return new ColumnAttributes(
                Optional.of(Sql.raw(row.text("type"))),
                ownCollation && !json
                        ? Optional.of(Sql.raw(
                                "CHARACTER SET %s COLLATE %s".formatted(row.text("charset"), row.text("collation"))))
                        : Optional.empty(),
                onUpdate(extra),
                Sql.raw(extra.contains("invisible") ? " INVISIBLE" : ""),
                comment(row.text("comment")),
                !row.text("generation").isEmpty());
    }

    private static Optional<Sql> onUpdate(String extra) {
        int start = extra.indexOf("on update ");
        return start < 0
                ? Optional.empty()
                : Optional.of(Sql.raw(extra.substring(start + "on update ".length())
                        .split(" ", 2)[0]
                        .toUpperCase(Locale.ROOT)));
    }

    /** A comment takes a string literal and nothing else, so that the session's mode decides about backslashes. */
    private Sql comment(String text) throws SQLException {
        if (text.isEmpty()) {
            return Sql.raw("");
        }
        String quoted = text.replace("'", "''");
        return Sql.raw(" COMMENT '" + (rows.escapesByBackslash() ? quoted.replace("\\", "\\\\") : quoted) + "'");
    }

    private static List<ForeignKey> foreignKeys(TableFacts facts, boolean isMariaDb) {
        Map<String, List<Row>> columns = new HashMap<>();
        for (Row row : facts.foreignKeys()) {
            columns.computeIfAbsent(row.text("name"), name -> new ArrayList<>()).add(row);
        }
        return facts.rules().stream()
                .filter(rule -> columns.containsKey(rule.text("name")))
                .map(rule -> foreignKey(rule, columns.getOrDefault(rule.text("name"), List.of()), isMariaDb))
                .sorted(Comparator.comparing(ForeignKey::name))
                .toList();
    }

    private static ForeignKey foreignKey(Row rule, List<Row> parts, boolean isMariaDb) {
        return new ForeignKey(
                rule.text("name"),
                parts.stream().map(part -> part.text("column_name")).toList(),
                parts.get(0).text("referenced_table"),
                parts.stream().map(part -> part.text("referenced_column")).toList(),
                action(rule.text("on_delete"), isMariaDb),
                action(rule.text("on_update"), isMariaDb));
    }

    /** MariaDB says RESTRICT where nothing was said; the two mean the same to InnoDB. */
    private static ReferentialAction action(String rule, boolean isMariaDb) {
        return isMariaDb && rule.equals("RESTRICT")
                ? ReferentialAction.NO_ACTION
                : ReferentialAction.valueOf(rule.replace(' ', '_'));
    }
}
