package dev.aludel.testing.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs from Debian's packages, unpacked with all they depend on, down to the C library, and so run as they are on any
 * Linux that has {@code apt-get} and {@code dpkg-deb}. Nothing is installed on the machine itself.
 */
public final class DebianPackages {
    private static final List<String> TOOLS = List.of("apt-get", "dpkg-deb");

    private DebianPackages() {}

    /**
     * A command line client: the one of a package, so that its version is the same everywhere; where packages can't be had,
     * the one on the {@code PATH}.
     *
     * @throws ProvisionException if there is neither
     */
    public static Program client(String packageName, String program) {
        return TOOLS.stream().allMatch(tool -> onPath(tool).isPresent())
                ? program(packageName, program)
                : Program.of(onPath(program).orElseThrow(() -> missing(packageName, program)));
    }

    /** A program of an unpacked package, which is unpacked first if it isn't yet. */
    public static Program program(String packageName, String program) {
        return Program.of(unpacked(packageName).resolve("bin").resolve(program));
    }

    /**
     * The folder of a package and all it depends on, laid out as the root folder of a machine, with a starter for each
     * program in {@code bin}.
     *
     * @throws ProvisionException if it can't be fetched; the message quotes the package tools
     */
    public static Path unpacked(String packageName) {
        return CacheFolder.ofEnvironment().install("debian-sid-" + packageName, folder -> unpack(packageName, folder));
    }

    private static void unpack(String packageName, Path folder) {
        Program.of("sh", "-c", script(), "unpack-debian-packages.sh", folder.toString(), packageName)
                .runOrFail();
    }

    private static String script() {
        try (InputStream script = DebianPackages.class.getResourceAsStream("unpack-debian-packages.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ProvisionException missing(String packageName, String program) {
        return new ProvisionException("\"" + program + "\" is not on the PATH, and this machine has no apt-get to fetch"
                + " Debian's package \"" + packageName + "\" with. Install one of them.");
    }
}
