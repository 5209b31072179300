package dev.aludel.testing.server;

import dev.aludel.testing.provision.DebianPackages;
import dev.aludel.testing.provision.Program;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/** Databases on a PostgreSQL server. */
public final class PostgresServer implements DatabaseServer {
    private final Endpoint endpoint;
    private final DatabaseNames names = new DatabaseNames();

    private PostgresServer(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Starts a server, unless the environment names one. */
    public static PostgresServer start() {
        return new PostgresServer(Endpoint.find("POSTGRESQL", () -> ContainerServers.postgres(), LocalPostgres::start));
    }

    /** Starts a server of this JVM's own, whatever the environment names. */
    public static PostgresServer startLocal() {
        return new PostgresServer(LocalPostgres.start());
    }

    @Override
    public ProvidedDatabase createDatabase() throws SQLException {
        ProvidedDatabase database = endpoint.database(names.next());
        endpoint.execute("CREATE DATABASE " + database.name());
        return database;
    }

    @Override
    public ProvidedDatabase copyDatabase(ProvidedDatabase original) throws SQLException {
        ProvidedDatabase copy = endpoint.database(names.next());
        endpoint.execute("CREATE DATABASE " + copy.name() + " TEMPLATE " + original.name());
        return copy;
    }

    @Override
    public void dropDatabase(ProvidedDatabase database) throws SQLException {
        endpoint.execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
    }

    @Override
    public Program client(ProvidedDatabase database) {
        return DebianPackages.client("postgresql-client", "psql")
                .with(
                        "--host=" + endpoint.address().plainHost(),
                        "--port=" + endpoint.address().port())
                .with("--username=" + database.user(), "--dbname=" + database.name())
                .withVariable("PGPASSWORD", database.password())
                .withVariable("PSQLRC", "/dev/null");
    }

    @Override
    public List<String> timeZone(ZoneId zone) {
        // Not a connection parameter: the driver sends the JVM's own zone as one, and the driver's wins.
        return List.of("SET TIME ZONE '" + zone.getId() + "'");
    }

    @Override
    public List<String> foreignKeys() {
        return List.of();
    }

    @Override
    public void crash() {
        endpoint.crash().run();
    }

    @Override
    public void close() {
        endpoint.stop().run();
    }
}
