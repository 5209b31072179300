package dev.aludel.dialect.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The number that an advisory lock goes by. */
final class AdvisoryKey {

    private AdvisoryKey() {}

    /** The first 63 bits of the SHA-256 of {@code aludel:database:name}; frozen, for old and new versions must meet. */
    static long of(String database, String name) {
        byte[] named = ("aludel:" + database + ":" + name).getBytes(StandardCharsets.UTF_8);
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
