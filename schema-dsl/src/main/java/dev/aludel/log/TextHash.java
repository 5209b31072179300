package dev.aludel.log;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The hash of pieces of text, with its algorithm's name: {@code sha256:} and 64 hexadecimal digits. */
final class TextHash {

    private TextHash() {}

    static String of(List<String> texts) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (String text : texts) {
            hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_8);
        }
        return "sha256:" + hasher.hash();
    }
}
