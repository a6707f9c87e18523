package io.mlconnector.x12.explanation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One occurrence of a loop.
 *
 * @param path first segments of the loops around and of this one, such as {@code IT1/N1}
 * @param parts segments and inner loops in their order; the segment that opens it is the first
 */
public record ExplainedLoop(String path, List<ExplainedPart> parts) implements ExplainedPart {
    public ExplainedLoop {
        Objects.requireNonNull(path, "path");
        parts = List.copyOf(parts);
    }

    @Override
    public Stream<ExplainedSegment> segments() {
        return parts.stream().flatMap(ExplainedPart::segments);
    }
}
