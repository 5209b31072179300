package dev.aludel.testing;

import static dev.aludel.testing.DatabaseKind.MARIADB;
import static dev.aludel.testing.DatabaseKind.MYSQL;
import static dev.aludel.testing.DatabaseKind.POSTGRESQL;
import static dev.aludel.testing.DatabaseKind.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.provision.ProgramResult;
import java.sql.SQLException;

class NativeClientTest {
    private static final String CREATE_TABLE = "CREATE TABLE sessions (id INTEGER PRIMARY KEY, name VARCHAR(20));\n";

    @DatabaseTest
    void runs_a_script_on_the_same_database(TestDatabase database) throws SQLException {
        ProgramResult result = database.nativeClient(CREATE_TABLE + "INSERT INTO sessions VALUES (1, 'first');\n");

        assertThat(result.exitCode()).as(result.stderr()).isZero();
        assertThat(database.query("SELECT name FROM sessions").toString()).isEqualTo("[{name=first}]");
    }

    @DatabaseTest
    void gives_back_what_the_client_prints(TestDatabase database) {
        ProgramResult result = database.nativeClient("SELECT 6 * 7 AS answer;\n");

        assertThat(result.stdout()).contains("42");
        assertThat(result.stderr()).isEmpty();
    }

    @DatabaseTest({SQLITE, MYSQL, MARIADB})
    void reports_an_error(TestDatabase database) {
        ProgramResult result = database.nativeClient("SELECT * FROM nowhere;\n");

        assertThat(result.succeeded()).isFalse();
        assertThat(result.stderr()).contains("nowhere");
    }

    @DatabaseTest(POSTGRESQL)
    void psql_goes_on_after_an_error_as_it_does_for_its_users(TestDatabase database) {
        ProgramResult result = database.nativeClient("SELECT * FROM nowhere;\nSELECT 6 * 7;\n");

        assertThat(result.exitCode()).isZero();
        assertThat(result.stderr()).contains("nowhere");
        assertThat(result.stdout()).contains("42");
    }

    @DatabaseTest(POSTGRESQL)
    void psql_reports_an_error_where_the_script_asks_for_it(TestDatabase database) {
        ProgramResult result = database.nativeClient("\\set ON_ERROR_STOP on\nSELECT * FROM nowhere;\nSELECT 6 * 7;\n");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stdout()).doesNotContain("42");
    }

    @DatabaseTest({POSTGRESQL, MYSQL, MARIADB})
    void works_in_the_time_zone_of_a_view(TestDatabase database) {
        String query = Products.secondsEastOfGreenwich(database.kind());

        assertThat(database.withTimeZone("Asia/Kolkata")
                        .nativeClient(query + ";\n")
                        .stdout())
                .contains("19800");
    }
}
