package dev.aludel.dialect.sqlite;

/**
 * A converted column whose values are counted before and after.
 *
 * @param name its working name, which is also its old one
 * @param isFilled whether rows without a value got one
 */
record CarriedColumn(String name, boolean isFilled) {}
