package dev.aludel.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A question to the catalog. */
final class Query {

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final String sql;
    private final List<Object> parameters;

    private Query(String sql, List<Object> parameters) {
        this.sql = sql;
        this.parameters = parameters;
    }

    /** {@code sql} with a parameter for each {@code ?}; an empty Optional stands for NULL. */
    static Query of(String sql, Object... parameters) {
        return new Query(sql, List.of(parameters));
    }

    <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        }
    }

    <T> Optional<T> first(Connection connection, RowReader<T> reader) throws SQLException {
        return list(connection, reader).stream().findFirst();
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int position = 1;
        for (Object parameter : parameters) {
            if (parameter instanceof Optional<?> optional) {
                statement.setString(position, optional.map(Object::toString).orElse(null));
            } else {
                statement.setObject(position, parameter);
            }
            position++;
        }
    }
}
