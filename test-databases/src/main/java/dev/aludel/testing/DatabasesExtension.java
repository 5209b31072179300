package dev.aludel.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a {@link DatabaseTest} once per database product. The annotation registers it by itself. */
public final class DatabasesExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), DatabaseTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        DatabaseTest test = AnnotationSupport.findAnnotation(context.getTestMethod(), DatabaseTest.class)
                .orElseThrow();
        return Stream.of(test.value())
                .filter(TestDatabases.enabledKinds()::contains)
                .map(DatabaseInvocation::new);
    }

    /** Only where a developer has narrowed the products by {@code ALUDEL_DATABASES} may a test have none left. */
    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return TestDatabases.enabledKinds().size() < DatabaseKind.values().length;
    }
}
