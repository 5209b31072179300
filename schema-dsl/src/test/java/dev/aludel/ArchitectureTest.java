package dev.aludel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that the layout keeps; each is shown to fail on a planted violation. */
class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.aludel");

    private static final JavaClasses JDK_AND_GUAVA =
            new ClassFileImporter().importPackages("com.google.common.graph", "com.google.common.collect");

    @Test
    void the_core_is_there_to_be_checked() {
        assertThat(CORE.stream().map(JavaClass::getSimpleName)).contains("Migrator", "Planner", "Executor", "Compiler");
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("dev.aludel.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void dependencies_point_one_way() {
        layers().check(CORE);
    }

    @Test
    void the_core_names_no_driver() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.postgresql..", "com.mysql..", "org.sqlite..")
                .check(CORE);
    }

    @Test
    void exported_signatures_use_the_jdk_and_our_own_types_only() {
        signatures().check(CORE);
    }

    @Test
    void no_class_is_a_catch_all() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(CORE);
    }

    @Test
    void only_operations_and_drivers_of_plans_touch_jdbc() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.aludel.model..", "dev.aludel.revision..", "dev.aludel.dsl..", "dev.aludel.history..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(CORE);
    }

    @Test
    void a_foreign_type_in_a_signature_would_be_found() {
        assertThatThrownBy(() -> signatures().check(JDK_AND_GUAVA)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_layer_that_looks_up_would_be_found() {
        ArchRule upsideDown = noClasses()
                .that()
                .resideInAPackage("dev.aludel.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.aludel.model..");
        assertThatThrownBy(() -> upsideDown.check(CORE)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule layers() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.aludel..")
                .layer("error")
                .definedBy("dev.aludel.error..")
                .layer("model")
                .definedBy("dev.aludel.model..")
                .layer("revision")
                .definedBy("dev.aludel.revision..")
                .layer("operation")
                .definedBy("dev.aludel.operation..")
                .layer("fingerprint")
                .definedBy("dev.aludel.fingerprint..")
                .layer("sql")
                .definedBy("dev.aludel.sql..")
                .layer("log")
                .definedBy("dev.aludel.log..")
                .layer("dialect")
                .definedBy("dev.aludel.dialect..")
                .layer("dsl")
                .definedBy("dev.aludel.dsl..")
                .layer("history")
                .definedBy("dev.aludel.history..")
                .layer("source")
                .definedBy("dev.aludel.source..")
                .layer("plan")
                .definedBy("dev.aludel.plan..")
                .layer("lock")
                .definedBy("dev.aludel.lock..")
                .layer("execute")
                .definedBy("dev.aludel.execute..")
                .layer("offline")
                .definedBy("dev.aludel.offline..")
                .layer("check")
                .definedBy("dev.aludel.check..")
                .layer("migrator")
                .definedBy("dev.aludel")
                .whereLayer("model")
                .mayOnlyAccessLayers("error")
                .whereLayer("revision")
                .mayOnlyAccessLayers("error")
                .whereLayer("operation")
                .mayOnlyAccessLayers("model", "error")
                .whereLayer("fingerprint")
                .mayOnlyAccessLayers("operation", "model", "error")
                .whereLayer("sql")
                .mayOnlyAccessLayers("operation", "model", "error")
                .whereLayer("dialect")
                .mayOnlyAccessLayers("sql", "operation", "model", "error")
                .whereLayer("dsl")
                .mayOnlyAccessLayers("operation", "model", "error")
                .whereLayer("history")
                .mayOnlyAccessLayers("dsl", "revision", "model", "error")
                .whereLayer("log")
                .mayOnlyAccessLayers("dialect", "revision", "sql", "operation", "model", "error")
                .whereLayer("source")
                .mayOnlyAccessLayers("history", "revision", "error")
                .whereLayer("source")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("execute", "offline", "check", "migrator")
                .whereLayer("lock")
                .mayOnlyAccessLayers("dialect", "sql", "model", "error")
                .whereLayer("execute")
                .mayOnlyBeAccessedByLayers("migrator")
                .whereLayer("offline")
                .mayOnlyBeAccessedByLayers("check")
                .whereLayer("check")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("migrator")
                .mayNotBeAccessedByAnyLayer();
    }

    private static ArchRule signatures() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .doNotHaveModifier(JavaModifier.PRIVATE)
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(new ArchCondition<>("use only types of the JDK and of dev.aludel") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                                .filter(type -> !isOurs(type))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " uses " + type.getName())));
                    }
                });
    }

    private static boolean isOurs(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isPrimitive()
                || element.getPackageName().startsWith("java.")
                || element.getPackageName().startsWith("javax.sql")
                || element.getPackageName().startsWith("dev.aludel");
    }
}
