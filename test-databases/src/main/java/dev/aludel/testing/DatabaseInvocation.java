package dev.aludel.testing;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test on one product. */
record DatabaseInvocation(DatabaseKind kind) implements TestTemplateInvocationContext, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(DatabaseInvocation.class);

    @Override
    public String getDisplayName(int invocationIndex) {
        return kind.id();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class
                && parameter.getDeclaringExecutable() instanceof Method;
    }

    /** JUnit's store closes the database, which drops it, when the test and its {@code @AfterEach} methods are done. */
    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(position(parameter), position -> TestDatabases.create(kind), TestDatabase.class);
    }

    /** How many parameters before this one are databases too. */
    private static long position(ParameterContext parameter) {
        return List.of(parameter.getDeclaringExecutable().getParameterTypes()).subList(0, parameter.getIndex()).stream()
                .filter(type -> type == TestDatabase.class)
                .count();
    }
}
