package dev.aludel.testing.provision;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder in which installed programs stay from one run to the next. Several JVMs may install at the same time: each
 * thing is installed once, and is either wholly there or not at all.
 */
public final class CacheFolder {
    private static final Object ONE_THREAD_INSTALLS = new Object();

    private final Path root;

    public CacheFolder(Path root) {
        this.root = root;
    }

    /**
     * The folder named by the environment's {@code ALUDEL_TEST_DATABASES_CACHE}, else {@code aludel-test-databases} in
     * the user's cache folder. Root's own folder is closed to others, and PostgreSQL refuses to run as root: for root it
     * lies in {@code /var/cache}.
     */
    public static CacheFolder ofEnvironment() {
        Path chosen = variable("ALUDEL_TEST_DATABASES_CACHE").map(Path::of).orElseGet(() -> userCache()
                .resolve("aludel-test-databases"));
        return new CacheFolder(chosen.toAbsolutePath());
    }

    private static Path userCache() {
        if (Account.isRoot()) {
            return Path.of("/var/cache");
        }
        return variable("XDG_CACHE_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    /**
     * Returns the folder of that name, installing it first if it isn't there.
     *
     * @param name the thing and its version: another version is another name
     * @throws ProvisionException if the installation fails; nothing of it stays
     */
    public Path install(String name, Installation installation) {
        Path installed = root.resolve(name);
        if (Files.isDirectory(installed)) {
            return installed;
        }
        try {
            return installAlone(installed, installation);
        } catch (IOException e) {
            throw new ProvisionException("\"" + name + "\" can't be installed in \"" + root + "\": " + e, e);
        }
    }

    private Path installAlone(Path installed, Installation installation) throws IOException {
        Files.createDirectories(root);
        Path lockFile = root.resolve(installed.getFileName() + ".lock");
        // A file lock keeps other JVMs out, but is refused, not waited for, within the same one.
        synchronized (ONE_THREAD_INSTALLS) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return lock.isValid() && Files.isDirectory(installed)
                        ? installed
                        : installAtOnce(installed, installation);
            }
        }
    }

    private Path installAtOnce(Path installed, Installation installation) throws IOException {
        System.getLogger(CacheFolder.class.getName()).log(System.Logger.Level.INFO, "Installing {0}", installed);
        Path partial = root.resolve(installed.getFileName() + ".partial");
        Folders.delete(partial);
        Files.createDirectories(partial);
        installation.into(partial);
        return Files.move(partial, installed, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Fills an empty folder, which is then given its lasting name: no absolute path of it may be kept. */
    @FunctionalInterface
    public interface Installation {
        void into(Path folder) throws IOException;
    }
}
