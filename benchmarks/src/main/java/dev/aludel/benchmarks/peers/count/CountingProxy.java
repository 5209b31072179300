package dev.aludel.benchmarks.peers.count;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands between clients and a server on this machine. Counts round trips, each time that the server answers after a
 * client has spoken, and statements that clients send. What asks for no answer, as a farewell, is no round trip.
 */
public final class CountingProxy implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final ServerSocket socket;
    private final int serverPort;
    private final Protocol.Factory protocol;
    private final Count roundTrips = new Count();
    private final Count statements = new Count();

    private CountingProxy(ServerSocket socket, int serverPort, Protocol.Factory protocol) {
        this.socket = socket;
        this.serverPort = serverPort;
        this.protocol = protocol;
    }

    /** Listens on a free port until it is closed. */
    public static CountingProxy to(int serverPort, Protocol.Factory protocol) throws IOException {
        ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        CountingProxy proxy = new CountingProxy(socket, serverPort, protocol);
        inBackground(proxy::accept);
        return proxy;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public Count roundTrips() {
        return roundTrips;
    }

    public Count statements() {
        return statements;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            Socket server = new Socket();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            AtomicBoolean asked = new AtomicBoolean();
            inBackground(() -> forwardMessages(client, server, asked));
            inBackground(() -> forwardAnswers(server, client, asked));
        }
    }

    /** What a client sends in one go is sent in one go. */
    private void forwardMessages(Socket client, Socket server, AtomicBoolean asked) throws IOException {
        Protocol messages = protocol.open();
        try (client;
                server) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream(), CHUNK));
            OutputStream out = new BufferedOutputStream(server.getOutputStream(), CHUNK);
            while (true) {
                byte[] message = messages.read(in);
                statements.add(messages.statements(message));
                out.write(message);
                if (in.available() == 0) {
                    asked.set(true);
                    out.flush();
                }
            }
        }
    }

    private void forwardAnswers(Socket server, Socket client, AtomicBoolean asked) throws IOException {
        byte[] chunk = new byte[CHUNK];
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (asked.getAndSet(false)) {
                roundTrips.add(1);
            }
            out.write(chunk, 0, read);
        }
    }

    private static void inBackground(Forwarding forwarding) {
        Thread thread = new Thread(
                () -> {
                    try {
                        forwarding.run();
                    } catch (IOException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                "counting proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends when a socket is closed. */
    @FunctionalInterface
    private interface Forwarding {
        void run() throws IOException;
    }
}
