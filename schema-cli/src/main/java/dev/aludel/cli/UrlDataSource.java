package dev.aludel.cli;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Opens a new connection each time, through the driver that accepts the URL. */
final class UrlDataSource implements DataSource {

    private final JdbcUrl url;
    private final Properties credentials;

    UrlDataSource(JdbcUrl url, Properties credentials) {
        this.url = url;
        this.credentials = credentials;
    }

    /**
     * Opens a connection.
     *
     * @throws ConnectionException when that fails; its message holds no password
     */
    @Override
    public Connection getConnection() {
        Driver driver = driver();
        try {
            Connection connection = driver.connect(url.text(), credentials);
            if (connection != null) {
                return CancellingConnection.of(connection);
            }
        } catch (SQLException failure) {
            throw ConnectionException.to(url, failure);
        }
        throw new ConnectionException("the driver refuses the URL %s".formatted(url));
    }

    /** DriverManager's own connect repeats the URL in its message, password and all. */
    private Driver driver() {
        try {
            return DriverManager.getDriver(url.text());
        } catch (SQLException unknown) {
            throw new ConnectionException(
                    "no JDBC driver takes the URL %s: check its spelling, or add the driver's jar to the class path"
                            .formatted(url),
                    unknown);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("user and password are given when this data source is made");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException("this data source writes no log");
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        throw new SQLFeatureNotSupportedException("this data source writes no log");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("a login timeout is set in the URL, in the driver's own way");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("this data source writes no log");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("this data source wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
