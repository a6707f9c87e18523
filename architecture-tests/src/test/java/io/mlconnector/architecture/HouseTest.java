package io.mlconnector.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseTest {

    private static final String HOUSE = "io.mlconnector";
    private static final String PLANTED = "io.mlconnector.architecture.planted";
    private static final Pattern PLANTED_CLASS = Pattern.compile(Pattern.quote(PLANTED) + "[a-z0-9.]*\\.([A-Z]\\w+)");

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/architecture/"))
            .importPackages(HOUSE);

    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    private static Stream<HouseRule> rules() {
        return HouseRules.all();
    }

    private static long classesOf(Module module, String root, JavaClasses classes) {
        String prefix = module.below(root).replace("..", ".");
        return classes.stream()
                .filter(type -> (type.getPackageName() + ".").startsWith(prefix))
                .count();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_program_keeps_the_rule(HouseRule rule) {
        for (Module module : rule.subjects()) {
            assertThat(classesOf(module, HOUSE, PROGRAM))
                    .as("classes of %s", module)
                    .isGreaterThan(3);
        }

        EvaluationResult result = rule.below().apply(HOUSE).evaluate(PROGRAM);

        assertThat(result.getFailureReport().getDetails()).as(rule.name()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_reports_its_planted_violations_and_nothing_else(HouseRule rule) {
        EvaluationResult result = rule.below().apply(PLANTED).evaluate(VIOLATIONS);

        Set<String> reported = new TreeSet<>();
        for (String line : result.getFailureReport().getDetails()) {
            Matcher found = PLANTED_CLASS.matcher(line);
            assertThat(found.find()).as(line).isTrue();
            reported.add(found.group(1));
        }
        assertThat(reported).as(rule.name()).containsExactlyInAnyOrderElementsOf(rule.planted());
    }
}
