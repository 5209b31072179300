package dev.aludel.testing.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/**
 * The account that a server runs under. PostgreSQL refuses to run as root ("initdb" and "postgres" alike), so under root
 * it runs as "nobody"; otherwise as the account of this JVM.
 */
public final class Account {
    private static final String UNPRIVILEGED = "nobody";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private Account() {}

    public static boolean isRoot() {
        return ROOT;
    }

    /** The program, run without root's rights. {@code setpriv} is part of util-linux and replaces itself by the program. */
    public static Program unprivileged(Program program) {
        if (!ROOT) {
            return program;
        }
        List<String> dropRights =
                List.of("setpriv", "--reuid=" + UNPRIVILEGED, "--regid=" + numericGroup(), "--clear-groups", "--");
        return new Program(dropRights, program.environment()).with(program.command());
    }

    /** Makes a folder, so far empty, belong to the account that {@link #unprivileged} programs run under. */
    public static void handOver(Path folder) throws IOException {
        if (ROOT) {
            UserPrincipal owner =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED);
            Files.setOwner(folder, owner);
        }
    }

    /** The group of "nobody" is called "nogroup" here and "nobody" there, but has the same number. */
    private static String numericGroup() {
        return "65534";
    }
}
