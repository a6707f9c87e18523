package io.mlconnector.x12.internal.validation;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.Loop;
import io.mlconnector.x12.internal.dictionary.Loop.Item;
import io.mlconnector.x12.internal.dictionary.Loop.Necessity;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds for each segment of a set the loop it belongs to: the deepest open loop that allows it at or after the present
 * position, else the loop around (reference x12, section 2). A segment that comes too late or too early is attached
 * where its set has a place for it and told as a warning (section 14, row 37).
 */
public final class StructureWalk {
    private static final int TRAILER = Tag.of("SE");

    private static final class Frame {
        private final Loop loop;
        private final int[] counts;
        private int position;

        Frame(Loop loop) {
            this.loop = loop;
            this.counts = new int[loop.items().size()];
        }
    }

    private final Dictionary dictionary;
    private final Findings findings;
    private final List<Frame> open = new ArrayList<>();

    /** A walk at the beginning of a set. */
    public StructureWalk(Dictionary dictionary, Loop structure, Findings findings) {
        this.dictionary = dictionary;
        this.findings = findings;
        open.add(new Frame(structure));
    }

    /**
     * Where the present segment belongs.
     *
     * @return {@link Place#NOWHERE} if the set has no place for it
     */
    public Place place(SegmentCursor segment) {
        for (int depth = open.size() - 1; depth >= 0; depth--) {
            Frame frame = open.get(depth);
            int index = find(frame, segment.tag(), frame.position, frame.counts.length);
            if (index >= 0) {
                boolean early = skipsMandatory(frame, index);
                if (early) {
                    outOfSequence(segment);
                }
                return attach(depth, index, !early, segment);
            }
        }
        for (int depth = open.size() - 1; depth >= 0; depth--) {
            Frame frame = open.get(depth);
            int index = find(frame, segment.tag(), 0, frame.position);
            if (index >= 0) {
                outOfSequence(segment);
                return attach(depth, index, false, segment);
            }
        }
        unplaced(segment);
        return Place.NOWHERE;
    }

    private static int find(Frame frame, int tag, int from, int to) {
        List<Item> items = frame.loop.items();
        for (int i = from; i < to; i++) {
            if (items.get(i).tag() == tag && !isOwnFirst(frame, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The first segment of an open loop opens the loop anew; that is the business of the loop around. */
    private static boolean isOwnFirst(Frame frame, int index) {
        return index == 0 && !frame.loop.path().isEmpty();
    }

    private static boolean skipsMandatory(Frame frame, int index) {
        for (int i = frame.position; i < index; i++) {
            if (frame.counts[i] == 0 && frame.loop.items().get(i).necessity() != Necessity.OPTIONAL) {
                return true;
            }
        }
        return false;
    }

    private Place attach(int depth, int index, boolean advance, SegmentCursor segment) {
        while (open.size() > depth + 1) {
            close(open.remove(open.size() - 1), segment);
        }
        Frame frame = open.get(depth);
        Item item = frame.loop.items().get(index);
        if (advance) {
            frame.position = index;
        }
        if (++frame.counts[index] == item.most() + 1) {
            boolean loop = !item.inner().isEmpty();
            findings.warn(
                    loop ? "loop-too-often" : "segment-too-often",
                    loop ? "AK304 4" : "AK304 5",
                    segment,
                    0,
                    segment.tagText() + " may come at most " + item.most() + " times here.");
        }
        if (item.inner().isEmpty()) {
            return item.place();
        }
        Frame inner = new Frame(item.inner().get(0));
        inner.counts[0] = 1;
        open.add(inner);
        return item.place();
    }

    private void outOfSequence(SegmentCursor segment) {
        findings.warn(
                "segment-out-of-sequence",
                "AK304 7",
                segment,
                0,
                segment.tagText() + " stands in the wrong place; read as if it stood in the right one.");
    }

    private void unplaced(SegmentCursor segment) {
        boolean inSet = contains(open.get(0).loop, segment.tag());
        boolean known = segment.tag() != Tag.NONE && dictionary.knows(segment.tag());
        String text = segment.tagText();
        if (inSet) {
            findings.warn("segment-unexpected", "AK304 2", segment, 0, text + " is not allowed here; skipped.");
        } else if (known) {
            findings.warn("segment-not-in-set", "AK304 6", segment, 0, text + " is no part of this set; skipped.");
        } else {
            findings.warn("segment-unknown", "AK304 1", segment, 0, text + " is no known segment; skipped.");
        }
    }

    private static boolean contains(Loop loop, int tag) {
        for (Item item : loop.items()) {
            if (item.tag() == tag
                    || (!item.inner().isEmpty() && contains(item.inner().get(0), tag))) {
                return true;
            }
        }
        return false;
    }

    private void close(Frame frame, SegmentCursor noticedAt) {
        if (!frame.loop.demanding()) {
            return;
        }
        List<Item> items = frame.loop.items();
        for (int i = 0; i < items.size(); i++) {
            Necessity necessity = items.get(i).necessity();
            if (necessity != Necessity.OPTIONAL
                    && frame.counts[i] == 0
                    && items.get(i).tag() != TRAILER) {
                missing(items.get(i), noticedAt);
            }
        }
    }

    /** A missing segment is told with its own tag and the position of the segment at which it was noticed. */
    private void missing(Item item, SegmentCursor noticedAt) {
        String tag = Tag.name(item.tag());
        findings.add(new SyntaxProblem(
                "segment-missing",
                item.necessity() == Necessity.ESSENTIAL ? Severity.ERROR : Severity.WARNING,
                "AK304 3",
                tag,
                noticedAt.inFile(),
                noticedAt.inSet(),
                0,
                0,
                noticedAt.offset(),
                "",
                "The mandatory segment " + tag + " is missing."));
    }

    /** Tells what is still missing when the set ends; SE itself is somebody else's business. */
    public void finish(SegmentCursor noticedAt) {
        while (!open.isEmpty()) {
            close(open.remove(open.size() - 1), noticedAt);
        }
    }
}
