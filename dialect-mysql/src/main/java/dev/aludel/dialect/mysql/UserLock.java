package dev.aludel.dialect.mysql;

import dev.aludel.dialect.ShownQuery;
import dev.aludel.model.Value;
import dev.aludel.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The user-level lock of a name, as one connection sees it. */
record UserLock(Connection connection, String name) {

    private static final String IS_MINE = "IS_USED_LOCK($V) = CONNECTION_ID()";

    private static final String HOLDER =
            """
            SELECT id, user, host, time, COALESCE(info, '') AS info
            FROM information_schema.processlist
            WHERE id = IS_USED_LOCK($V)""";

    /** Waits in the server for that long; empty where the server gives no answer. */
    Optional<Boolean> take(Duration wait) throws SQLException {
        String seconds = String.format(Locale.ROOT, "%.3f", wait.toMillis() / 1000.0);
        return answer("SELECT GET_LOCK($V, CAST($V AS DECIMAL(10,3))) AS answer", name, seconds);
    }

    /** Whether the connection that this statement reaches is the one that holds it. */
    boolean isMine() throws SQLException {
        return answer("SELECT " + IS_MINE + " AS answer", name).orElse(false);
    }

    /** Whether it is held, and how what the session writes reaches replicas. */
    Standing standing() throws SQLException {
        Row row = new Rows(connection)
                .of("SELECT " + IS_MINE + " AS answer, @@SESSION.binlog_format AS format", name)
                .get(0);
        return new Standing(row.text("answer").equals("1"), row.text("format").equalsIgnoreCase("STATEMENT"));
    }

    /** The same, as a part of a statement. */
    Sql isMineCondition() {
        return new MysqlSyntax().sql(IS_MINE, Value.of(name));
    }

    boolean release() throws SQLException {
        return answer("SELECT RELEASE_LOCK($V) AS answer", name).orElse(false);
    }

    private Optional<Boolean> answer(String question, String... parameters) throws SQLException {
        String answer = new Rows(connection).of(question, parameters).get(0).text("answer");
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer.equals("1"));
    }

    /**
     * What the server says of the lock to the connection that took it.
     *
     * @param isReplicatedByStatement whether replicas carry out the session's statements again, where no lock is held
     */
    record Standing(boolean isMine, boolean isReplicatedByStatement) {}

    /** The lock, as a part of a sentence. */
    String words() {
        return "the migration lock \"%s\"".formatted(name);
    }

    /** Who holds the lock, as far as this user may see. */
    String holder() throws SQLException {
        Rows rows = new Rows(connection);
        List<Row> holders = rows.of(HOLDER, name);
        if (!holders.isEmpty()) {
            return words(holders.get(0));
        }
        String id = rows.of("SELECT IS_USED_LOCK($V) AS id", name).get(0).text("id");
        return id.isEmpty()
                ? "a connection that has just released it"
                : "connection %s, of which this user may see no more (PROCESS privilege)".formatted(id);
    }

    private static String words(Row holder) {
        return "connection %s of user \"%s\" from %s, %s for %s s"
                .formatted(
                        holder.text("id"),
                        holder.text("user"),
                        holder.text("host"),
                        holder.text("info").isEmpty()
                                ? "idle"
                                : "running \"" + ShownQuery.of(holder.text("info")) + "\"",
                        holder.text("time"));
    }
}
