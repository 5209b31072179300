package dev.aludel.testing.shape;

import dev.aludel.testing.TestDatabase;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the schema of a live database, in the server's own spelling. */
public abstract class LiveSchema {

    private final TestDatabase database;

    LiveSchema(TestDatabase database) {
        this.database = database;
    }

    /** The shape of everything in {@code database} but its version table. */
    public static SchemaShape of(TestDatabase database) {
        return reader(database).read();
    }

    /** Everything that the server's catalogue says of the tables, names and definitions included, as lines. */
    public static List<String> verbatim(TestDatabase database) {
        return reader(database).catalogue();
    }

    private static LiveSchema reader(TestDatabase database) {
        return switch (database.kind()) {
            case SQLITE -> new SqliteSchema(database);
            case POSTGRESQL -> new PostgresSchema(database);
            case MYSQL, MARIADB -> new MysqlSchema(database);
        };
    }

    abstract List<String> tableNames();

    abstract TableShape table(String name);

    /** Rows of kind, name and definition: what isn't a table. */
    abstract List<Row> objects();

    abstract List<String> catalogue();

    private SchemaShape read() {
        Map<String, TableShape> tables = new LinkedHashMap<>();
        tableNames().stream()
                .filter(name -> !name.startsWith("alembic_version"))
                .forEach(name -> tables.put(name, table(name)));
        Map<String, String> objects = new TreeMap<>();
        objects().stream()
                .filter(row -> !row.text("name").startsWith("alembic_version"))
                .forEach(row -> objects.put(
                        row.text("kind") + " " + row.text("name"), SchemaShape.oneLine(row.text("definition"))));
        return new SchemaShape(tables, objects);
    }

    /** The rows of a query in which {@code ?} stands for a table's name. */
    final List<Row> rows(String sql, String table) {
        return rows(sql.replace("?", "'" + table + "'"));
    }

    final List<Row> rows(String sql) {
        try {
            return database.query(sql).stream().map(Row::new).toList();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    final List<String> names(String sql) {
        return rows(sql).stream().map(row -> row.text("name")).toList();
    }
}
