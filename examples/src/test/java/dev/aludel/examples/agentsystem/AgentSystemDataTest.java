package dev.aludel.examples.agentsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.Migrator;
import dev.aludel.testing.DatabaseTest;
import dev.aludel.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;

class AgentSystemDataTest {

    private static final String USER =
            """
            INSERT INTO users (username, email, hashed_password, role, is_active, is_verified, monthly_budget_limit)
            VALUES ('ada', 'ada@example.org', 'x', '%s', TRUE, TRUE, %s)""";

    @DatabaseTest
    void a_role_that_there_is_not_is_refused(TestDatabase database) throws SQLException {
        upgrade(database);

        assertThatThrownBy(() -> database.execute(USER.formatted("pirate", "1")))
                .isInstanceOf(SQLException.class);
        database.execute(USER.formatted("admin", "1"));
    }

    @DatabaseTest
    void a_budget_below_nothing_is_refused(TestDatabase database) throws SQLException {
        upgrade(database);

        assertThatThrownBy(() -> database.execute(USER.formatted("admin", "-0.00000001")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("check_positive_budget");
    }

    @DatabaseTest
    void small_amounts_of_money_are_kept(TestDatabase database) throws SQLException {
        upgrade(database);

        database.execute(USER.formatted("guest", "1234.00000001"));

        assertThat(database.query("SELECT monthly_budget_limit AS money FROM users"))
                .singleElement()
                .satisfies(row -> assertThat(new BigDecimal(String.valueOf(row.get("money"))))
                        .isEqualByComparingTo("1234.00000001"));
    }

    private static void upgrade(TestDatabase database) {
        Migrator.on(database.dataSource())
                .history(new AgentSystemHistory())
                .build()
                .upgrade("head");
    }
}
