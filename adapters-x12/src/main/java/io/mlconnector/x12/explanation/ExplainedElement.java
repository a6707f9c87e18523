package io.mlconnector.x12.explanation;

import io.mlconnector.domain.interchange.SyntaxProblem;
import java.util.List;
import java.util.Objects;

/**
 * An element, or a component of one.
 *
 * @param position in its segment, or of a component in its element; first = 1
 * @param name its name at this position; empty if unknown
 * @param value as received, without blanks at its end; empty if it is missing or not shown
 * @param hidden whether it is not shown because it may hold a password
 * @param dataElement number in the standard's dictionary, such as {@code 355}; empty if we do not know it
 * @param type {@code AN}, {@code ID}, {@code DT}, {@code TM}, {@code R}, {@code N0}, {@code N2} or {@code C}; may be
 *    empty
 * @param meaning what a code means, or how a date, a time or a number with implied decimals is read; empty if the value
 *     is self-explanatory or the code is unknown
 * @param components of a composite, in their order; else empty
 * @param problems of it
 */
public record ExplainedElement(
        int position,
        String name,
        String value,
        boolean hidden,
        String dataElement,
        String type,
        String meaning,
        List<ExplainedElement> components,
        List<SyntaxProblem> problems) {
    public ExplainedElement {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(dataElement, "dataElement");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(meaning, "meaning");
        components = List.copyOf(components);
        problems = List.copyOf(problems);
    }
}
