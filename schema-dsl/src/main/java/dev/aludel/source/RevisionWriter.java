package dev.aludel.source;

import dev.aludel.history.History;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the source of new revisions into a source folder.
 *
 * <pre>{@code
 * RevisionWriter.of(history).folder(Path.of("src/main/java")).revision(RevisionDraft.of("add tasks"));
 * }</pre>
 *
 * <p>Immutable. Nothing is overwritten, and the history's list is left to its author.
 */
public final class RevisionWriter {

    private static final List<String> IMPORTS = List.of(
            "dev.aludel.dsl.Schema",
            "dev.aludel.history.Revision",
            "dev.aludel.revision.Header",
            "dev.aludel.revision.RevisionId");

    private final History history;
    private final Path folder;
    private final Optional<String> packageName;
    private final Clock clock;

    private RevisionWriter(History history, Path folder, Optional<String> packageName, Clock clock) {
        this.history = history;
        this.folder = folder;
        this.packageName = packageName;
        this.clock = clock;
    }

    /** Writes into {@code src/main/java} beneath the working folder, beside the newest revision. */
    public static RevisionWriter of(History history) {
        return new RevisionWriter(history, Path.of("src", "main", "java"), Optional.empty(), Clock.systemUTC());
    }

    /** Writes beneath this folder, which holds packages. */
    public RevisionWriter folder(Path sources) {
        return new RevisionWriter(history, sources, packageName, clock);
    }

    /** Writes classes of this package, in place of that of the newest revision. */
    public RevisionWriter packageName(String name) {
        return new RevisionWriter(history, folder, Optional.of(name), clock);
    }

    /** Takes the date from this clock, in place of the one in UTC. */
    public RevisionWriter clock(Clock dates) {
        return new RevisionWriter(history, folder, packageName, dates);
    }

    /**
     * Writes a revision.
     *
     * @throws RevisionWriterException when its parent is no head and no splice was asked for, the folder is missing, or the
     *     file is there already
     * @throws dev.aludel.error.MigrationException when a target makes no sense, or the history can't take the revision in
     */
    public WrittenRevision revision(RevisionDraft draft) {
        RevisionCatalog catalog = RevisionCatalog.of(history);
        return write(catalog, new DraftResolver(catalog.graph()).revision(draft), RevisionTemplate.revision());
    }

    /**
     * Writes a revision that joins several.
     *
     * @throws RevisionWriterException as {@link #revision(RevisionDraft)} does, and when there are not several
     * @throws dev.aludel.error.MigrationException when a target makes no sense, or the history can't take the revision in
     */
    public WrittenRevision merge(RevisionDraft draft) {
        RevisionCatalog catalog = RevisionCatalog.of(history);
        return write(catalog, new DraftResolver(catalog.graph()).merge(draft), RevisionTemplate.merge());
    }

    private WrittenRevision write(RevisionCatalog catalog, Header header, RevisionTemplate template) {
        String inPackage = packageName.orElseGet(() -> packageOfNewest(catalog));
        String name = ClassNames.of(header.message(), simpleNames(inPackage));
        String className = inPackage.isEmpty() ? name : inPackage + "." + name;
        new DraftResolver(catalog.graph()).requireFits(header, className);
        ParentSymbols symbols = new ParentSymbols(catalog, folder, inPackage, name);
        String expression = new HeaderSource(header, symbols::of).expression();
        String source = template.filled(Map.of(
                "package", inPackage.isEmpty() ? "" : "package %s;\n\n".formatted(inPackage),
                "imports", imports(symbols.imports()),
                "sentence", JavaText.sentence(header.message()),
                "date", LocalDate.now(clock).toString(),
                "class", name,
                "id", JavaText.literal(header.id().value()),
                "header", expression));
        Path file = folder.resolve(className.replace('.', '/') + ".java");
        create(file, source);
        return new WrittenRevision(header, file, className, history.getClass().getName(), "new %s()".formatted(name));
    }

    private String packageOfNewest(RevisionCatalog catalog) {
        List<RevisionId> order = catalog.graph().topologicalOrder();
        return order.isEmpty()
                ? history.getClass().getPackageName()
                : catalog.revision(order.get(order.size() - 1)).getClass().getPackageName();
    }

    private Set<String> simpleNames(String inPackage) {
        return history.revisions().stream()
                .map(Object::getClass)
                .filter(declaring -> declaring.getPackageName().equals(inPackage))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    private static String imports(Set<String> more) {
        Set<String> all = new TreeSet<>(IMPORTS);
        all.addAll(more);
        return all.stream().map("import %s;"::formatted).collect(Collectors.joining("\n"));
    }

    private void create(Path file, String source) {
        if (!Files.isDirectory(folder)) {
            throw new RevisionWriterException(
                    "the source folder \"%s\" is not there: name the one that holds the packages. Nothing was written"
                            .formatted(folder));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, source, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new RevisionWriterException(
                    "the file \"%s\" is there already, and the history doesn't list its class: list it, or give another message. Nothing was written"
                            .formatted(file),
                    exists);
        } catch (IOException failure) {
            throw new RevisionWriterException(
                    "the file \"%s\" cannot be written: %s".formatted(file, failure.getMessage()), failure);
        }
    }
}
