package dev.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerVersionTest {

    @Test
    void reads_the_numbers_at_the_start() {
        assertThat(ServerVersion.parse("PostgreSQL", "15.18 (Debian 15.18-0+deb12u1)"))
                .isEqualTo(new ServerVersion("PostgreSQL", 15, 18, 0));
        assertThat(ServerVersion.parse("MariaDB", "10.11.5-MariaDB"))
                .isEqualTo(new ServerVersion("MariaDB", 10, 11, 5));
        assertThat(ServerVersion.parse("PostgreSQL", "18beta1")).isEqualTo(new ServerVersion("PostgreSQL", 18, 0, 0));
    }

    @Test
    void compares_by_numbers() {
        ServerVersion version = ServerVersion.parse("MySQL", "8.0.36");

        assertThat(version.isAtLeast(8, 0)).isTrue();
        assertThat(version.isAtLeast(8, 0, 36)).isTrue();
        assertThat(version.isAtLeast(8, 0, 37)).isFalse();
        assertThat(version.isAtLeast(9, 0)).isFalse();
    }

    @Test
    void refuses_what_is_no_version() {
        assertThatThrownBy(() -> ServerVersion.parse("MySQL", "latest"))
                .isInstanceOf(DialectException.class)
                .hasMessage("\"latest\" is no version of MySQL: a version starts with a number, like 15 or 8.0.36");
    }
}
