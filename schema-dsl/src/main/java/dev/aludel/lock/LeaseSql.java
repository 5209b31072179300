package dev.aludel.lock;

import dev.aludel.dialect.LeaseSyntax;
import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.time.Duration;
import java.util.Optional;

/** The statements about a lease's table: {@code <version table>_lease}, with one row whose times are the database's. */
final class LeaseSql {

    private final Syntax syntax;
    private final LeaseSyntax lease;
    private final Sql table;

    LeaseSql(Syntax syntax, LeaseSyntax lease, Optional<String> schema, String versionTable) {
        this.syntax = syntax;
        this.lease = lease;
        this.table = syntax.name(schema, versionTable + "_lease");
    }

    Sql create() {
        return syntax.sql(
                """
                CREATE TABLE IF NOT EXISTS $S (
                    id INTEGER NOT NULL PRIMARY KEY,
                    token BIGINT NOT NULL,
                    owner VARCHAR(255) NOT NULL,
                    taken_at BIGINT NOT NULL,
                    renewed_at BIGINT NOT NULL,
                    renewals BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL
                )""",
                table);
    }

    Sql insert() {
        return syntax.sql(
                "INSERT INTO $S (id, token, owner, taken_at, renewed_at, renewals, expires_at) VALUES (1, 0, '', 0, 0, 0, 0)",
                table);
    }

    /** Gives a {@link LeaseRow}, column by column. */
    Sql read() {
        Sql now = lease.currentMillis();
        return syntax.sql(
                """
                SELECT token, owner, $S - taken_at, $S - renewed_at, expires_at - $S
                FROM $S
                WHERE id = 1""",
                now,
                now,
                now,
                table);
    }

    /** Finds and locks the row where the lease is still free, with the token that was seen. */
    Sql lockIfFree(long seen) {
        return syntax.sql(
                """
                SELECT token
                FROM $S
                WHERE id = 1 AND token = $V AND expires_at <= $S
                $S""",
                table,
                Value.of(seen),
                lease.currentMillis(),
                lease.lockFreeRows());
    }

    Sql take(long seen, String owner, Duration duration) {
        return syntax.sql(
                """
                UPDATE $S
                SET token = $V, owner = $V, taken_at = $S, renewed_at = $S, renewals = 0, expires_at = $S + $V
                WHERE id = 1 AND token = $V""",
                table,
                Value.of(seen + 1),
                Value.of(owner),
                lease.currentMillis(),
                lease.currentMillis(),
                lease.currentMillis(),
                Value.of(duration.toMillis()),
                Value.of(seen));
    }

    /** Changes the row in any case, also twice in a millisecond: some drivers count only rows that changed. */
    Sql renew(long token, Duration duration) {
        return syntax.sql(
                """
                UPDATE $S
                SET renewed_at = $S, renewals = renewals + 1, expires_at = $S + $V
                WHERE id = 1 AND token = $V""",
                table,
                lease.currentMillis(),
                lease.currentMillis(),
                Value.of(duration.toMillis()),
                Value.of(token));
    }

    Sql release(long token) {
        return syntax.sql(
                """
                UPDATE $S
                SET expires_at = 0
                WHERE id = 1 AND token = $V""",
                table,
                Value.of(token));
    }
}
