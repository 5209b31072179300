package dev.aludel.benchmarks.peers.count;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Version 3: a letter, a length that counts itself, a body; the first messages lack the letter (PostgreSQL manual, 54.7). */
public final class PostgresProtocol implements Protocol {

    /** Asks for TLS, or for encryption by GSSAPI: another start follows. */
    private static final int SSL_REQUEST = 80_877_103;

    private static final int GSS_REQUEST = 80_877_104;
    private static final int LENGTH = Integer.BYTES;

    private boolean started;

    @Override
    public byte[] read(DataInputStream client) throws IOException {
        return started ? typed(client) : start(client);
    }

    private byte[] start(DataInputStream client) throws IOException {
        byte[] message = body(client, ByteBuffer.allocate(0));
        int code = ByteBuffer.wrap(message).getInt(LENGTH);
        started = code != SSL_REQUEST && code != GSS_REQUEST;
        return message;
    }

    private static byte[] typed(DataInputStream client) throws IOException {
        return body(client, ByteBuffer.wrap(new byte[] {client.readByte()}));
    }

    private static byte[] body(DataInputStream client, ByteBuffer before) throws IOException {
        int length = client.readInt();
        ByteBuffer message = ByteBuffer.allocate(before.capacity() + length);
        message.put(before).putInt(length);
        message.put(client.readNBytes(length - LENGTH));
        return message.array();
    }

    /** A simple query, which clients send with one statement, or the execution of a prepared one. */
    @Override
    public int statements(byte[] message) {
        return started && (message[0] == 'Q' || message[0] == 'E') ? 1 : 0;
    }
}
