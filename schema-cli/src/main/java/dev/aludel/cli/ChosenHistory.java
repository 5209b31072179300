package dev.aludel.cli;

import dev.aludel.history.History;
import dev.aludel.history.Revision;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A history that is chosen when it is first asked for: the commands are there before the command line is read. */
final class ChosenHistory implements History {

    private final Supplier<History> choice;
    private Optional<History> chosen = Optional.empty();

    ChosenHistory(Supplier<History> choice) {
        this.choice = choice;
    }

    /** The history behind {@code history}: its class is where revisions are listed. */
    static History behind(History history) {
        return history instanceof ChosenHistory later ? later.history() : history;
    }

    /** The history itself. */
    private History history() {
        chosen = Optional.of(chosen.orElseGet(choice));
        return chosen.get();
    }

    @Override
    public String name() {
        return history().name();
    }

    @Override
    public List<Revision> revisions() {
        return history().revisions();
    }

    @Override
    public String versionTable() {
        return history().versionTable();
    }
}
