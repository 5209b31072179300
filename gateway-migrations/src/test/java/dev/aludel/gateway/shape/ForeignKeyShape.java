package dev.aludel.gateway.shape;

import java.util.List;

/** A foreign key, without its name. */
public record ForeignKeyShape(
        List<String> columns,
        String referencedTable,
        List<String> referencedColumns,
        String onDelete,
        String onUpdate) {}
