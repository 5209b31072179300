package dev.aludel.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlDialectTest {

    private final MysqlDialect dialect = new MysqlDialect();

    @ParameterizedTest
    @CsvSource({
        "8.0.36, MySQL, 8, 0, 36",
        "8.4.5-0ubuntu0.1, MySQL, 8, 4, 5",
        "9.7.4-2, MySQL, 9, 7, 4",
        "10.11.5-MariaDB, MariaDB, 10, 11, 5",
        "5.5.5-10.6.12-MariaDB-log, MariaDB, 10, 6, 12",
        "10.11, MariaDB, 10, 11, 0",
        "mariadb-11.4, MariaDB, 11, 4, 0"
    })
    void tells_mysql_and_mariadb_apart_by_the_version(String text, String product, int major, int minor, int patch) {
        assertThat(dialect.version(text)).isEqualTo(new ServerVersion(product, major, minor, patch));
    }

    @Test
    void version_8_alone_is_a_late_release_of_it() {
        assertThat(dialect.version("8.0").isAtLeast(8, 0, 29)).isTrue();
        assertThatThrownBy(() -> dialect.version("new")).isInstanceOf(DialectException.class);
    }

    @Test
    void older_servers_are_refused() {
        assertThatThrownBy(() -> dialect.requireSupported(dialect.version("5.7.44")))
                .hasMessage(
                        "the server is MySQL 5.7.44, and the oldest supported one is MySQL 8.0: nothing was executed");
        assertThatThrownBy(() -> dialect.requireSupported(dialect.version("10.5.9-MariaDB")))
                .hasMessage(
                        "the server is MariaDB 10.5.9, and the oldest supported one is MariaDB 10.6: nothing was executed");
    }

    @DatabaseTest({DatabaseKind.MYSQL, DatabaseKind.MARIADB})
    void knows_its_servers(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThat(dialect.recognizes(connection.getMetaData())).isTrue();
            assertThat(dialect.version(connection.getMetaData()).product())
                    .isEqualTo(database.kind() == DatabaseKind.MARIADB ? "MariaDB" : "MySQL");
            assertThatThrownBy(() -> TestRun.rows(connection, "SELECT 1 FROM nowhere"))
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(dialect.isMissingTable(failure))
                            .isTrue());
            assertThatThrownBy(() -> TestRun.rows(connection, "SELECT nowhere"))
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(dialect.isMissingTable(failure))
                            .isFalse());
        }
    }

    @Test
    void is_found_on_the_class_path_and_on_the_module_path() throws IOException {
        assertThat(ServiceLoader.load(Dialect.class)).anyMatch(MysqlDialect.class::isInstance);
        try (InputStream descriptor = Objects.requireNonNull(
                        MysqlDialect.class.getProtectionDomain().getCodeSource(), "a class has a place")
                .getLocation()
                .toURI()
                .resolve("module-info.class")
                .toURL()
                .openStream()) {
            assertThat(ModuleDescriptor.read(descriptor).provides())
                    .singleElement()
                    .satisfies(provided -> {
                        assertThat(provided.service()).isEqualTo(Dialect.class.getName());
                        assertThat(provided.providers()).containsExactly(MysqlDialect.class.getName());
                    });
        } catch (java.net.URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
