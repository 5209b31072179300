package dev.aludel.plan;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.CompiledRevision;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.error.MigrationException;
import dev.aludel.fingerprint.OperationsHash;
import dev.aludel.history.RevisionCatalog;
import dev.aludel.operation.DialectBranch;
import dev.aludel.operation.Operation;
import dev.aludel.revision.Direction;
import dev.aludel.revision.Move;
import dev.aludel.revision.Route;
import dev.aludel.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes plans for one dialect and server. */
public final class Planner {

    private final RevisionCatalog catalog;
    private final Dialect dialect;
    private final CompileContext context;
    private final VersionTable versionTable;
    private final LiveTables live;

    /** A planner for the server of {@code context}; {@code live} answers for tables that no revision created. */
    public Planner(
            RevisionCatalog catalog,
            Dialect dialect,
            CompileContext context,
            VersionTable versionTable,
            LiveTables live) {
        this.catalog = catalog;
        this.dialect = dialect;
        this.context = context;
        this.versionTable = versionTable;
        this.live = live;
    }

    /**
     * The plan that takes a database along {@code route}.
     *
     * @param found which tables of the bookkeeping are there; the first revision creates the others
     * @throws UnsupportedOperationOnDialect when the database can't do what some operations ask for; it lists all of them
     * @throws PlanningException when a revision makes no sense where it stands, or can't be taken back
     */
    public Plan plan(Route route, Bookkeeping found) {
        if (route.moves().isEmpty()) {
            return new Plan(dialect, context.version(), versionTable, List.of(), route.notes());
        }
        Draft draft = new Draft(schemaBefore(route.moves().get(0)), found);
        route.moves().forEach(draft::add);
        return draft.finish(route.notes());
    }

    /** The statements that create what is missing of the bookkeeping: what the first revision of a plan begins with. */
    public List<Statement> preparation(Bookkeeping found) {
        return found.preparation(dialect.syntax(), versionTable);
    }

    /** A stamp changes no schema, and may start from rows that the history lacks. */
    private SchemaFold schemaBefore(Move first) {
        boolean isStamp = first.direction() == Direction.STAMP;
        return new SchemaFold(catalog, isStamp ? Set.of() : first.rowsBefore(), dialect.id(context.version()));
    }

    /** A plan in the making, and the schema at the point that it has reached. */
    private final class Draft {

        private final List<PlannedRevision> revisions = new ArrayList<>();
        private final List<String> unsupported = new ArrayList<>();
        private final VersionTableSql versionTableSql = new VersionTableSql(dialect.syntax(), versionTable);
        private final SchemaFold start;
        private final GrowingSchema schema;
        private Bookkeeping found;

        Draft(SchemaFold start, Bookkeeping found) {
            this.start = start;
            this.schema = new GrowingSchema(start.after());
            this.found = found;
        }

        void add(Move move) {
            RecordedRevision revision = new RecordedRevision(catalog, move.revision());
            List<Operation> operations = operations(revision, move);
            List<Step> steps = steps(revision, DialectBranch.resolve(operations, dialect.id(context.version())));
            List<Statement> preparation = found.preparation(dialect.syntax(), versionTable);
            found = Bookkeeping.complete();
            compile(revision, steps)
                    .ifPresent(compiled -> revisions.add(new PlannedRevision(
                            catalog.graph().header(move.revision()),
                            move,
                            preparation,
                            hash(move, operations),
                            compiled,
                            versionTableSql.move(move))));
        }

        Plan finish(List<String> notes) {
            if (!unsupported.isEmpty()) {
                throw new UnsupportedOperationOnDialect(dialect, context.version(), unsupported);
            }
            return new Plan(dialect, context.version(), versionTable, revisions, notes);
        }

        private static Optional<String> hash(Move move, List<Operation> operations) {
            return move.direction() == Direction.STAMP
                    ? Optional.empty()
                    : Optional.of(OperationsHash.of(operations).toString());
        }

        /** As they were written, for all dialects: what is hashed. */
        private List<Operation> operations(RecordedRevision revision, Move move) {
            if (move.direction() == Direction.UPGRADE) {
                return revision.upgrade();
            }
            if (move.direction() == Direction.DOWNGRADE) {
                return revision.downgrade(start.before(move.revision()), dialect.id(context.version()));
            }
            return List.of();
        }

        private List<Step> steps(RecordedRevision revision, List<Operation> operations) {
            return new StepDraft(revision, context, live).steps(operations, schema);
        }

        private Optional<CompiledRevision> compile(RecordedRevision revision, List<Step> steps) {
            try {
                return Optional.of(compiler().compile(steps));
            } catch (UnsupportedOnDialectException refusal) {
                unsupported.addAll(refusals(revision, steps, refusal));
                return Optional.empty();
            } catch (MigrationException failure) {
                throw new PlanningException(
                        "%s cannot be planned for %s: %s. Nothing was executed"
                                .formatted(revision, context.version(), failure.getMessage()),
                        failure);
            }
        }

        /** Steps are compiled together; one by one they show which of them were refused. */
        private List<String> refusals(
                RecordedRevision revision, List<Step> steps, UnsupportedOnDialectException together) {
            List<String> refused = new ArrayList<>();
            for (int index = 0; index < steps.size(); index++) {
                Step step = steps.get(index);
                try {
                    compiler().compile(List.of(step));
                } catch (UnsupportedOnDialectException refusal) {
                    refused.add(revision.problem(index + 1, step.operation(), refusal));
                }
            }
            return refused.isEmpty() ? List.of("%s: %s".formatted(revision, together.getMessage())) : refused;
        }

        private Compiler compiler() {
            return dialect.compiler(context);
        }
    }
}
