package dev.aludel.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqliteDialectTest {

    private final SqliteDialect dialect = new SqliteDialect();

    @Test
    void it_is_found_by_its_name_and_by_a_connection() throws SQLException {
        assertThat(Dialects.named("SQLite")).isInstanceOf(SqliteDialect.class);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(Dialects.recognizing(connection.getMetaData())).isInstanceOf(SqliteDialect.class);
            assertThat(dialect.version(connection.getMetaData()).major()).isEqualTo(3);
        }
    }

    @Test
    void the_module_provides_what_the_service_file_names() throws IOException {
        Path classes = Path.of("target", "classes");
        String service = Files.readString(
                        classes.resolve("META-INF/services/" + Dialect.class.getName()), StandardCharsets.UTF_8)
                .strip();
        try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
            assertThat(ModuleDescriptor.read(descriptor).provides())
                    .singleElement()
                    .satisfies(provided -> {
                        assertThat(provided.service()).isEqualTo(Dialect.class.getName());
                        assertThat(provided.providers()).containsExactly(service);
                    });
        }
        assertThat(service).isEqualTo(SqliteDialect.class.getName());
    }

    @Test
    void a_server_before_3_35_is_too_old() {
        assertThatThrownBy(() -> dialect.requireSupported(dialect.version("3.34.1")))
                .isInstanceOf(DialectException.class)
                .hasMessage(
                        "the server is SQLite 3.34.1, and the oldest supported one is SQLite 3.35: nothing was executed");
        dialect.requireSupported(dialect.version("3.35"));
        dialect.requireSupported(dialect.offlineVersion());
    }

    @Test
    void a_missing_table_is_told_from_other_failures() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertThat(dialect.isMissingTable(failure(connection, "SELECT * FROM nowhere")))
                    .isTrue();
            assertThat(dialect.isMissingTable(failure(connection, "SELECT nothing")))
                    .isFalse();
        }
    }

    private static SQLException failure(Connection connection, String sql) {
        return catchThrowableOfType(
                SQLException.class, () -> connection.createStatement().execute(sql));
    }
}
