package io.mlconnector.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One rule of the house.
 *
 * @param name what it says
 * @param subjects of which modules it judges classes; each must have some
 * @param below the rule for the modules below a package
 * @param planted simple names of the planted classes that it must report, and no others
 */
record HouseRule(String name, List<Module> subjects, Function<String, ArchRule> below, Set<String> planted) {

    HouseRule {
        subjects = List.copyOf(subjects);
        planted = Set.copyOf(planted);
    }

    @Override
    public String toString() {
        return name;
    }
}
