package dev.aludel.benchmarks.peers.count;

import java.io.DataInputStream;
import java.io.IOException;

/** How the messages of a client to its server begin and end. */
public interface Protocol {

    /** Reads one whole message, with all that frames it. */
    byte[] read(DataInputStream client) throws IOException;

    /** How many statements the message has the server execute. */
    int statements(byte[] message);

    /** A protocol has a state: a new one for each connection. */
    @FunctionalInterface
    interface Factory {
        Protocol open();
    }
}
