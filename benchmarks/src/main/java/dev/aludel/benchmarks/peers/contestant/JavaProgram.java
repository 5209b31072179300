package dev.aludel.benchmarks.peers.contestant;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java contestant's own program, which does one journey and ends. */
final class JavaProgram {

    private JavaProgram() {}

    /** The command; its class path holds what the tool needs and nothing of the others'. */
    static List<String> command(Contestant contestant, List<String> libraries, Journey journey, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                ClassPath.of(libraries, journey.database().product()),
                contestant.getClass().getName()));
        Address database = journey.database();
        command.addAll(List.of(database.product().name(), database.url(), database.user(), database.password()));
        command.addAll(List.of(journey.history(), journey.from(), journey.to(), folder.toString(), contestant.id()));
        return List.copyOf(command);
    }

    /** The id of the contestant that the command was made for. */
    static String contestant(String... arguments) {
        return arguments[8];
    }

    /** Does what {@link #command} asked for. */
    static void run(Contestant contestant, String... arguments) throws Exception {
        Address database = new Address(Product.valueOf(arguments[0]), arguments[1], arguments[2], arguments[3]);
        Journey journey = new Journey(database, arguments[4], arguments[5], arguments[6]);
        Path folder = Path.of(arguments[7]);
        if (Footprint.isWanted()) {
            Footprint.measure(() -> contestant.migrate(journey, folder));
        } else {
            contestant.migrate(journey, folder);
        }
    }
}
