package dev.aludel.gateway.shape;

import java.util.Map;
import java.util.TreeMap;

/** The tables of a schema by name, without the one that keeps the versions. */
public record SchemaShape(Map<String, TableShape> tables) {

    public SchemaShape {
        tables = new TreeMap<>(tables);
    }
}
