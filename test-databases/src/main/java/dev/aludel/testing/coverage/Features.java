package dev.aludel.testing.coverage;

import dev.aludel.dsl.Schema;
import dev.aludel.dsl.TableAlteration;
import dev.aludel.testing.DatabaseKind;
import dev.aludel.testing.contract.Shop;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All that the DSL can say, section by section. */
public final class Features {

    private Features() {}

    /** Every feature, in the order of the documentation. */
    public static List<Feature> all() {
        return Stream.of(
                        TypeFeatures.all(),
                        NumberingFeatures.all(),
                        DefaultFeatures.all(),
                        GeneratedFeatures.all(),
                        ColumnChangeFeatures.all(),
                        TableFeatures.all(),
                        FillFeatures.all(),
                        CommentFeatures.all(),
                        ConstraintFeatures.all(),
                        ForeignKeyFeatures.all(),
                        IndexFeatures.all(),
                        EnumFeatures.all(),
                        DataFeatures.all(),
                        QueryFeatures.all(),
                        ViewFeatures.all(),
                        TriggerFeatures.all())
                .flatMap(List::stream)
                .toList();
    }

    /** A feature that every database has, tried on a small shop with customers and orders. */
    static Feature feature(String section, String name, Consumer<Schema> change) {
        Map<DatabaseKind, Support> support = new EnumMap<>(DatabaseKind.class);
        for (DatabaseKind kind : DatabaseKind.values()) {
            support.put(kind, Support.NATIVE);
        }
        return new Feature(section, name, Shop::create, Shop.ROWS, change, support, Optional.empty());
    }

    /** A feature that is a change of the table of orders. */
    static Feature ofOrders(String section, String name, Consumer<TableAlteration> changes) {
        return feature(section, name, schema -> schema.alterTable("orders", changes));
    }
}
