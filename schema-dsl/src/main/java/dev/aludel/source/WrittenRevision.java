package dev.aludel.source;

import dev.aludel.revision.Header;
import java.nio.file.Path;

/**
 * A revision whose source was written; it takes part once the history lists it.
 *
 * @param file the source, beneath the folder that was given
 * @param className the full name of its class
 * @param historyClass the full name of the class whose list it must be added to
 * @param listEntry what to add to that list: {@code new AddTasks()}
 */
public record WrittenRevision(Header header, Path file, String className, String historyClass, String listEntry) {}
