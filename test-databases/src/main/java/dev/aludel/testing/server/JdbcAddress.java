package dev.aludel.testing.server;

import dev.aludel.testing.provision.ProvisionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a JDBC URL of one server, {@code jdbc:scheme://host:port/database?parameters}.
 *
 * @param scheme such as "postgresql"
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port as in the URL: always given
 * @param database as in the URL
 * @param parameters with the leading question mark, or empty
 */
record JdbcAddress(String scheme, String host, int port, String database, String parameters) {
    private static final Pattern SHAPE = Pattern.compile(
            "jdbc:(?<scheme>\\w+)://(?<host>\\[[^]]+\\]|[^:/]+):(?<port>\\d+)/(?<database>[^?]*)(?<parameters>.*)");

    /** @throws ProvisionException if the URL has another shape, with a port left out for instance */
    static JdbcAddress parse(String url) {
        Matcher matcher = SHAPE.matcher(url);
        if (!matcher.matches()) {
            throw new ProvisionException(
                    "\"" + url + "\" is not a URL of the shape \"jdbc:product://host:port/database\".");
        }
        return new JdbcAddress(
                matcher.group("scheme"),
                matcher.group("host"),
                Integer.parseInt(matcher.group("port")),
                matcher.group("database"),
                matcher.group("parameters"));
    }

    JdbcAddress withDatabase(String other) {
        return new JdbcAddress(scheme, host, port, other, parameters);
    }

    String url() {
        return "jdbc:" + scheme + "://" + host + ":" + port + "/" + database + parameters;
    }

    /** The host as command line clients take it: an IPv6 address without its brackets. */
    String plainHost() {
        return host.replaceAll("[\\[\\]]", "");
    }
}
