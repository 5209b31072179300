package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.benchmarks.peers.history.PeerHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A tool, or a way to do without one. */
public interface Contestant {

    /** Its name in results and options, in lower case. */
    String id();

    /** Its name in tables and on charts. */
    String title();

    /** The version, where it is not this project's. */
    default String version() {
        return "";
    }

    /** Writes the files that the tool reads a history from, unless they are there; never measured. */
    default void prepare(PeerHistory history, Product product, Path folder) {}

    /** Whether there is anything to ask it in a process that has done it before. */
    default boolean takesPartHere() {
        return true;
    }

    /** Whether it has a process of its own, by {@link #command}. */
    default boolean hasProcess() {
        return true;
    }

    /**
     * Does it in a process that has done it before, mostly this one.
     *
     * @param folder what {@link #prepare} wrote to
     * @return the time it took
     */
    default Duration warm(Journey journey, Path folder) throws Exception {
        long begin = System.nanoTime();
        migrate(journey, folder);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Does it in this process. */
    void migrate(Journey journey, Path folder) throws Exception;

    /** Whether it goes to the database through a driver of this JVM. */
    default boolean usesJdbc() {
        return true;
    }

    /** Whether {@link #offline} can be asked. */
    default boolean writesScripts() {
        return false;
    }

    /**
     * Makes a script of the whole history for a database that it doesn't ask.
     *
     * @return the time it took
     */
    default Duration offline(PeerHistory history, Product product, Path folder) throws Exception {
        throw new UnsupportedOperationException(title() + " writes no scripts");
    }

    /** The command that does it in a process of its own. */
    List<String> command(Journey journey, Path folder);

    /**
     * The same, by a program that prints its {@link Footprint}.
     *
     * @param heap the largest heap, such as {@code 64m}, where the program has one
     */
    default List<String> measured(Journey journey, Path folder, String heap) {
        return Footprint.printed(command(journey, folder), "-Xmx" + heap);
    }
}
