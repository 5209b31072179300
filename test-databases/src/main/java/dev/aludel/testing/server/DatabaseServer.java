package dev.aludel.testing.server;

import dev.aludel.testing.provision.Program;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/** A running server, or for SQLite a folder, that hands out databases. */
public interface DatabaseServer extends AutoCloseable {
    /** Creates an empty database that no other test knows. */
    ProvidedDatabase createDatabase() throws SQLException;

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

    /** Ends the server if this JVM started it. */
    @Override
    void close();
}
