package io.mlconnector.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.mlconnector.architecture.Module.BENCHMARKS;
import static io.mlconnector.architecture.Module.CLEO;
import static io.mlconnector.architecture.Module.DOMAIN;
import static io.mlconnector.architecture.Module.DYNAMICS;
import static io.mlconnector.architecture.Module.PORTS;
import static io.mlconnector.architecture.Module.RUNTIME;
import static io.mlconnector.architecture.Module.TWIN;
import static io.mlconnector.architecture.Module.X12;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house. Each is a function of the root package, so that it can be proven on planted violations. */
final class HouseRules {

    private static final List<Module> PROGRAM = List.of(DOMAIN, PORTS, X12, DYNAMICS, CLEO, TWIN, RUNTIME);

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
                        "an adapter sees domain, ports and itself",
                        List.of(X12, DYNAMICS, CLEO),
                        HouseRules::adaptersStandAlone,
                        Set.of("CleoWithDynamics", "X12WithRuntime", "DynamicsWithTwin")),
                new HouseRule(
                        "the twin sees nothing of ours",
                        List.of(TWIN),
                        HouseRules::twinStandsAlone,
                        Set.of("TwinWithDomain")),
                new HouseRule(
                        "only runtime and benchmarks see everything",
                        PROGRAM,
                        HouseRules::onlyTheRuntimeSeesAll,
                        Set.of("X12WithRuntime", "PortWithAdapter", "CleoWithDynamics", "DynamicsWithTwin")),
                new HouseRule(
                        "Vert.x stays in the adapters over HTTP, the runtime and the twin",
                        List.of(DOMAIN, PORTS, X12),
                        HouseRules::vertxStaysOutside,
                        Set.of("DomainWithVertx", "PortWithVertx")),
                new HouseRule(
                        "Jackson is unknown to domain, ports and x12",
                        List.of(DOMAIN, PORTS, X12),
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
                        Set.of("Anything")));
    }

    private static ArchRule domainIsPlain(String root) {
        return classes()
                .that()
                .resideInAPackage(DOMAIN.below(root))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        DOMAIN.below(root),
                        "java.lang",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "java.time..",
                        "java.math")
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

    private static ArchRule adaptersStandAlone(String root) {
        ArchRule rule = CompositeArchRule.of(adapterStandsAlone(root, X12));
        return CompositeArchRule.of(List.of(rule, adapterStandsAlone(root, DYNAMICS), adapterStandsAlone(root, CLEO)));
    }

    private static ArchRule adapterStandsAlone(String root, Module adapter) {
        return noClasses()
                .that()
                .resideInAPackage(adapter.below(root))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Module.below(root, Module.allBut(DOMAIN, PORTS, adapter)));
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
                        .resideOutsideOfPackages(Module.below(root, module, RUNTIME, BENCHMARKS))
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
                .resideOutsideOfPackages(Module.below(root, DYNAMICS, CLEO, RUNTIME, TWIN, BENCHMARKS))
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
}
