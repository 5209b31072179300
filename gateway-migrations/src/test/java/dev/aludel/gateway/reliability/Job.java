package dev.aludel.gateway.reliability;

import dev.aludel.MigrationResult;
import dev.aludel.Migrator;
import dev.aludel.gateway.Gateway;
import dev.aludel.revision.Direction;
import dev.aludel.testing.TestDatabase;
import javax.sql.DataSource;

/**
 * One call of the migrator, as it is handed to another process.
 *
 * @param password may be empty, as may be the user
 * @param target such as {@code head}
 * @param pause where the process stops and waits
 */
record Job(String url, String user, String password, Direction direction, String target, KillPoint pause) {

    static Job on(TestDatabase database, Direction direction, String target, KillPoint pause) {
        return new Job(database.url(), database.user(), database.password(), direction, target, pause);
    }

    /** Does it in this process, through a data source that leads to the database. */
    static MigrationResult run(DataSource dataSource, Direction direction, String target) {
        Migrator migrator = Gateway.migrator(dataSource);
        return direction == Direction.UPGRADE ? migrator.upgrade(target) : migrator.downgrade(target);
    }

    /** One line, without its end. */
    String line() {
        return String.join(
                "\t",
                url,
                user,
                password,
                direction.name(),
                target,
                String.valueOf(pause.roundTrip()),
                pause.side().name());
    }

    static Job parse(String line) {
        String[] parts = line.split("\t", -1);
        KillPoint pause = new KillPoint(Integer.parseInt(parts[5]), Side.valueOf(parts[6]));
        return new Job(parts[0], parts[1], parts[2], Direction.valueOf(parts[3]), parts[4], pause);
    }
}
