package dev.aludel.gateway.reliability;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What opens connections, or hands out one that is open already. */
@FunctionalInterface
interface Connections {

    Connection next() throws SQLException;

    /** A data source that knows this and nothing else. */
    static DataSource by(Connections connections) {
        return (DataSource) Proxy.newProxyInstance(
                Connections.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && arguments == null) {
                        return connections.next();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
