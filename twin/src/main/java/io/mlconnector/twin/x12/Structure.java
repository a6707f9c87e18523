package io.mlconnector.twin.x12;

import java.util.ArrayList;
import java.util.List;

/** Sorts the segments of one interchange into sets and checks every trailer against its header. */
final class Structure {

    private final List<Segment> segments;
    private final List<TransactionSet> sets = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Segment> inSet = new ArrayList<>();
    private Segment group = Segment.of("GS");
    private Segment set = Segment.of("ST");
    private int groups;
    private int setsInGroup;
    private boolean setOpen;
    private boolean closed;
    private Segment firstGroup = Segment.of("GS");

    Structure(List<Segment> segments) {
        this.segments = segments;
    }

    Interchange interchange() {
        Segment isa = segments.getFirst();
        for (Segment segment : segments.subList(1, segments.size())) {
            take(isa, segment);
        }
        if (!closed) {
            problems.add("IEA is missing");
        }
        return new Interchange(isa, firstGroup.get(2), firstGroup.get(3), firstGroup.get(8), sets, problems);
    }

    private void take(Segment isa, Segment segment) {
        switch (segment.name()) {
            case "GS" -> {
                group = segment;
                firstGroup = groups++ == 0 ? segment : firstGroup;
                setsInGroup = 0;
            }
            case "ST" -> {
                set = segment;
                setOpen = true;
                inSet.clear();
            }
            case "SE" -> {
                same("SE01", segment.get(1), inSet.size() + 2);
                same("SE02", segment.get(2), set.get(2));
                sets.add(new TransactionSet(set.get(1), set.get(2), inSet));
                setOpen = false;
                setsInGroup++;
            }
            case "GE" -> {
                same("GE01", segment.get(1), setsInGroup);
                same("GE02", segment.get(2), group.get(6));
            }
            case "IEA" -> {
                same("IEA01", segment.get(1), groups);
                same("IEA02", segment.get(2), isa.get(13));
                closed = true;
            }
            default -> {
                if (setOpen) {
                    inSet.add(segment);
                }
            }
        }
    }

    private void same(String element, String found, Object expected) {
        if (!found.equals(expected.toString())) {
            problems.add(element + " is " + found + ", expected " + expected);
        }
    }
}
