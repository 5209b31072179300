package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.history.History;
import dev.aludel.history.Revision;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenSourceTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void written_revisions_compile_refer_to_each_other_by_symbols_and_run() throws Exception {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<Path> files = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Growing history = new Growing(new ArrayList<>());
            grow(history, files, classes, loader, "revision", "-m", "create shops");
            grow(history, files, classes, loader, "revision", "-m", "add carts");
            grow(history, files, classes, loader, "revision", "-m", "add \"stock\" */", "--head", "base");
            grow(history, files, classes, loader, "merge", "-m", "merge both lines");

            assertThat(Files.readString(files.get(1))).contains(".revises(CreateShops.ID)");
            assertThat(Files.readString(files.get(3)))
                    .containsAnyOf(".revises(AddCarts.ID, AddStock.ID)", ".revises(AddStock.ID, AddCarts.ID)");
            CommandRun upgrade = CommandRun.of(
                    history,
                    Defaults.forProgram("shop").url("jdbc:sqlite:" + folder.resolve("shop.db")),
                    "upgrade",
                    "head");
            assertThat(upgrade.code()).as(upgrade.err()).isZero();
            assertThat(upgrade.err()).contains("[4/4] upgrade ", ": merge both lines");
        }
        assertThat(sources).isDirectoryRecursivelyContaining("glob:**/MergeBothLines.java");
    }

    private void grow(History history, List<Path> files, Path classes, ClassLoader loader, String... command)
            throws ReflectiveOperationException, IOException {
        Defaults defaults =
                Defaults.forProgram("shop").sources(folder.resolve("sources").toString());
        CommandRun run = CommandRun.of(history, defaults, command);
        assertThat(run.code()).as(run.err()).isZero();
        Path file = Path.of(run.out().strip());
        files.add(file);
        compile(files, classes);
        String className = "dev.aludel.cli." + file.getFileName().toString().replace(".java", "");
        history.revisions()
                .add((Revision) loader.loadClass(className).getConstructor().newInstance());
    }

    private static void compile(List<Path> files, Path classes) {
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-Xlint:all,-missing-explicit-ctor,-processing,-path",
                "-Werror"));
        files.forEach(file -> arguments.add(file.toString()));
        StringWriter said = new StringWriter();
        PrintWriter console = new PrintWriter(said);
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        int code = javac.run(console, console, arguments.toArray(String[]::new));
        assertThat(code).as(said.toString()).isZero();
    }

    /** A history that revisions are added to. */
    private record Growing(List<Revision> revisions) implements History {
        @Override
        public String name() {
            return "growing";
        }
    }
}
