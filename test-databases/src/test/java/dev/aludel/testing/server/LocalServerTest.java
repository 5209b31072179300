package dev.aludel.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalServerTest {
    @ParameterizedTest
    @EnumSource
    void leaves_nothing_behind_when_stopped(LocalProduct product) throws SQLException {
        Endpoint endpoint = product.start();
        Path folder = product.folder(endpoint);
        assertThat(ServerProcesses.using(folder)).isNotEmpty();

        endpoint.stop().run();

        assertThat(ServerProcesses.using(folder)).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void leaves_nothing_behind_when_its_jvm_is_killed(LocalProduct product) throws Exception {
        Process jvm = startInAnotherJvm(product);
        Path folder = printedFolder(jvm);
        assertThat(ServerProcesses.using(folder)).isNotEmpty();

        jvm.destroyForcibly().waitFor();

        // The supervisor ends after it has deleted the folder.
        await(() -> !Files.exists(folder) && ServerProcesses.using(folder).isEmpty());
        assertThat(ServerProcesses.using(folder)).isEmpty();
        assertThat(folder).doesNotExist();
    }

    /** As a server does that crashes: what fails after it must tell. */
    @ParameterizedTest
    @EnumSource
    void tells_that_it_ended_by_itself_and_what_its_log_says(LocalProduct product) throws Exception {
        Endpoint endpoint = product.start();
        Path folder = product.folder(endpoint);
        long server =
                Long.parseLong(Files.readString(folder.resolve("server-pid")).strip());

        ProcessHandle.of(server).orElseThrow().destroyForcibly();

        await(() -> Files.exists(folder.resolve("exit-code")));
        assertThatThrownBy(endpoint::connect)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(" has ended by itself; its log says:\n")
                .hasMessageContaining("ready");
        endpoint.stop().run();
        assertThat(folder).doesNotExist();
    }

    private static Process startInAnotherJvm(LocalProduct product) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerStarter.class.getName(),
                        product.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path printedFolder(Process jvm) throws IOException {
        try (BufferedReader output = jvm.inputReader()) {
            return Path.of(output.readLine());
        }
    }

    /** What doesn't happen within 20 s is for the assertions behind to find. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(limit) && !condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }
}
