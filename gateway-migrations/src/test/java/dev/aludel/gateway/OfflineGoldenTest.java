package dev.aludel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.testing.DatabaseKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scripts as files, to be reviewed like code: one a revision and direction, and one for the whole way. Run with
 * {@code -Dgolden.update=true} to write them anew.
 */
class OfflineGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final Pattern CREATION_OF_THE_LOG =
            Pattern.compile("CREATE TABLE IF NOT EXISTS alembic_version_log \\(.*?\n\\);\n", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource(names = "MARIADB", mode = EnumSource.Mode.EXCLUDE)
    void every_script_is_the_one_that_was_reviewed(DatabaseKind kind) throws IOException {
        for (OfflineScript script : all().filter(OfflineScript::isSingleOrWhole).toList()) {
            Path file = GOLDEN.resolve(kind.id()).resolve(fileName(script));
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, script.sql(kind));
            }
            assertThat(script.sql(kind)).as(file.toString()).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void mariadb_takes_the_scripts_of_mysql() {
        all().forEach(script -> assertThat(script.sql(DatabaseKind.MARIADB))
                .isEqualTo(script.sql(DatabaseKind.MYSQL).replaceFirst("for MySQL [0-9.]+", "for MariaDB 10.11")));
    }

    /** Downwards the order in which a table's indexes are listed depends on the way there; those scripts are run instead. */
    @ParameterizedTest
    @EnumSource
    void an_upgrade_over_a_range_is_its_revisions_one_after_another(DatabaseKind kind) {
        for (OfflineScript range : OfflineScript.upwards()) {
            assertThat(revisions(range.sql(kind)))
                    .as("%s", range)
                    .isEqualTo(singles(range).stream()
                            .flatMap(single -> revisions(single.sql(kind)).stream())
                            .toList());
        }
    }

    private static Stream<OfflineScript> all() {
        return Stream.concat(OfflineScript.upwards().stream(), OfflineScript.downwards().stream());
    }

    private static String fileName(OfflineScript script) {
        return "%s-%s-to-%s.sql".formatted(script.isUpgrade() ? "upgrade" : "downgrade", script.from(), script.to());
    }

    /** The single revisions of a range, in its order. */
    private static List<OfflineScript> singles(OfflineScript range) {
        List<String> places = Gateway.PLACES;
        return IntStream.range(places.indexOf(range.from()), places.indexOf(range.to()))
                .mapToObj(place -> new OfflineScript(places.get(place), places.get(place + 1)))
                .toList();
    }

    /** The parts of a script that belong to one revision each; the first one of any script makes sure of the log. */
    private static List<String> revisions(String script) {
        return Stream.of(CREATION_OF_THE_LOG.matcher(script).replaceAll("").split("\n(?=-- (?:upgrade|downgrade) )"))
                .skip(1)
                .map(String::strip)
                .toList();
    }
}
