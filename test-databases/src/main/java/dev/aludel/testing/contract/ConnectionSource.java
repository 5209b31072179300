package dev.aludel.testing.contract;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;

/** Where connections come from, as a data source that can nothing else. */
@FunctionalInterface
public interface ConnectionSource {

    /** Opens a connection. */
    Connection open() throws SQLException;

    /** A data source that calls {@link #open}. */
    default DataSource asDataSource() {
        return (DataSource) Proxy.newProxyInstance(
                ConnectionSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return open();
                    }
                    throw new SQLFeatureNotSupportedException(method.getName());
                });
    }
}
