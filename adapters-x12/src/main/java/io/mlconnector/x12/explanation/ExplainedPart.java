package io.mlconnector.x12.explanation;

import java.util.stream.Stream;

/** What a transaction set or a loop is made of. */
public sealed interface ExplainedPart permits ExplainedLoop, ExplainedSegment {
    /** Its segments in their order, those of inner loops included. */
    Stream<ExplainedSegment> segments();
}
