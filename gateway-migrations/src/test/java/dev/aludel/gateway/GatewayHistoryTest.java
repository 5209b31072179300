package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.aludel.history.Histories;
import dev.aludel.history.History;
import dev.aludel.history.Revision;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatewayHistoryTest {

    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void lists_every_class_that_is_a_revision() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.aludel.gateway");

        List<String> revisions = classes.stream()
                .filter(type -> type.isAssignableTo(Revision.class))
                .map(JavaClass::getName)
                .toList();

        assertThat(listed()).containsExactlyInAnyOrderElementsOf(revisions);
    }

    @Test
    void names_the_revisions_as_the_databases_in_use_know_them() {
        assertThat(new GatewayHistory().revisions())
                .extracting(revision ->
                        revision.header().id() + " " + revision.header().revises())
                .containsExactly(
                        "d5b3f8f2e9a0 []",
                        "b1c2d3e4f5g6 [d5b3f8f2e9a0]",
                        "f6e7d8c9b0a1 [b1c2d3e4f5g6]",
                        "079e06e9b448 [f6e7d8c9b0a1]",
                        "20250930_token_usage [079e06e9b448]");
    }

    @Test
    void is_the_history_that_is_found_on_the_class_path() {
        assertThat(Histories.only()).isInstanceOf(GatewayHistory.class);
    }

    @Test
    void is_declared_alike_for_class_path_and_module_path() throws IOException {
        String onClassPath = Files.readString(
                CLASSES.resolve("META-INF/services/" + History.class.getName()), StandardCharsets.UTF_8);

        assertThat(providedByModule()).isEqualTo(onClassPath.strip()).isEqualTo(GatewayHistory.class.getName());
    }

    private static List<String> listed() {
        return new GatewayHistory()
                .revisions().stream()
                        .map(revision -> revision.getClass().getName())
                        .toList();
    }

    private static String providedByModule() throws IOException {
        try (InputStream module = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            return ModuleDescriptor.read(module).provides().stream()
                    .flatMap(provided -> provided.providers().stream())
                    .collect(Collectors.joining("\n"));
        }
    }
}
