package dev.aludel.testing.server;

import dev.aludel.testing.provision.DebianPackages;
import dev.aludel.testing.provision.Folders;
import dev.aludel.testing.provision.Program;
import dev.aludel.testing.provision.ProvisionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** SQLite has no server: a temporary folder holds one file a database. */
public final class SqliteFolder implements DatabaseServer {
    /** The files that SQLite keeps beside a database (https://sqlite.org/tempfiles.html). */
    private static final List<String> SUFFIXES = List.of("", "-journal", "-wal", "-shm");

    private final Path folder;
    private final DatabaseNames names = new DatabaseNames();

    private SqliteFolder(Path folder) {
        this.folder = folder;
    }

    public static SqliteFolder create() {
        try {
            return new SqliteFolder(Files.createTempDirectory("aludel-sqlite-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ProvidedDatabase createDatabase() {
        String file = folder.resolve(names.next() + ".db").toString();
        return new ProvidedDatabase(file, "jdbc:sqlite:" + file, "", "");
    }

    @Override
    public ProvidedDatabase copyDatabase(ProvidedDatabase original) {
        ProvidedDatabase copy = createDatabase();
        try {
            for (String suffix : SUFFIXES) {
                copyIfExists(Path.of(original.name() + suffix), Path.of(copy.name() + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static void copyIfExists(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.copy(from, to);
        }
    }

    @Override
    public void dropDatabase(ProvidedDatabase database) {
        try {
            for (String suffix : SUFFIXES) {
                Files.deleteIfExists(Path.of(database.name() + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Program client(ProvidedDatabase database) {
        return DebianPackages.client("sqlite3", "sqlite3").with("-init", "/dev/null", database.name());
    }

    @Override
    public List<String> timeZone(ZoneId zone) {
        return List.of();
    }

    @Override
    public List<String> foreignKeys() {
        return List.of("PRAGMA foreign_keys = ON");
    }

    @Override
    public void crash() {
        throw new ProvisionException("SQLite has no server that could be killed.");
    }

    @Override
    public void close() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
