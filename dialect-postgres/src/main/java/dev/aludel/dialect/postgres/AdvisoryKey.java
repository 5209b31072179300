package dev.aludel.dialect.postgres;

import dev.aludel.dialect.LockRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;

/** The number that an advisory lock goes by. */
final class AdvisoryKey {

    /**
     * Where the version table is; where it will be created while it isn't there yet. To ask the catalog's tables takes three
     * times as long in a new session, measured on 17.5.
     */
    private static final String PLACE =
            """
            SELECT current_database(), COALESCE(
                ?,
                (pg_identify_object_as_address('pg_catalog.pg_class'::regclass, to_regclass(quote_ident(?)), 0)).object_names[1],
                current_schema())
            """;

    private AdvisoryKey() {}

    /** The key that was chosen by hand, or else one that is the same for all who mean the same version table. */
    static long of(Connection connection, LockRequest request) throws SQLException {
        if (request.key().isPresent()) {
            return request.key().get().number();
        }
        return Query.of(PLACE, request.schema(), request.table())
                .first(connection, row -> of(row.getString(1), row.getString(2), request.table()))
                .orElseThrow();
    }

    /** The first 63 bits of the SHA-256 of {@code aludel:database:schema.table}; frozen, for old and new versions must meet. */
    static long of(String database, String schema, String table) {
        byte[] named = "aludel:%s:%s.%s".formatted(database, schema, table).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(sha256().digest(named)).getLong() >>> 1;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
