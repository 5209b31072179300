package dev.aludel.plan;

import dev.aludel.dialect.CompileContext;
import dev.aludel.dialect.Compiler;
import dev.aludel.dialect.Dialect;
import dev.aludel.dialect.Inspector;
import dev.aludel.dialect.MigrationLock;
import dev.aludel.dialect.ScriptSyntax;
import dev.aludel.dialect.ServerVersion;
import dev.aludel.dialect.StatementKind;
import dev.aludel.dialect.Step;
import dev.aludel.dialect.UnsupportedOnDialectException;
import dev.aludel.model.ColumnType;
import dev.aludel.model.DialectId;
import dev.aludel.operation.AlterTable;
import dev.aludel.operation.RenameIndex;
import dev.aludel.sql.Action;
import dev.aludel.sql.Check;
import dev.aludel.sql.IdentifierTooLongException;
import dev.aludel.sql.LockImpact;
import dev.aludel.sql.Sql;
import dev.aludel.sql.Syntax;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

/** Standard SQL as the base compiler writes it, of a database that can neither alter a table nor rename an index. */
public final class StandardDialect implements Dialect {

    public StandardDialect() {}

    private static final DialectId ID = DialectId.of("standard");

    @Override
    public DialectId id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Standard";
    }

    @Override
    public boolean recognizes(DatabaseMetaData database) {
        return false;
    }

    @Override
    public ServerVersion version(DatabaseMetaData database) {
        return offlineVersion();
    }

    @Override
    public ServerVersion version(String text) {
        return ServerVersion.parse(displayName(), text);
    }

    @Override
    public ServerVersion offlineVersion() {
        return new ServerVersion(displayName(), 3, 1, 0);
    }

    @Override
    public ServerVersion oldestSupported(ServerVersion version) {
        return new ServerVersion(displayName(), 3, 0, 0);
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public Syntax syntax() {
        return new StandardSyntax();
    }

    @Override
    public Compiler compiler(CompileContext context) {
        return new StandardCompiler(context);
    }

    @Override
    public ScriptSyntax script() {
        return new StandardScript();
    }

    @Override
    public Inspector inspector() {
        throw new UnsupportedOperationException("no database");
    }

    @Override
    public MigrationLock lock() {
        throw new UnsupportedOperationException("no database");
    }

    @Override
    public boolean isMissingTable(SQLException failure) {
        return false;
    }

    private static final class StandardSyntax extends Syntax {
        @Override
        protected String textLiteral(String text) {
            return "'" + text.replace("'", "''") + "'";
        }

        @Override
        protected boolean isReserved(String lowerCaseWord) {
            return lowerCaseWord.equals("select");
        }

        @Override
        protected void requireFits(String identifier) {
            if (identifier.length() > 30) {
                throw new IdentifierTooLongException(identifier, "Standard", "30 characters");
            }
        }
    }

    private static final class StandardCompiler extends Compiler {

        StandardCompiler(CompileContext context) {
            super(ID, new StandardSyntax(), context);
        }

        @Override
        protected Sql type(ColumnType type) {
            return Sql.raw(type instanceof ColumnType.Simple simple ? simple.name() : "VARCHAR");
        }

        @Override
        protected LockImpact lock(StatementKind kind) {
            return LockImpact.none();
        }

        @Override
        protected Sql offlineRunTimeMillis() {
            return Sql.raw("run_time()");
        }

        @Override
        protected List<Action> alterTable(AlterTable operation, Step step) {
            throw new UnsupportedOnDialectException("it cannot alter a table");
        }

        @Override
        protected List<Action> renameIndex(RenameIndex operation, Step step) {
            throw new UnsupportedOnDialectException("it cannot rename an index");
        }
    }

    private static final class StandardScript implements ScriptSyntax {
        @Override
        public List<String> preamble() {
            return List.of("\\stop_at_first_error");
        }

        @Override
        public List<Sql> declareRunTime() {
            return List.of(Sql.raw("CREATE FUNCTION run_time()"));
        }

        @Override
        public Sql now() {
            return Sql.raw("now()");
        }

        @Override
        public List<Sql> begin() {
            return List.of(Sql.raw("BEGIN"));
        }

        @Override
        public List<Sql> commit() {
            return List.of(Sql.raw("COMMIT"));
        }

        @Override
        public List<Sql> guard(Check check) {
            return List.of(check.query());
        }
    }
}
