package dev.aludel.testing.contract;

import dev.aludel.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Stands between a client and its server, and counts how often the client waits for an answer. */
public final class RoundTrips implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("//(?<host>[^:/]+):(?<port>\\d+)/");

    private final TestDatabase database;
    private final Matcher address;
    private final ServerSocket entrance;
    private final List<Thread> carriers = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    private RoundTrips(TestDatabase database) throws IOException {
        this.database = database;
        this.address = ADDRESS.matcher(database.url());
        if (!address.find()) {
            throw new IllegalArgumentException("no server to stand before: " + database.url());
        }
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Before the server of {@code database}. */
    public static RoundTrips to(TestDatabase database) throws IOException {
        RoundTrips trips = new RoundTrips(database);
        start(trips::welcome);
        return trips;
    }

    /** Connections that are counted. */
    public DataSource dataSource() {
        String here = "//%s:%d/".formatted(InetAddress.getLoopbackAddress().getHostAddress(), entrance.getLocalPort());
        String url = address.replaceFirst(here);
        ConnectionSource connections = () -> DriverManager.getConnection(url, database.user(), database.password());
        return connections.asDataSource();
    }

    /** The round trips of {@code work}, which closes all its connections. */
    public int during(Work work) throws Exception {
        carriers.clear();
        count.set(0);
        work.run();
        for (Thread carrier : carriers) {
            carrier.join();
        }
        return count.get();
    }

    private void welcome() {
        try (ServerSocket open = entrance) {
            while (true) {
                Socket client = open.accept();
                Socket server = new Socket(address.group("host"), Integer.parseInt(address.group("port")));
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                AtomicBoolean asking = new AtomicBoolean();
                carriers.add(start(() -> carry(client, server, asking, true)));
                carriers.add(start(() -> carry(server, client, asking, false)));
            }
        } catch (IOException closed) {
            // The end: nobody is waiting any more.
        }
    }

    private void carry(Socket from, Socket to, AtomicBoolean asking, boolean question) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
                note(asking, question);
                out.write(buffer, 0, length);
            }
        } catch (IOException ended) {
            // One side hung up, and so does the other.
        }
    }

    /** What a client sends in several pieces before it is answered is one question. */
    private void note(AtomicBoolean asking, boolean question) {
        if (!asking.getAndSet(question) && question) {
            count.incrementAndGet();
        }
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task, "round trips");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    /** Something that asks a database. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
