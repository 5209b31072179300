package dev.aludel.benchmarks.peers.database;

import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.io.IOException;
import java.sql.SQLException;

/** Fresh databases on the servers that tests run on. */
public final class Databases {

    private Databases() {}

    public static TestDatabase create(Product product) {
        return TestDatabases.create(DatabaseKind.valueOf(product.name()));
    }

    public static Address address(TestDatabase database) {
        Product product = Product.valueOf(database.kind().name());
        return new Address(product, database.url(), database.user(), database.password());
    }

    /** Another database with the same rows, by the files that hold them. */
    public static TestDatabase copy(TestDatabase original) throws SQLException, IOException {
        Address from = address(original);
        if (from.product() != Product.MYSQL) {
            return original.copy();
        }
        TestDatabase copy = create(from.product());
        MySqlCopy.copy(from, address(copy));
        return copy;
    }
}
