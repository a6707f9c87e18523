package io.mlconnector.twin.partner;

import io.mlconnector.twin.scenario.ExtraFile;
import io.mlconnector.twin.scenario.PlannedAnswer;
import io.mlconnector.twin.scenario.PlannedAnswer.Twist;
import io.mlconnector.twin.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;

/**
 * Control numbers of partners. Each counts its interchanges by itself and leaves none out; those of the script have theirs from the
 * beginning, so that a file is the same whichever is sent first.
 */
final class InterchangeNumbers {

    private static final int FIRST = 1001;

    /** What has no number of its partner's: it repeats a file, or comes from somebody else. */
    private static final int NONE_OF_ITS_OWN = 1;

    private final Map<Object, Integer> planned = new HashMap<>();
    private final Map<String, Integer> next = new HashMap<>();

    InterchangeNumbers(Scenario scenario) {
        for (PlannedAnswer answer : scenario.answers()) {
            boolean each = answer.twist() == Twist.INTERCHANGE_EACH;
            planned.put(answer, take(answer.partner(), each ? answer.orders().size() : 1));
        }
        for (ExtraFile extra : scenario.extras()) {
            planned.put(
                    extra,
                    switch (extra.kind()) {
                        case BILLED_AGAIN, CREDIT_NOTE, TRUNCATED -> take(extra.partner(), 1);
                        case UNKNOWN_SENDER, DUPLICATE_FILE, NOT_X12 -> NONE_OF_ITS_OWN;
                    });
        }
    }

    private int take(String partner, int count) {
        int first = next.getOrDefault(partner, FIRST);
        next.put(partner, first + count);
        return first;
    }

    /** Of the first interchange of a planned answer. */
    int of(PlannedAnswer answer) {
        return planned.getOrDefault(answer, NONE_OF_ITS_OWN);
    }

    /** Of an extra file. */
    int of(ExtraFile extra) {
        return planned.getOrDefault(extra, NONE_OF_ITS_OWN);
    }

    /** The next one of a partner. */
    int unplanned(String partner) {
        return take(partner, 1);
    }
}
