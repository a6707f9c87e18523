package io.mlconnector.x12.explanation;

import io.mlconnector.domain.interchange.SyntaxProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A segment.
 *
 * @param tag upper case; of one that is too long as written
 * @param name its name; empty if unknown
 * @param position in the file, the first segment = 1
 * @param inSet position in its transaction set, ST = 1; 0 outside of one
 * @param offset where it begins in the file, in bytes
 * @param loop path of its loop; empty outside of loops; {@code ?} if its set has no place for it or no table
 * @param whole whether it has its terminator; without one the file ends here
 * @param written it as it stands in the file
 * @param elements those that are not empty or have problems, in their order
 * @param problems of the segment as a whole
 */
public record ExplainedSegment(
        String tag,
        String name,
        int position,
        int inSet,
        long offset,
        String loop,
        boolean whole,
        WrittenSegment written,
        List<ExplainedElement> elements,
        List<SyntaxProblem> problems)
        implements ExplainedPart {
    public ExplainedSegment {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(loop, "loop");
        Objects.requireNonNull(written, "written");
        elements = List.copyOf(elements);
        problems = List.copyOf(problems);
    }

    @Override
    public Stream<ExplainedSegment> segments() {
        return Stream.of(this);
    }

    /** The element at a position of {@link #written}, first = 1; empty if nothing can be said of it. */
    public Optional<ExplainedElement> at(int position) {
        return elements.stream()
                .filter(element -> element.position() == position)
                .findFirst();
    }

    /** The value of an element, first = 1; empty if it is missing. */
    public String value(int position) {
        return elements.stream()
                .filter(element -> element.position() == position)
                .map(ExplainedElement::value)
                .findFirst()
                .orElse("");
    }
}
