package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ProgressQuery;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.sql.Sql;

/**
 * What the servers tell of an ALTER TABLE that runs: MySQL in the stages of the performance schema, where their consumer is
 * on (the manual, 17.16.1), MariaDB in its process list.
 */
final class MysqlProgress {

    private static final Sql SESSION = Sql.raw("SELECT connection_id()");

    private static final ProgressQuery MYSQL = new ProgressQuery(
            SESSION,
            """
            SELECT substring_index(stage.event_name, '/', -1), stage.work_completed, stage.work_estimated,
                CASE WHEN stage.event_name LIKE 'stage/innodb/%' THEN 'pages' ELSE 'rows' END, 0
            FROM performance_schema.threads AS thread
            JOIN performance_schema.events_stages_current AS stage ON stage.thread_id = thread.thread_id
            WHERE thread.processlist_id = {} AND stage.work_estimated > 0
            LIMIT 1""");

    /** In thousandths of a percent, the finest that the list gives. */
    private static final ProgressQuery MARIADB = new ProgressQuery(
            SESSION,
            """
            SELECT state, CAST(progress * 1000 AS SIGNED), 100000, 'thousandths of a percent', 0
            FROM information_schema.processlist
            WHERE id = {} AND max_stage > 0""");

    private MysqlProgress() {}

    static ProgressQuery on(ServerVersion version) {
        return new MysqlServer(version).isMariaDb() ? MARIADB : MYSQL;
    }
}
