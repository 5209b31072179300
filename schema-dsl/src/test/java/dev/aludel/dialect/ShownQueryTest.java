package dev.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownQueryTest {

    @Test
    void a_query_is_shown_on_one_line_and_cut() {
        assertThat(ShownQuery.of("\n  SELECT *\n  FROM t  ")).isEqualTo("SELECT * FROM t");
        assertThat(ShownQuery.of("SELECT " + "x".repeat(500))).hasSize(201).endsWith("x…");
    }

    @Test
    void a_query_that_may_hold_a_password_is_not_shown() {
        assertThat(List.of(
                        "ALTER ROLE app PASSWORD 'hunter2'",
                        "alter user app with encrypted password 'hunter2'",
                        "CREATE USER 'app'@'%' IDENTIFIED BY 'hunter2'",
                        "CREATE USER app IDENTIFIED WITH caching_sha2_password AS 'hunter2'",
                        "GRANT ALL ON *.* TO app IDENTIFIED\n  BY 'hunter2'",
                        "CHANGE REPLICATION SOURCE TO SOURCE_PASSWORD='hunter2'",
                        "SELECT * FROM dblink('host=a passwd=hunter2', 'SELECT 1')",
                        "SELECT " + "x".repeat(500) + " password = 'hunter2'"))
                .allSatisfy(query ->
                        assertThat(ShownQuery.of(query)).isEqualTo("(not shown, since it may hold a password)"));
    }
}
