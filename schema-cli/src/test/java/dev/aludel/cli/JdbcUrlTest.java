package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:sqlite:gateway.db                          | jdbc:sqlite:gateway.db",
                "jdbc:postgresql://db.example:5432/app           | jdbc:postgresql://db.example:5432/app",
                "jdbc:postgresql://db/app?user=u&password=s3cret | jdbc:postgresql://db/app",
                "jdbc:postgresql://u:s3cret@db/app               | jdbc:postgresql://db/app",
                "jdbc:mysql://u:s3@cret@db:3306/app              | jdbc:mysql://db:3306/app",
                "jdbc:mysql://(host=db,user=u,password=s3cret)/a | jdbc:mysql://(host=db,user=…,password=…)/a",
                "jdbc:mysql://address=(host=db)(Password=s3cret) | jdbc:mysql://address=(host=db)(Password=…)",
                "jdbc:sqlserver://db;user=u;password=s3cret      | jdbc:sqlserver://db"
            })
    void is_shown_without_credentials(String url, String shown) {
        assertThat(new JdbcUrl(url)).hasToString(shown);
    }

    @Test
    void is_taken_out_of_messages_that_repeat_it() {
        String url = "jdbc:mysql://u:s3cret@db/app";

        assertThat(new JdbcUrl(url).redact("cannot parse " + url + " at all"))
                .isEqualTo("cannot parse jdbc:mysql://db/app at all");
    }

    @Test
    void is_taken_out_of_messages_that_take_the_password_for_a_host() {
        assertThat(new JdbcUrl("jdbc:postgresql://u:s3cret@db/app").redact("unknown host u:s3cret@db"))
                .isEqualTo("unknown host db");
    }
}
