package dev.aludel.testing.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {
    @Test
    void installs_once_and_then_only_finds(@TempDir Path root) {
        AtomicInteger installations = new AtomicInteger();
        CacheFolder cache = new CacheFolder(root);

        List<Path> found = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> cache.install("server-1.0", folder -> installations.incrementAndGet()))
                .toList();

        assertThat(found).containsOnly(root.resolve("server-1.0"));
        assertThat(installations).hasValue(1);
    }

    @Test
    void keeps_nothing_of_an_installation_that_failed(@TempDir Path root) {
        CacheFolder cache = new CacheFolder(root);

        assertThatThrownBy(() -> cache.install("server-1.0", CacheFolderTest::breakOff))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContainingAll("\"server-1.0\" can't be installed", "disk full");

        Path installed = cache.install("server-1.0", folder -> Files.writeString(folder.resolve("whole"), ""));
        assertThat(installed).isDirectoryContaining("glob:**/whole").isDirectoryNotContaining("glob:**/half");
    }

    private static void breakOff(Path folder) throws IOException {
        Files.writeString(folder.resolve("half"), "");
        throw new IOException("disk full");
    }
}
