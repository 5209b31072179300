package dev.aludel.gateway;

import dev.aludel.dialect.Dialects;
import dev.aludel.offline.Script;
import dev.aludel.testing.DatabaseKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the history, to be rendered as SQL.
 *
 * @param from where a database stands before it
 * @param to where it stands after it; further than {@code from} for an upgrade, nearer to base for a downgrade
 */
record OfflineScript(String from, String to) {

    /** Each single revision and each longer range of them, upwards. */
    static List<OfflineScript> upwards() {
        List<OfflineScript> ranges = new ArrayList<>();
        List<String> places = Gateway.PLACES;
        for (int from = 0; from < places.size(); from++) {
            for (int to = from + 1; to < places.size(); to++) {
                ranges.add(new OfflineScript(places.get(from), places.get(to)));
            }
        }
        return ranges;
    }

    /** Each range of {@link #upwards}, the other way. */
    static List<OfflineScript> downwards() {
        return upwards().stream()
                .map(range -> new OfflineScript(range.to(), range.from()))
                .toList();
    }

    /** The script for the servers of {@code kind}. */
    String sql(DatabaseKind kind) {
        Script.Builder script = Script.of(new GatewayHistory(), Dialects.named(kind.dialectId()));
        Script.Builder versioned = kind == DatabaseKind.MARIADB ? script.version("10.11-MariaDB") : script;
        return isUpgrade()
                ? versioned.upgrade(range()).toString()
                : versioned.downgrade(range()).toString();
    }

    /** Whether it covers one revision, or all of them. */
    boolean isSingleOrWhole() {
        return length() == 1 || length() == Gateway.REVISIONS.size();
    }

    /** How many revisions it covers. */
    int length() {
        return Math.abs(Gateway.PLACES.indexOf(from) - Gateway.PLACES.indexOf(to));
    }

    boolean isUpgrade() {
        return Gateway.PLACES.indexOf(from) < Gateway.PLACES.indexOf(to);
    }

    private String range() {
        return from + ":" + to;
    }
}
