package dev.aludel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonShapesTest {

    @Test
    void heads_have_the_documented_shape() {
        CommandRun run = CommandRun.of("heads", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(JsonShape.of("heads").departures(run.out())).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        """
                        {
                          "heads": [
                            {
                              "id": "2222bbbb",
                              "message": "add price",
                              "revises": [
                                "1111aaaa"
                              ],
                              "dependsOn": [],
                              "labels": [],
                              "children": [],
                              "head": true,
                              "declaredBy": "dev.aludel.cli.ShopHistory$AddPrice"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void a_shape_refuses_what_it_does_not_document() {
        assertThat(JsonShape.of("heads").departures("{\"heads\": [{\"id\": 7}], \"more\": 1}"))
                .isNotEmpty();
        assertThat(JsonShape.of("heads").departures("{}")).isNotEmpty();
    }
}
