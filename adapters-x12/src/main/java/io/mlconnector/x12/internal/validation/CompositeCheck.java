package io.mlconnector.x12.internal.validation;

import io.mlconnector.domain.words.Counted;
import io.mlconnector.x12.internal.dictionary.ElementRule;
import io.mlconnector.x12.internal.dictionary.ElementType;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks the components of composite elements: units (C001) and further references (C040). */
final class CompositeCheck {
    private static final Set<String> CHECKED = Set.of("C001", "C040");

    private CompositeCheck() {}

    static void check(SegmentCursor segment, SegmentRule rule, int element, Findings findings) {
        String number = rule.element(element).number();
        if (!CHECKED.contains(number)) {
            return;
        }
        List<ElementRule> components = rule.element(element).parts().elements();
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
                    SegmentCheck.name(rule, element) + " has " + written + " components, but the standard defines "
                            + components.size() + ". A text may contain the component separator; remove it.");
        }
    }

    private static void check(
            SegmentCursor segment, SegmentRule rule, int element, int i, ElementRule component, Findings findings) {
        String text = segment.component(element, i);
        int length = text.length();
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
                    SegmentCheck.name(rule, element) + "-" + i + " has " + Counted.of(length, "character")
                            + ", but must have " + component.least() + " to " + component.most() + ".");
        } else if (component.type() == ElementType.ID && !component.codes().holds(text.toUpperCase(Locale.ROOT))) {
            findings.tolerate(
                    "code-unknown",
                    "AK403 7",
                    segment,
                    element,
                    i,
                    shown(rule, element, i, component),
                    SegmentCheck.name(rule, element) + "-" + i + " is " + Findings.quoted(text)
                            + ", which is not among the known codes of data element " + component.number()
                            + ". Send one of its codes, or agree on this one with us.");
        }
    }

    private static void missing(
            SegmentCursor segment, SegmentRule rule, int element, int i, ElementRule component, Findings findings) {
        findings.warn(
                "component-missing",
                "AK403 1",
                segment,
                element,
                i,
                shown(rule, element, i, component),
                SegmentCheck.name(rule, element) + "-" + i + " is empty, but mandatory. Send a value.");
    }

    private static String shown(SegmentRule rule, int element, int i, ElementRule component) {
        return SegmentCheck.name(rule, element) + "-" + i + " " + component.least() + "-" + component.most()
                + ", data element " + component.number();
    }
}
