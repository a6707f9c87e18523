package io.mlconnector.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.mlconnector.architecture.Module.BENCHMARKS;
import static io.mlconnector.architecture.Module.CLEO;
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

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules about what code calls. A method reference counts as a call. */
final class CodeRules {

    private static final List<Module> PROGRAM =
            List.of(DOMAIN, PORTS, X12, JSON, HTTP, POSTGRES, DYNAMICS, CLEO, ENGINE, RUNTIME, TWIN, VERIFICATION);

    /** What answers differently each time. */
    private static final Map<String, Set<String>> CLOCK_AND_CHANCE = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.lang.Math", Set.of("random"),
            "java.util.UUID", Set.of("randomUUID"));

    private CodeRules() {}

    static Stream<HouseRule> all() {
        return Stream.of(
                new HouseRule(
                        "domain asks neither the clock nor chance",
                        List.of(DOMAIN),
                        CodeRules::domainIsPure,
                        Set.of("DomainWithClock", "DomainWithClockReference", "DomainWithChance")),
                new HouseRule(
                        "a stage becomes a future only in the loop, at the gates and in the HTTP clients",
                        List.of(DYNAMICS, CLEO, ENGINE, RUNTIME),
                        CodeRules::stagesCrossOnce,
                        Set.of("RuntimeWithCrossing", "CleoWithCrossing")),
                new HouseRule(
                        "nobody blocks but the command line and its verification",
                        PROGRAM,
                        CodeRules::nobodyBlocks,
                        Set.of("RuntimeThatSleeps", "RuntimeThatJoins", "RuntimeThatGets", "RuntimeThatAwaits")),
                new HouseRule(
                        "every certificate and host name is verified",
                        PROGRAM,
                        CodeRules::everybodyVerifies,
                        Set.of("CleoThatTrustsAll")),
                new HouseRule(
                        "only the command line and the demo write to the console",
                        PROGRAM,
                        CodeRules::onlyTheCommandLineTalks,
                        Set.of("RuntimeThatTalks", "RuntimeThatPrintsATrace")));
    }

    private static ArchRule domainIsPure(String root) {
        return noClasses()
                .that()
                .resideInAPackage(DOMAIN.below(root))
                .should()
                .accessTargetWhere(access("the clock or chance", CodeRules::isClockOrChance));
    }

    private static boolean isClockOrChance(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return CLOCK_AND_CHANCE.getOrDefault(owner.getName(), Set.of()).contains(name)
                || (owner.getPackageName().startsWith("java.time")
                        && (name.equals("now")
                                || (owner.isEquivalentTo(java.time.Clock.class) && name.startsWith("system"))));
    }

    private static ArchRule stagesCrossOnce(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".runtime.access..", BENCHMARKS.below(root))
                .and(not(
                        "the loop or an HTTP client",
                        root + ".runtime.loop.VertxLoop",
                        root + ".cleo.internal.session.CleoClient",
                        root + ".dynamics.internal.wire.Wire",
                        root + ".dynamics.internal.token.EntraTokens"))
                .should()
                .accessTargetWhere(access(
                        "Future.fromCompletionStage",
                        access -> is(access, "io.vertx.core.Future") && named(access, "fromCompletionStage")));
    }

    private static ArchRule nobodyBlocks(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(
                        root + ".runtime.cli..",
                        root + ".runtime.terminal..",
                        VERIFICATION.below(root),
                        PORTS_TESTING.below(root),
                        BENCHMARKS.below(root))
                .should()
                .accessTargetWhere(access("a call that blocks", CodeRules::blocks));
    }

    private static boolean blocks(JavaAccess<?> access) {
        return (is(access, "java.lang.Thread") && named(access, "sleep"))
                || (is(access, "java.util.concurrent.TimeUnit") && named(access, "sleep"))
                || (is(access, "java.util.concurrent.Future") && named(access, "join", "get", "resultNow"))
                || (is(access, "io.vertx.core.Future") && named(access, "await"));
    }

    /** The one exception does for the database what its address says, sslmode=require included. */
    private static ArchRule everybodyVerifies(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveFullyQualifiedName(root + ".postgres.address.EncryptedDatabase")
                .should()
                .accessTargetWhere(access(
                        "what switches verification off",
                        access -> access.getTargetOwner().getPackageName().startsWith("io.vertx")
                                && named(access, "setTrustAll", "setVerifyHost", "setHostnameVerificationAlgorithm")));
    }

    private static ArchRule onlyTheCommandLineTalks(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(
                        root + ".runtime.cli..",
                        root + ".runtime.terminal..",
                        VERIFICATION.below(root),
                        BENCHMARKS.below(root))
                .should()
                .accessTargetWhere(access(
                        "the console",
                        access -> (is(access, "java.lang.System") && named(access, "out", "err"))
                                || (is(access, "java.lang.Throwable")
                                        && named(access, "printStackTrace")
                                        && access.getTarget().getFullName().endsWith("()"))));
    }

    private static boolean is(JavaAccess<?> access, String owner) {
        return access.getTargetOwner().isAssignableTo(owner);
    }

    private static boolean named(JavaAccess<?> access, String... names) {
        return List.of(names).contains(access.getTarget().getName());
    }

    private static DescribedPredicate<JavaAccess<?>> access(String what, Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(what, test);
    }

    private static DescribedPredicate<JavaClass> not(String what, String... names) {
        return DescribedPredicate.describe(
                "not " + what, type -> !List.of(names).contains(outermost(type).getName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(CodeRules::outermost).orElse(type);
    }
}
