package dev.aludel.testing.server;

import java.nio.file.Path;
import java.util.List;

/** The processes of this machine that a server consists of. */
final class ServerProcesses {
    private ServerProcesses() {}

    /** The processes whose command line names a folder or what lies in it: the server and what supervises it. */
    static List<String> using(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(folder.toString()))
                .toList();
    }
}
