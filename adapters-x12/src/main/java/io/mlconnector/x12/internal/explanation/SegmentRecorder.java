package io.mlconnector.x12.internal.explanation;

import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.envelope.SegmentListener;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records the segments, interchange by interchange. */
final class SegmentRecorder implements SegmentListener {
    /**
     * One interchange.
     *
     * @param header its ISA
     * @param terminator the byte after each segment
     * @param pieces what follows the ISA
     */
    record RecordedInterchange(RecordedSegment header, int terminator, List<RecordedSegment> pieces) {}

    private final List<RecordedInterchange> interchanges = new ArrayList<>();

    @Override
    public void header(InterchangeHeader header, int segmentInFile, long end) {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= 16; i++) {
            texts.add(i == 2 || i == 4 ? "" : header.element(i));
        }
        if (header.componentSeparator() >= 0) {
            texts.set(15, String.valueOf((char) header.componentSeparator()));
        }
        RecordedSegment isa = new RecordedSegment(
                Optional.empty(),
                "ISA",
                Tag.of("ISA"),
                "",
                segmentInFile,
                0,
                header.offset(0),
                end,
                true,
                texts,
                texts.stream().map(List::of).toList());
        interchanges.add(new RecordedInterchange(isa, header.terminator(), new ArrayList<>()));
    }

    @Override
    public void segment(SegmentCursor segment, Role role, Place place) {
        interchanges.getLast().pieces().add(RecordedSegment.of(segment, role, place.loop()));
    }

    List<RecordedInterchange> interchanges() {
        return interchanges;
    }
}
