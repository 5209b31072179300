package dev.aludel.testing.server;

import dev.aludel.testing.provision.Account;
import dev.aludel.testing.provision.FreePort;
import dev.aludel.testing.provision.Program;
import dev.aludel.testing.provision.ProvisionException;
import dev.aludel.testing.provision.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Starts a server of this JVM's own, on a copy of a data folder that was initialized once.
 *
 * @param name what messages call it
 * @param signal what ends it at once
 * @param template the initialized data folder, with an account {@link #USER} that may do everything
 */
record LocalServer(String name, String signal, Path template) {
    static final String USER = "aludel";
    static final String PASSWORD = "aludel";

    private static final int ATTEMPTS = 3;

    /**
     * One start of the server.
     *
     * @param folder the server's own, for sockets and the like
     * @param data the copy of the template
     * @param port a free one of 127.0.0.1
     */
    record Run(Path folder, Path data, int port) {}

    /**
     * @param identity a query that gives the data folder back: another server may have been quicker to take the port
     * @throws ProvisionException if the server doesn't start at the third attempt either
     */
    Endpoint start(Function<Run, JdbcAddress> address, Function<Run, Program> command, String identity) {
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(address, command, identity);
            } catch (ProvisionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Endpoint startOnce(Function<Run, JdbcAddress> address, Function<Run, Program> command, String identity) {
        Run run = prepare();
        ServerProcess process = ServerProcess.start(name, run.folder(), signal, command.apply(run));
        Endpoint endpoint = new Endpoint(address.apply(run), USER, PASSWORD, process::close);
        BooleanSupplier answers = () -> endpoint.answers(identity, run.data().toString());
        process.awaitAnswer(answers);
        return new Endpoint(
                endpoint.address(), USER, PASSWORD, process::close, () -> process.crash(answers), process::epitaph);
    }

    private Run prepare() {
        try {
            Path folder = Files.createTempDirectory("aludel-server-");
            Account.handOver(folder);
            Path data = folder.resolve("data");
            Program.of("cp", "-a", template.toString(), data.toString()).runOrFail();
            return new Run(folder, data, FreePort.find());
        } catch (IOException e) {
            throw new ProvisionException("The data folder of " + name + " can't be made: " + e.getMessage(), e);
        }
    }
}
