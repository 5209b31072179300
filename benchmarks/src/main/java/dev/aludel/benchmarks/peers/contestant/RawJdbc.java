package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.Change;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * JDBC and nothing else: sends statements that were written by hand, and keeps a version row.
 *
 * @param perTransaction how many revisions one transaction holds
 */
public record RawJdbc(String id, String title, int perTransaction, Conversion conversion) implements Contestant {

    /** As much as a transaction can hold: PostgreSQL keeps a lock for every table. */
    private static final int MANY = 500;

    private static final List<String> LIBRARIES = List.of("schema-dsl", "gateway-migrations", "guava");

    /** The limit: all in one transaction; a conversion by the best SQL. */
    public static RawJdbc atOnce() {
        return new RawJdbc("raw", "raw JDBC", MANY, Conversion.BEST);
    }

    /** A failure takes one revision back, not all of them. */
    public static RawJdbc revisionByRevision() {
        return new RawJdbc("raw-each", "raw JDBC, each revision", 1, Conversion.BEST);
    }

    /** On SQLite: adds columns, fills them and drops the old ones, in place of a new table. */
    public static RawJdbc inPlace() {
        return new RawJdbc("raw-in-place", "raw JDBC, in place", MANY, Conversion.IN_PLACE);
    }

    /** The conversion as Alembic sends it, which needs no Python. */
    public static RawJdbc asAlembic() {
        return new RawJdbc("alembic-sql", "Alembic's SQL", MANY, Conversion.ALEMBIC);
    }

    /** All of them. */
    public static List<RawJdbc> all() {
        return List.of(atOnce(), revisionByRevision(), inPlace(), asAlembic());
    }

    /** Does one journey. */
    public static void main(String... arguments) throws Exception {
        String id = JavaProgram.contestant(arguments);
        RawJdbc raw =
                all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        JavaProgram.run(raw, arguments);
    }

    @Override
    public void migrate(Journey journey, Path folder) throws SQLException {
        Address database = RawStatements.address(journey.database());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (journey.from().equals(Journey.BASE)) {
                up(journey, connection, statement);
            } else {
                expect(journey.from(), statement);
                convert(journey, connection, statement);
            }
        }
    }

    private void up(Journey journey, Connection connection, Statement statement) throws SQLException {
        Product product = journey.database().product();
        List<Change> changes = PeerHistory.named(journey.history()).changes(product);
        for (int first = 0; first < changes.size(); first += perTransaction) {
            List<Change> some = changes.subList(first, Math.min(first + perTransaction, changes.size()));
            RawStatements.execute(product, connection, statement, Version.from(first == 0, some));
        }
    }

    private static void expect(String version, Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT version_num FROM alembic_version")) {
            if (!rows.next() || !rows.getString(1).equals(version)) {
                throw new SQLException("the database does not stand at " + version);
            }
        }
    }

    private void convert(Journey journey, Connection connection, Statement statement) throws SQLException {
        if (!journey.isNowhere()) {
            Product product = journey.database().product();
            Change change = conversion.change(product, !journey.isDown());
            RawStatements.execute(product, connection, statement, Version.moved(change, journey));
        }
    }

    @Override
    public List<String> command(Journey journey, Path folder) {
        return JavaProgram.command(this, LIBRARIES, journey, folder);
    }
}
