package io.mlconnector.x12.internal.explanation;

import io.mlconnector.x12.explanation.ExplainedLoop;
import io.mlconnector.x12.explanation.ExplainedPart;
import io.mlconnector.x12.explanation.ExplainedSegment;
import io.mlconnector.x12.internal.dictionary.Place;
import java.util.ArrayList;
import java.util.List;

/** Puts the segments of a set into their loops. */
final class LoopTree {
    private record Open(String path, List<ExplainedPart> parts) {}

    private final List<Open> open = new ArrayList<>(List.of(new Open("", new ArrayList<>())));

    /** Adds a segment; one without a place stays in its position. */
    void add(RecordedSegment piece, ExplainedSegment segment) {
        String path = piece.loop();
        if (!path.equals(Place.NOWHERE.loop())) {
            boolean opens = path.substring(path.lastIndexOf('/') + 1).equals(piece.tag());
            closeTo(opens ? around(path) : path);
            if (opens) {
                open.add(new Open(path, new ArrayList<>()));
            }
        } else if (isTrailer(piece)) {
            closeTo("");
        }
        open.getLast().parts().add(segment);
    }

    private static boolean isTrailer(RecordedSegment piece) {
        return piece.tag().equals("SE");
    }

    private static String around(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    private void closeTo(String path) {
        while (open.size() > 1 && !open.getLast().path().equals(path)) {
            close();
        }
    }

    private void close() {
        Open loop = open.removeLast();
        open.getLast().parts().add(new ExplainedLoop(loop.path(), loop.parts()));
    }

    List<ExplainedPart> parts() {
        closeTo("");
        return open.getFirst().parts();
    }
}
