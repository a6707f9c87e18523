package io.mlconnector.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.mlconnector.architecture.Module.BENCHMARKS;
import static io.mlconnector.architecture.Module.CLEO;
import static io.mlconnector.architecture.Module.CONSOLE;
import static io.mlconnector.architecture.Module.DOMAIN;
import static io.mlconnector.architecture.Module.DYNAMICS;
import static io.mlconnector.architecture.Module.ENGINE;
import static io.mlconnector.architecture.Module.HTTP;
import static io.mlconnector.architecture.Module.JSON;
import static io.mlconnector.architecture.Module.PORTS;
import static io.mlconnector.architecture.Module.PORTS_TESTING;
import static io.mlconnector.architecture.Module.POSTGRES;
import static io.mlconnector.architecture.Module.RUNTIME;
import static io.mlconnector.architecture.Module.TWIN;
import static io.mlconnector.architecture.Module.VERIFICATION;
import static io.mlconnector.architecture.Module.X12;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house. Each is a function of the root package, so that it can be proven on planted violations. */
final class HouseRules {

    private static final List<Module> PROGRAM = List.of(
            DOMAIN,
            PORTS,
            PORTS_TESTING,
            X12,
            JSON,
            HTTP,
            POSTGRES,
            DYNAMICS,
            CLEO,
            ENGINE,
            CONSOLE,
            RUNTIME,
            TWIN,
            VERIFICATION);

    /** More than this, and nobody sees at a glance what a package is about. */
    private static final int MOST_CLASSES_IN_A_PACKAGE = 15;

    private HouseRules() {}

    static Stream<HouseRule> all() {
        return Stream.concat(layers(), CodeRules.all());
    }

    private static Stream<HouseRule> layers() {
        return Stream.of(
                new HouseRule(
                        "domain knows value types of the JDK and itself",
                        List.of(DOMAIN),
                        HouseRules::domainIsPlain,
                        Set.of("DomainWithFuture", "DomainWithJackson", "DomainWithRandom", "DomainWithVertx")),
                new HouseRule(
                        "ports know domain and the JDK",
                        List.of(PORTS),
                        HouseRules::portsArePlain,
                        Set.of("PortWithVertx", "PortWithAdapter", "PortWithJackson")),
                new HouseRule(
                        "ports-testing sees domain, ports, JUnit and AssertJ",
                        List.of(PORTS_TESTING),
                        HouseRules::portsTestingIsPlain,
                        Set.of("TestingWithVertx")),
                new HouseRule(
                        "the engine sees domain, ports and Vert.x core: no adapter, SQL, HTTP or configuration",
                        List.of(ENGINE),
                        HouseRules::engineKnowsNoAdapter,
                        Set.of("EngineWithAdapter", "EngineWithSql", "EngineWithRuntime")),
                new HouseRule(
                        "the console sees domain, ports, engine and x12: no other adapter, SQL or configuration",
                        List.of(CONSOLE),
                        HouseRules::consoleKnowsNoAdapter,
                        Set.of("ConsoleWithAdapter", "ConsoleWithRuntime")),
                new HouseRule(
                        "SQL stands in adapters-postgres only",
                        PROGRAM,
                        HouseRules::sqlInOnePlace,
                        Set.of("EngineWithSql", "RuntimeWithSql")),
                new HouseRule(
                        "the daemon does not see what judges it",
                        List.of(RUNTIME),
                        HouseRules::daemonEndsBeforeItsJudge,
                        Set.of("RuntimeWithVerification")),
                new HouseRule(
                        "no package of a module depends on itself by way of another",
                        PROGRAM,
                        HouseRules::noCircles,
                        Set.of("CircleHere")),
                new HouseRule(
                        "an adapter sees domain, ports and itself",
                        List.of(X12, JSON, HTTP, POSTGRES, DYNAMICS, CLEO),
                        HouseRules::adaptersStandAlone,
                        Set.of("CleoWithDynamics", "X12WithRuntime", "DynamicsWithTwin")),
                new HouseRule(
                        "the twin sees nothing of ours",
                        List.of(TWIN),
                        HouseRules::twinStandsAlone,
                        Set.of("TwinWithDomain")),
                new HouseRule(
                        "whatever is not the core is seen by the composition only",
                        PROGRAM,
                        HouseRules::onlyTheRuntimeSeesAll,
                        Set.of(
                                "X12WithRuntime",
                                "PortWithAdapter",
                                "CleoWithDynamics",
                                "DynamicsWithTwin",
                                "EngineWithRuntime",
                                "ConsoleWithAdapter",
                                "ConsoleWithRuntime")),
                new HouseRule(
                        "Vert.x is unknown to domain, ports, x12 and json",
                        List.of(DOMAIN, PORTS, X12, JSON),
                        HouseRules::vertxStaysOutside,
                        Set.of("DomainWithVertx", "PortWithVertx", "TestingWithVertx")),
                new HouseRule(
                        "Jackson is unknown to domain, ports, x12 and engine",
                        List.of(DOMAIN, PORTS, X12, ENGINE),
                        HouseRules::jacksonStaysOutside,
                        Set.of("DomainWithJackson", "PortWithJackson")),
                new HouseRule(
                        "internal packages are used within their module only",
                        PROGRAM,
                        HouseRules::internalsStayInside,
                        Set.of("RuntimeWithInternals")),
                new HouseRule(
                        "no package is called util, helper, manager or impl",
                        PROGRAM,
                        HouseRules::packagesHaveMeaning,
                        Set.of("Anything")),
                new HouseRule(
                        "a package has at most 15 classes", PROGRAM, HouseRules::packagesAreSmall, Set.of("Crowd01")));
    }

    /** A digest is a function like any other; nothing else of java.security is one. */
    private static ArchRule domainIsPlain(String root) {
        return classes()
                .that()
                .resideInAPackage(DOMAIN.below(root))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                DOMAIN.below(root),
                                "java.lang",
                                "java.util",
                                "java.util.function",
                                "java.util.regex",
                                "java.util.stream",
                                "java.time..",
                                "java.math")
                        .or(belongToAnyOf(MessageDigest.class, NoSuchAlgorithmException.class, StandardCharsets.class)))
                .andShould()
                .onlyDependOnClassesThat()
                .doNotHaveFullyQualifiedName("java.util.Random");
    }

    private static ArchRule portsArePlain(String root) {
        return classes()
                .that()
                .resideInAPackage(PORTS.below(root))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DOMAIN.below(root), PORTS.below(root), "java..", "javax..");
    }

    private static ArchRule portsTestingIsPlain(String root) {
        return classes()
                .that()
                .resideInAPackage(PORTS_TESTING.below(root))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        DOMAIN.below(root),
                        PORTS.below(root),
                        PORTS_TESTING.below(root),
                        "java..",
                        "org.junit.jupiter..",
                        "org.assertj..");
    }

    private static ArchRule engineKnowsNoAdapter(String root) {
        return classes()
                .that()
                .resideInAPackage(ENGINE.below(root))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        DOMAIN.below(root),
                        PORTS.below(root),
                        ENGINE.below(root),
                        "java.lang..",
                        "java.io",
                        "java.math",
                        "java.nio.charset",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "com.github.difflib..",
                        "io.vertx.core");
    }

    private static ArchRule consoleKnowsNoAdapter(String root) {
        return noClasses()
                .that()
                .resideInAPackage(CONSOLE.below(root))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Module.below(root, Module.allBut(DOMAIN, PORTS, ENGINE, X12, CONSOLE)));
    }

    private static ArchRule sqlInOnePlace(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(Module.below(root, POSTGRES, BENCHMARKS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "io.vertx.sqlclient..", "io.vertx.pgclient..", "org.flywaydb..");
    }

    private static ArchRule daemonEndsBeforeItsJudge(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(Module.below(root, ENGINE, CONSOLE, RUNTIME))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Module.below(root, VERIFICATION, TWIN));
    }

    private static ArchRule noCircles(String root) {
        return CompositeArchRule.of(Arrays.stream(Module.values())
                .map(module -> SlicesRuleDefinition.slices()
                        .assignedFrom(new PackageSlices(module.below(root)))
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true))
                .toList());
    }

    private static ArchRule adaptersStandAlone(String root) {
        return CompositeArchRule.of(Stream.of(X12, JSON, HTTP, POSTGRES, DYNAMICS, CLEO)
                .map(adapter -> adapterStandsAlone(root, adapter))
                .toList());
    }

    private static ArchRule adapterStandsAlone(String root, Module adapter) {
        return noClasses()
                .that()
                .resideInAPackage(adapter.below(root))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Module.below(root, Module.allBut(DOMAIN, PORTS, HTTP, adapter)))
                .allowEmptyShould(true);
    }

    private static ArchRule twinStandsAlone(String root) {
        return noClasses()
                .that()
                .resideInAPackage(TWIN.below(root))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Module.below(root, Module.allBut(TWIN)));
    }

    /** Whatever is not the core is seen by its own module, the runtime and the benchmarks. */
    private static ArchRule onlyTheRuntimeSeesAll(String root) {
        List<ArchRule> rules = Arrays.stream(Module.allBut(DOMAIN, PORTS))
                .map(module -> (ArchRule) noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackages(Module.below(root, module, RUNTIME, VERIFICATION, BENCHMARKS))
                        .and()
                        .resideOutsideOfPackages(module == HTTP ? Module.below(root, DYNAMICS, CLEO) : new String[0])
                        .and()
                        .resideOutsideOfPackages(
                                module == ENGINE || module == X12 ? Module.below(root, CONSOLE) : new String[0])
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(module.below(root)))
                .toList();
        return CompositeArchRule.of(rules);
    }

    private static ArchRule vertxStaysOutside(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(Module.below(
                        root, DYNAMICS, CLEO, HTTP, POSTGRES, ENGINE, CONSOLE, RUNTIME, TWIN, VERIFICATION, BENCHMARKS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..");
    }

    private static ArchRule jacksonStaysOutside(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(Module.below(root, DOMAIN, PORTS, X12))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..");
    }

    private static ArchRule internalsStayInside(String root) {
        List<ArchRule> rules = Arrays.stream(Module.values())
                .map(module -> (ArchRule) noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackage(module.below(root))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(module.internalBelow(root)))
                .toList();
        return CompositeArchRule.of(rules);
    }

    private static ArchRule packagesHaveMeaning(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage("..util..", "..helper..", "..manager..", "..impl..");
    }

    private static ArchRule packagesAreSmall(String root) {
        return classes().that().resideInAPackage(root + "..").should(new PackageSize(MOST_CLASSES_IN_A_PACKAGE));
    }
}
