package io.mlconnector.x12.internal.validation;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.words.Counted;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.Loop;
import io.mlconnector.x12.internal.dictionary.Loop.Item;
import io.mlconnector.x12.internal.dictionary.Loop.Necessity;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds for each segment of a set the loop it belongs to: the deepest open loop that allows it at or after the present
 * position, else the loop around (reference x12, section 2). A segment that occurs too late or too early is attached
 * where its set has a place for it and reported as a warning (section 14, row 37).
 */
public final class StructureWalk {
    private static final int TRAILER = Tag.of("SE");

    /** More segments before one that is needed are not remembered one by one. */
    private static final int MOST_EARLY = 200;

    /**
     * A segment that was preceded by no occurrence of a required one. Whether it is out of sequence or the other one
     * is missing shows only later.
     *
     * @param needed place of the one that is needed in its loop
     * @param outOfSequence the problem to report if that one occurs after all
     */
    private record Early(int needed, SyntaxProblem outOfSequence) {}

    private static final class Frame {
        private final List<Early> early = new ArrayList<>();
        private Loop loop;
        private int[] counts;
        private int position;

        Frame(Loop loop) {
            this.loop = loop;
            this.counts = new int[loop.size()];
        }

        void open(Loop another) {
            loop = another;
            position = 0;
            early.clear();
            if (counts.length < another.size()) {
                counts = new int[another.size()];
            } else {
                Arrays.fill(counts, 0, another.size(), 0);
            }
        }
    }

    private final Dictionary dictionary;
    private final Findings findings;
    private final List<Frame> frames = new ArrayList<>();
    private int deepest;

    /** A walk at the beginning of a set. */
    public StructureWalk(Dictionary dictionary, Loop structure, Findings findings) {
        this.dictionary = dictionary;
        this.findings = findings;
        frames.add(new Frame(structure));
    }

    /**
     * Where the present segment belongs.
     *
     * @return {@link Place#NOWHERE} if the set has no place for it
     */
    public Place place(SegmentCursor segment) {
        int tag = segment.tag();
        for (int depth = deepest; depth >= 0; depth--) {
            Frame frame = frames.get(depth);
            int index = frame.loop.find(tag, frame.position);
            if (index >= 0) {
                int needed = skipped(frame, index);
                if (needed >= 0 && frame.early.size() < MOST_EARLY) {
                    frame.early.add(new Early(needed, outOfSequence(segment)));
                }
                return attach(depth, index, needed < 0, segment);
            }
        }
        for (int depth = deepest; depth >= 0; depth--) {
            int index = frames.get(depth).loop.find(tag, 0);
            if (index >= 0) {
                findings.add(outOfSequence(segment));
                return attach(depth, index, false, segment);
            }
        }
        unplaced(segment);
        return Place.NOWHERE;
    }

    /** The first place before {@code index} that is needed and still empty; -1 if there is none. */
    private static int skipped(Frame frame, int index) {
        int needed = frame.loop.nextNeeded(frame.position);
        while (needed < index) {
            if (frame.counts[needed] == 0) {
                return needed;
            }
            needed = frame.loop.nextNeeded(needed + 1);
        }
        return -1;
    }

    private Place attach(int depth, int index, boolean advance, SegmentCursor segment) {
        while (deepest > depth) {
            close(frames.get(deepest--), segment);
        }
        Frame frame = frames.get(depth);
        Item item = frame.loop.item(index);
        if (advance) {
            frame.position = index;
        }
        if (!frame.early.isEmpty()) {
            release(frame, index);
        }
        if (++frame.counts[index] == item.most() + 1) {
            tooOften(item, segment);
        }
        if (!item.inner().isEmpty()) {
            open(item.inner().get(0));
        }
        return item.place();
    }

    /** The required segment occurred after all: those before it were out of sequence. */
    private void release(Frame frame, int index) {
        frame.early.stream()
                .filter(early -> early.needed() == index)
                .forEach(early -> findings.add(early.outOfSequence()));
        frame.early.removeIf(early -> early.needed() == index);
    }

    private void open(Loop inner) {
        deepest++;
        if (deepest == frames.size()) {
            frames.add(new Frame(inner));
        } else {
            frames.get(deepest).open(inner);
        }
        frames.get(deepest).counts[0] = 1;
    }

    private void tooOften(Item item, SegmentCursor segment) {
        boolean loop = !item.inner().isEmpty();
        findings.warn(
                loop ? "loop-too-often" : "segment-too-often",
                loop ? "AK304 4" : "AK304 5",
                segment,
                0,
                segment.tagText() + "{" + item.most() + "}",
                segment.tagText() + " occurs too often: it may occur at most " + Counted.of(item.most(), "time")
                        + " here. Leave out the surplus, or contact us.");
    }

    private SyntaxProblem outOfSequence(SegmentCursor segment) {
        return new SyntaxProblem(
                "segment-out-of-sequence",
                findings.refused("AK304 7"),
                "AK304 7",
                segment.tagText(),
                segment.inFile(),
                segment.inSet(),
                0,
                0,
                segment.offset(),
                "",
                segment.tagText()
                        + " is out of sequence; processed as if it were in the correct position. Send the segments of the set"
                        + " in the order of the standard.");
    }

    private void unplaced(SegmentCursor segment) {
        boolean inSet = contains(frames.get(0).loop, segment.tag());
        boolean known = segment.tag() != Tag.NONE && dictionary.knows(segment.tag());
        String text = segment.tagText();
        if (inSet) {
            findings.warn(
                    "segment-unexpected",
                    "AK304 2",
                    segment,
                    0,
                    text + " is not allowed here and was skipped: its loop is not open at this point.");
        } else if (known) {
            findings.warn(
                    "segment-not-in-set",
                    "AK304 6",
                    segment,
                    0,
                    text + " is not part of this transaction set and was skipped. Leave it out.");
        } else {
            findings.warn(
                    "segment-unknown",
                    "AK304 1",
                    segment,
                    0,
                    text
                            + " is not a known segment and was skipped. Check the tag and the preceding segment terminator.");
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
                missing(items.get(i), frame, i, noticedAt);
            }
        }
    }

    /** A missing segment is reported with its own tag and the position of the segment at which it was first noticed. */
    private void missing(Item item, Frame frame, int index, SegmentCursor noticedAt) {
        String tag = Tag.name(item.tag());
        Optional<SyntaxProblem> first = frame.early.stream()
                .filter(early -> early.needed() == index)
                .map(Early::outOfSequence)
                .findFirst();
        findings.add(new SyntaxProblem(
                "segment-missing",
                item.necessity() == Necessity.ESSENTIAL ? Severity.ERROR : findings.refused("AK304 3"),
                "AK304 3",
                tag,
                first.map(SyntaxProblem::segmentInFile).orElse(noticedAt.inFile()),
                first.map(SyntaxProblem::segmentInSet).orElse(noticedAt.inSet()),
                0,
                0,
                first.map(SyntaxProblem::offset).orElse(noticedAt.offset()),
                "",
                tag + "!",
                "The mandatory segment " + tag + " is missing: it was expected before this point."));
    }

    /** Tells what is still missing when the set ends; SE itself is checked elsewhere. */
    public void finish(SegmentCursor noticedAt) {
        while (deepest >= 0) {
            close(frames.get(deepest--), noticedAt);
        }
    }
}
