package dev.aludel.benchmarks.peers.workload;

import dev.aludel.benchmarks.peers.database.Address;
import dev.aludel.benchmarks.peers.database.Product;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.TestDatabase;
import dev.aludel.testing.TestDatabases;

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
}
