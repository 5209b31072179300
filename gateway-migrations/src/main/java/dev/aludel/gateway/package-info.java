/**
 * The schema of a chat gateway: sessions, their messages, the tasks that run in them and the feedback on those.
 *
 * <p>Times are milliseconds since 1970-01-01T00:00:00Z from {@link dev.aludel.gateway.ConvertTimestampsToEpoch} on.
 */
@NullMarked
package dev.aludel.gateway;

import org.jspecify.annotations.NullMarked;
