package dev.aludel.execute;

/**
 * How far a revision had come when an attempt began.
 *
 * @param done how many actions were done
 * @param rows how many rows they had changed
 */
record AttemptStart(int done, long rows) {}
