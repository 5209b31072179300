package dev.aludel.examples.agentsystem;

import dev.aludel.dsl.Schema;
import dev.aludel.history.Revision;
import dev.aludel.revision.Header;
import dev.aludel.revision.RevisionId;

/** Creates the whole schema: nine enumerations and fifteen tables. */
public final class CreateComprehensiveSchema implements Revision {

    public static final RevisionId ID = RevisionId.of("001_comprehensive_schema");

    @Override
    public Header header() {
        return Header.of(ID).message("create the comprehensive schema");
    }

    @Override
    public void upgrade(Schema schema) {
        Enumerations.ALL.forEach(schema::createEnum);
        CoreTables.create(schema);
        RequestTables.create(schema);
        TrackingTables.create(schema);
        LegacyTables.create(schema);
    }
}
