package dev.aludel.examples.prompttrain;

import static dev.aludel.model.DialectId.MYSQL;
import static dev.aludel.model.DialectId.POSTGRESQL;
import static dev.aludel.model.DialectId.SQLITE;

import dev.aludel.dsl.Schema;

/** Keeps the time of the last update with each analysis. */
final class UpdatedAt {

    private UpdatedAt() {}

    static void keep(Schema schema) {
        schema.on(POSTGRESQL)
                .execute(
                        """
                        CREATE FUNCTION trigger_set_timestamp() RETURNS TRIGGER AS $$
                        BEGIN
                          NEW.updated_at = NOW();
                          RETURN NEW;
                        END;
                        $$ LANGUAGE plpgsql""",
                        """
                        CREATE TRIGGER set_timestamp_on_conversation_analyses
                        BEFORE UPDATE ON conversation_analyses
                        FOR EACH ROW EXECUTE FUNCTION trigger_set_timestamp()""")
                .on(MYSQL)
                .execute(
                        """
                        CREATE TRIGGER set_timestamp_on_conversation_analyses
                        BEFORE UPDATE ON conversation_analyses
                        FOR EACH ROW SET NEW.updated_at = CURRENT_TIMESTAMP(6)""")
                .on(SQLITE)
                .execute(
                        """
                        CREATE TRIGGER set_timestamp_on_conversation_analyses AFTER UPDATE ON conversation_analyses
                        FOR EACH ROW BEGIN
                          UPDATE conversation_analyses SET updated_at = CURRENT_TIMESTAMP WHERE id = NEW.id;
                        END""")
                .reversedBy(s -> s.on(POSTGRESQL)
                        .execute(
                                "DROP TRIGGER set_timestamp_on_conversation_analyses ON conversation_analyses",
                                "DROP FUNCTION trigger_set_timestamp()")
                        .on(MYSQL, SQLITE)
                        .execute("DROP TRIGGER set_timestamp_on_conversation_analyses"));
    }
}
