package io.mlconnector.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Each package has at most so many top-level classes; {@code package-info} does not count. */
final class PackageSize extends ArchCondition<JavaClass> {

    private final int most;
    private final Map<String, TreeSet<String>> classesByPackage = new TreeMap<>();

    PackageSize(int most) {
        super("share their package with fewer than " + most + " others");
        this.most = most;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
            classesByPackage
                    .computeIfAbsent(type.getPackageName(), absent -> new TreeSet<>())
                    .add(type.getName());
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        classesByPackage.forEach((name, classes) -> {
            if (classes.size() > most) {
                events.add(SimpleConditionEvent.violated(
                        name,
                        "Package " + name + " has " + classes.size() + " classes, more than " + most + ": "
                                + String.join(", ", classes)));
            }
        });
    }
}
