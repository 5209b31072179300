package dev.aludel.sql;

import dev.aludel.operation.MigrationCode;

/** Java that runs on the migration's connection. */
public record CodeCall(String summary, MigrationCode code) implements Action {}
