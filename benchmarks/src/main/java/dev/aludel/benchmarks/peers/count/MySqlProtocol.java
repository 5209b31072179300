package dev.aludel.benchmarks.peers.count;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A length of three bytes, the smallest first, a number within the exchange, a body (MySQL internals, "MySQL Packets"). */
public final class MySqlProtocol implements Protocol {

    /** Where a client that sends several statements in one message puts another one after it. */
    private static final Pattern END = Pattern.compile(";\\s*\n(?=\\S)");

    private static final int HEADER = 4;
    private static final byte QUERY = 0x03;
    private static final byte EXECUTE = 0x17;

    @Override
    public byte[] read(DataInputStream client) throws IOException {
        byte[] header = new byte[HEADER];
        client.readFully(header);
        int length = (header[0] & 0xFF) | (header[1] & 0xFF) << 8 | (header[2] & 0xFF) << 16;
        byte[] message = Arrays.copyOf(header, HEADER + length);
        client.readFully(message, HEADER, length);
        return message;
    }

    /** A query, or the execution of a prepared one; a command is the first message of an exchange. */
    @Override
    public int statements(byte[] message) {
        boolean command = message.length > HEADER && message[3] == 0;
        if (!command || (message[HEADER] != QUERY && message[HEADER] != EXECUTE)) {
            return 0;
        }
        return 1
                + (int) END.matcher(new String(message, StandardCharsets.UTF_8))
                        .results()
                        .count();
    }
}
