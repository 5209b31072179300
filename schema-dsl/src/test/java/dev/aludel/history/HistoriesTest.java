package dev.aludel.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoriesTest {

    @Test
    void the_only_history_is_found(@TempDir Path folder) throws IOException {
        List<String> names =
                found(folder, Shop.class).run(() -> List.of(Histories.only().name()));

        assertThat(names).containsExactly("shop");
    }

    @Test
    void no_history_says_how_to_declare_one(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> found(folder).run(Histories::only))
                .isInstanceOf(HistoryException.class)
                .hasMessage(
                        "no history was found: annotate the class that implements dev.aludel.history.History with @AutoService(History.class), or pass it to Migrator.on(dataSource).history(…). A jar that was merged from several must merge their META-INF/services files");
    }

    @Test
    void two_histories_are_named_with_the_way_to_choose(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> found(folder, Shop.class, Stock.class).run(Histories::only))
                .isInstanceOf(HistoryException.class)
                .hasMessage(
                        "2 histories were found, \"shop\" (dev.aludel.history.HistoriesTest$Shop), \"stock\" (dev.aludel.history.HistoriesTest$Stock): choose one with Migrator.on(dataSource).history(…)");
    }

    @Test
    void one_of_several_is_chosen_by_its_name(@TempDir Path folder) throws IOException {
        assertThat(found(folder, Shop.class, Stock.class).run(() -> Histories.named("stock")))
                .isInstanceOf(Stock.class);
        assertThatThrownBy(() -> found(folder, Shop.class).run(() -> Histories.named("stock")))
                .isInstanceOf(HistoryException.class)
                .hasMessage("no history is named \"stock\"; found: \"shop\" (dev.aludel.history.HistoriesTest$Shop)");
    }

    @Test
    void all_are_listed_by_name(@TempDir Path folder) throws IOException {
        assertThat(found(folder, Stock.class, Shop.class)
                        .run(() -> Histories.all().stream().map(History::name).toList()))
                .containsExactly("shop", "stock");
    }

    /** A class path on which these histories are declared. */
    private static ClassPath found(Path folder, Class<?>... histories) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(
                services.resolve(History.class.getName()),
                List.of(histories).stream().map(Class::getName).toList());
        return new ClassPath(folder.toUri().toURL());
    }

    /** Runs with a class loader that finds services at a place of its own. */
    private record ClassPath(URL place) {

        <T> T run(Call<T> call) throws IOException {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            try (URLClassLoader loader = new URLClassLoader(new URL[] {place}, before)) {
                thread.setContextClassLoader(loader);
                return call.get();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    /** What is called. */
    private interface Call<T> {
        T get();
    }

    /** A history. */
    public static final class Shop implements History {

        public Shop() {}

        @Override
        public String name() {
            return "shop";
        }

        @Override
        public List<Revision> revisions() {
            return List.of();
        }
    }

    /** Another history. */
    public static final class Stock implements History {

        public Stock() {}

        @Override
        public String name() {
            return "stock";
        }

        @Override
        public List<Revision> revisions() {
            return List.of();
        }
    }
}
