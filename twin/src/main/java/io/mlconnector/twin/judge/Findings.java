package io.mlconnector.twin.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the findings of a judgement. */
final class Findings {

    private final List<String> lost = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> resent = new ArrayList<>();
    private final List<String> incomplete = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final SortedMap<String, Integer> counts = new TreeMap<>();

    void lost(String what) {
        lost.add(what);
    }

    void doubled(String what) {
        doubled.add(what);
    }

    void resent(String what) {
        resent.add(what);
    }

    void incomplete(String what) {
        incomplete.add(what);
    }

    void unexpected(String what) {
        unexpected.add(what);
    }

    void count(String what, int number) {
        counts.merge(what, number, Integer::sum);
    }

    Judgement judgement() {
        return new Judgement(lost, doubled, resent, incomplete, unexpected, counts);
    }
}
