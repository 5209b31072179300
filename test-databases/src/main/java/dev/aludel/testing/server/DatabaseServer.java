package dev.aludel.testing.server;

import dev.aludel.testing.provision.Program;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/** A running server, or for SQLite a folder, that hands out databases. */
public interface DatabaseServer extends AutoCloseable {
    /** Creates an empty database that no other test knows. */
    ProvidedDatabase createDatabase() throws SQLException;

    /**
     * Creates a database with the schema and the rows of another one, to which nobody may be connected.
     *
     * @throws SQLException if that can't be done; on MySQL and MariaDB, tables are all that a copy can hold
     */
    ProvidedDatabase copyDatabase(ProvidedDatabase original) throws SQLException;

    /** Drops a database and ends the connections that somebody still has to it. */
    void dropDatabase(ProvidedDatabase database) throws SQLException;

    /** The database's own command line client, connected by arguments and otherwise as its makers set it. */
    Program client(ProvidedDatabase database);

    /**
     * The statements that give a session its time zone.
     *
     * @return empty where sessions have no time zone
     */
    List<String> timeZone(ZoneId zone);

    /** The statements that make a session check foreign keys: empty where every session does. */
    List<String> foreignKeys();

    /**
     * Kills the server, as {@code kill -9} does, and starts it again on the same data and port. What was committed is there.
     *
     * @throws dev.aludel.testing.provision.ProvisionException if this JVM didn't start it as a process
     */
    void crash();

    /** Ends the server if this JVM started it. */
    @Override
    void close();
}
