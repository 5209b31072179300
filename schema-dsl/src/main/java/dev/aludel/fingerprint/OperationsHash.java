package dev.aludel.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aludel.operation.Operation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of a list of operations, which tells whether a revision still asks for what it asked for when it was applied.
 *
 * <p>Every difference that can be observed in operations makes another hash: their order, each name, each fact, each word
 * of raw SQL. Line endings, and white space at the end of a line, make none; neither do the formatting of the source, the
 * names of Java classes, and how Java code ({@link dev.aludel.operation.RunCode}) works within, which counts by its
 * description alone. Hashes of different algorithms can't be compared.
 *
 * @param algorithm lower-case letters, digits and hyphens; {@link #of(List)} uses {@code sha256} today
 * @param digest hexadecimal digits in lower case, at least one; 64 for {@code sha256}
 */
public record OperationsHash(String algorithm, String digest) {

    private static final String SHA256 = "sha256";
    private static final int SHA256_DIGITS = 64;
    private static final String HEXADECIMAL = "0123456789abcdef";
    private static final String OF_ALGORITHMS = "abcdefghijklmnopqrstuvwxyz0123456789-";

    /** @throws InvalidOperationsHashException when the parts have another form than they should */
    public OperationsHash {
        boolean complete = !algorithm.equals(SHA256) || digest.length() == SHA256_DIGITS;
        if (!complete || !isOf(OF_ALGORITHMS, algorithm) || !isOf(HEXADECIMAL, digest)) {
            throw new InvalidOperationsHashException(algorithm + ":" + digest);
        }
    }

    /** The hash of {@code operations}, in their order. */
    public static OperationsHash of(List<Operation> operations) {
        byte[] text = CanonicalText.of(operations).getBytes(UTF_8);
        return new OperationsHash(SHA256, HexFormat.of().formatHex(sha256().digest(text)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /**
     * The hash that {@link #toString()} wrote.
     *
     * @throws InvalidOperationsHashException when {@code text} is no such text
     */
    public static OperationsHash parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new InvalidOperationsHashException(text);
        }
        return new OperationsHash(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Whether {@code part} has nothing but these characters, and one of them at least. */
    private static boolean isOf(String characters, String part) {
        for (int index = 0; index < part.length(); index++) {
            if (characters.indexOf(part.charAt(index)) < 0) {
                return false;
            }
        }
        return !part.isEmpty();
    }

    /** The algorithm and the digest, as they are recorded: {@code sha256:} and 64 digits, 71 characters. */
    @Override
    public String toString() {
        return algorithm + ":" + digest;
    }
}
