package dev.aludel.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.testing.provision.ProvisionException;
import org.junit.jupiter.api.Test;

class JdbcAddressTest {
    @Test
    void names_another_database_of_the_same_server() {
        assertThat(JdbcAddress.parse("jdbc:postgresql://db.example.org:5432/postgres?ssl=true&loggerLevel=OFF")
                        .withDatabase("test_1")
                        .url())
                .isEqualTo("jdbc:postgresql://db.example.org:5432/test_1?ssl=true&loggerLevel=OFF");
    }

    @Test
    void takes_an_ipv6_address() {
        JdbcAddress address = JdbcAddress.parse("jdbc:mysql://[::1]:3306/mysql");

        assertThat(address.plainHost()).isEqualTo("::1");
        assertThat(address.port()).isEqualTo(3306);
        assertThat(address.url()).isEqualTo("jdbc:mysql://[::1]:3306/mysql");
    }

    @Test
    void wants_the_port_to_be_given() {
        assertThatThrownBy(() -> JdbcAddress.parse("jdbc:mysql://localhost/mysql"))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("\"jdbc:mysql://localhost/mysql\"");
    }
}
