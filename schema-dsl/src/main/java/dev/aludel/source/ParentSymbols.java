package dev.aludel.source;

import dev.aludel.history.RevisionCatalog;
import dev.aludel.revision.RevisionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How the source of a new revision refers to others: {@code AddTasks.ID} where the source folder holds a class that declares
 * such a constant, for that is a link which the compiler checks; {@code RevisionId.of("…")} elsewhere.
 */
final class ParentSymbols {

    private final RevisionCatalog catalog;
    private final Path folder;
    private final String packageName;
    private final String className;
    private final Set<String> imports = new TreeSet<>();

    ParentSymbols(RevisionCatalog catalog, Path folder, String packageName, String className) {
        this.catalog = catalog;
        this.folder = folder;
        this.packageName = packageName;
        this.className = className;
    }

    /** The expression for {@code id}; what it needs to be imported is remembered. */
    String of(RevisionId id) {
        Class<?> declaring = catalog.revision(id).getClass();
        if (!declaresConstant(declaring, id) || !isReachable(declaring)) {
            return "RevisionId.of(%s)".formatted(JavaText.literal(id.value()));
        }
        if (!declaring.getPackageName().equals(packageName)) {
            imports.add(declaring.getName());
        }
        return declaring.getSimpleName() + ".ID";
    }

    /** The full names of the classes that the expressions need. */
    Set<String> imports() {
        return imports;
    }

    /** Two classes of one name can't both be imported, nor can one without a package. */
    private boolean isReachable(Class<?> declaring) {
        String simpleName = declaring.getSimpleName();
        boolean samePackage = declaring.getPackageName().equals(packageName);
        boolean nameIsFree = !simpleName.equals(className)
                && imports.stream()
                        .noneMatch(other -> other.endsWith("." + simpleName) && !other.equals(declaring.getName()));
        return nameIsFree && (samePackage || !declaring.getPackageName().isEmpty());
    }

    private boolean declaresConstant(Class<?> declaring, RevisionId id) {
        Path source = folder.resolve(declaring.getName().replace('.', '/') + ".java");
        Pattern constant =
                Pattern.compile("public\\s+static\\s+final\\s+RevisionId\\s+ID\\s*=\\s*RevisionId\\.of\\(\\s*"
                        + Pattern.quote(JavaText.literal(id.value())));
        try {
            return Files.isRegularFile(source)
                    && constant.matcher(Files.readString(source, StandardCharsets.UTF_8))
                            .find();
        } catch (IOException failure) {
            throw new RevisionWriterException(
                    "the source of revision \"%s\", %s, cannot be read: %s. Nothing was written"
                            .formatted(id, source, failure.getMessage()),
                    failure);
        }
    }
}
