package dev.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfiguredServerTest {
    @Test
    void a_server_that_the_environment_names_is_used_and_left_running() throws Exception {
        try (TestDatabase outer = TestDatabases.create(DatabaseKind.POSTGRESQL)) {
            String inner = urlInAnotherJvm(outer);

            assertThat(server(inner)).isEqualTo(server(outer.url()));
            assertThat(inner).isNotEqualTo(outer.url());
            assertThat(outer.query("SELECT 1 FROM pg_database WHERE datname = '" + name(inner) + "'"))
                    .isEmpty();
        }
    }

    /** The URL of a database that another JVM gets, when its environment names this JVM's server. */
    private static String urlInAnotherJvm(TestDatabase database) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), DatabasePrinter.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("ALUDEL_POSTGRESQL_URL", database.url());
        builder.environment().put("ALUDEL_POSTGRESQL_USER", database.user());
        builder.environment().put("ALUDEL_POSTGRESQL_PASSWORD", database.password());
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String server(String url) {
        return url.substring(0, url.lastIndexOf('/'));
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
