package dev.aludel.log;

import dev.aludel.fingerprint.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** The hash of pieces of text, with its algorithm's name: {@code sha256:} and 64 hexadecimal digits. */
final class TextHash {

    private TextHash() {}

    static String of(List<String> texts) {
        MessageDigest digest = Sha256.begin();
        for (String text : texts) {
            digest.update(length(text));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return "sha256:" + Sha256.end(digest);
    }

    /** In UTF-16 units, lowest byte first. */
    private static byte[] length(String text) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(text.length())
                .array();
    }
}
