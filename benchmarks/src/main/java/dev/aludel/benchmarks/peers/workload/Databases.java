package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;
import java.io.IOException;
import java.sql.SQLException;

/** Fresh databases on the servers that tests run on. */
final class Databases {

    private Databases() {}

    static TestDatabase create(Product product) {
        return TestDatabases.create(DatabaseKind.valueOf(product.name()));
    }

    static Address address(TestDatabase database) {
        Product product = Product.valueOf(database.kind().name());
        return new Address(product, database.url(), database.user(), database.password());
    }

    /** Another database with the same rows, by the files that hold them. */
    static TestDatabase copy(TestDatabase original) throws SQLException, IOException {
        Address from = address(original);
        if (from.product() != Product.MYSQL) {
            return original.copy();
        }
        TestDatabase copy = create(from.product());
        MySqlCopy.copy(from, address(copy));
        return copy;
    }
}
