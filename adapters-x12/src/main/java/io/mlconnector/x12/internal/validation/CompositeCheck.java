package io.mlconnector.x12.internal.validation;

import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.List;
import java.util.Map;

/** Checks the components of composite elements: units (C001) and further references (C040). */
final class CompositeCheck {
    /**
     * A component.
     *
     * @param mandatory whether it must not be empty
     * @param number data element number
     */
    private record Component(boolean mandatory, int least, int most, String number) {}

    private static final Component UNIT = new Component(false, 2, 2, "355");
    private static final Component EXPONENT = new Component(false, 1, 15, "1018");
    private static final Component MULTIPLIER = new Component(false, 1, 10, "649");
    private static final Component QUALIFIER = new Component(false, 2, 3, "128");
    private static final Component REFERENCE = new Component(false, 1, 50, "127");
    private static final Map<String, List<Component>> KNOWN = Map.of(
            "C001",
            List.of(
                    new Component(true, 2, 2, "355"),
                    EXPONENT,
                    MULTIPLIER,
                    UNIT,
                    EXPONENT,
                    MULTIPLIER,
                    UNIT,
                    EXPONENT,
                    MULTIPLIER,
                    UNIT,
                    EXPONENT,
                    MULTIPLIER,
                    UNIT,
                    EXPONENT,
                    MULTIPLIER),
            "C040",
            List.of(
                    new Component(true, 2, 3, "128"),
                    new Component(true, 1, 50, "127"),
                    QUALIFIER,
                    REFERENCE,
                    QUALIFIER,
                    REFERENCE));

    private CompositeCheck() {}

    static void check(SegmentCursor segment, SegmentRule rule, int element, Findings findings) {
        List<Component> components = KNOWN.get(rule.element(element).number());
        if (components == null) {
            return;
        }
        int written = segment.components(element);
        for (int i = 1; i <= Math.min(components.size(), written); i++) {
            check(segment, rule, element, i, components.get(i - 1), findings);
        }
        for (int i = written + 1; i <= components.size(); i++) {
            if (components.get(i - 1).mandatory()) {
                missing(segment, rule, element, i, components.get(i - 1), findings);
            }
        }
        if (written > components.size()) {
            findings.warn(
                    "components-too-many",
                    "AK403 13",
                    segment,
                    element,
                    components.size() + 1,
                    SegmentCheck.shown(rule, element),
                    SegmentCheck.name(rule, element) + " has " + written + " components, the standard knows "
                            + components.size() + ". Perhaps a text holds the component separator.");
        }
    }

    private static void check(
            SegmentCursor segment, SegmentRule rule, int element, int i, Component component, Findings findings) {
        int length = segment.component(element, i).length();
        if (length == 0) {
            if (component.mandatory()) {
                missing(segment, rule, element, i, component, findings);
            }
        } else if (length > component.most() || length < component.least()) {
            boolean tooLong = length > component.most();
            findings.warn(
                    tooLong ? "element-too-long" : "element-too-short",
                    tooLong ? "AK403 5" : "AK403 4",
                    segment,
                    element,
                    i,
                    shown(rule, element, i, component),
                    SegmentCheck.name(rule, element) + "-" + i + " has " + length + " characters; it has "
                            + component.least() + " to " + component.most() + ".");
        }
    }

    private static void missing(
            SegmentCursor segment, SegmentRule rule, int element, int i, Component component, Findings findings) {
        findings.warn(
                "component-missing",
                "AK403 1",
                segment,
                element,
                i,
                shown(rule, element, i, component),
                SegmentCheck.name(rule, element) + "-" + i + " is empty, but the standard demands it. Send a value.");
    }

    private static String shown(SegmentRule rule, int element, int i, Component component) {
        return SegmentCheck.name(rule, element) + "-" + i + " " + component.least() + "-" + component.most()
                + ", data element " + component.number();
    }
}
