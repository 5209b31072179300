package dev.aludel.dialect.mysql;

import dev.aludel.dialect.DialectException;
import dev.aludel.dialect.LockKey;
import dev.aludel.dialect.LockRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/** The name that a user-level lock goes by. */
final class LockName {

    /** The server refuses longer ones, and compares them without regard to case. */
    private static final int LONGEST = 64;

    private LockName() {}

    /** The name that was chosen by hand, or else one that is the same for all who mean the same version table. */
    static String of(Connection connection, LockRequest request) throws SQLException {
        if (request.key().isPresent()) {
            return chosen(request.key().get());
        }
        String database = request.schema().isPresent()
                ? request.schema().get()
                : new Rows(connection).of("SELECT DATABASE() AS name").get(0).text("name");
        String full = "aludel:%s:%s".formatted(database, request.table());
        return full.length() <= LONGEST ? full : "aludel:" + hash(full);
    }

    private static String chosen(LockKey key) {
        if (key.text().length() > LONGEST) {
            throw new DialectException(
                    "the lock's key \"%s\" has %d characters, and the server takes names of %d. Nothing was changed"
                            .formatted(key.text(), key.text().length(), LONGEST));
        }
        return key.text();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 24);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
