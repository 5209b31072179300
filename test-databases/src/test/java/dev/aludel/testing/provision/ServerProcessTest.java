package dev.aludel.testing.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServerProcessTest {
    private final Path folder = newFolder();

    @Test
    void ends_when_closed_and_takes_its_folder_along() throws IOException {
        ServerProcess server = ServerProcess.start("Sleep", folder, "KILL", sleep());
        server.awaitAnswer(() -> Files.exists(folder.resolve("pid")));
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());

        server.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    void quotes_the_log_of_a_server_that_does_not_start() {
        Program broken = Program.of("sh", "-c", "echo data folder is corrupt; exit 1");
        ServerProcess server = ServerProcess.start("Broken", folder, "KILL", broken);

        assertThatThrownBy(() -> server.awaitAnswer(() -> false))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContainingAll("Broken did not start", "data folder is corrupt");
        assertThat(folder).doesNotExist();
    }

    /** A process that says its id by a file that is whole as soon as it is there. */
    private Program sleep() {
        String script = "cd '" + folder + "' && echo $$ >part && mv part pid && exec sleep 600";
        return Program.of("sh", "-c", script);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("aludel-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
