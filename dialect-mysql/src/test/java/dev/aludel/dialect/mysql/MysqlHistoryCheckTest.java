package dev.aludel.dialect.mysql;

import static dev.aludel.model.ColumnType.integer;
import static dev.aludel.model.ColumnType.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.check.Finding;
import dev.aludel.check.HistoryCheck;
import dev.aludel.dsl.Schema;
import dev.aludel.model.DialectId;
import dev.aludel.testing.contract.LambdaHistory;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** MariaDB is another server than MySQL to a history that names it. */
class MysqlHistoryCheckTest {

    @Test
    void a_history_that_never_names_mariadb_is_judged_for_mysql() {
        assertThat(findings(MysqlHistoryCheckTest::indexExpression)).isEmpty();
    }

    @Test
    void a_branch_for_mariadb_is_rendered_for_it() {
        assertThat(findings(schema -> schema.on(DialectId.MYSQL, s -> {})
                        .on(DialectId.MARIADB, MysqlHistoryCheckTest::indexExpression)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.dialect()).contains(DialectId.MARIADB);
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.OFFLINE);
                    assertThat(finding.message())
                            .startsWith("MariaDB, upgrade: ")
                            .contains("which MariaDB doesn't have");
                });
    }

    @Test
    void a_branch_for_mariadb_that_makes_no_sense_is_found() {
        assertThat(findings(schema -> schema.on(DialectId.MYSQL, s -> {})
                        .on(DialectId.MARIADB, s -> s.alterTable("names", t -> t.dropColumn("nothing")))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.dialect()).contains(DialectId.MARIADB);
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.UNSOUND);
                });
    }

    private static void indexExpression(Schema schema) {
        schema.createIndex("ix_names", "names").expression("lower(name)");
    }

    private static List<Finding> findings(Consumer<Schema> change) {
        LambdaHistory history = new LambdaHistory()
                .then(
                        "names",
                        schema -> schema.createTable("names", t -> {
                            t.column("id", integer()).primaryKey();
                            t.column("name", string(20));
                        }))
                .then("change", change);
        return HistoryCheck.of(history).dialects(List.of(new MysqlDialect())).findings();
    }
}
