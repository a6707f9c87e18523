package io.mlconnector.x12.internal.envelope;

import io.mlconnector.x12.internal.envelope.ControlNumberRule.Match;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import java.util.HashSet;
import java.util.Set;

/** A functional group while it is being read: GS to GE. */
final class Group {
    private final String code;
    private final String sender;
    private final String receiver;
    private final String number;
    private final String version;
    private final boolean present;
    private final Set<String> transactionSetNumbers = new HashSet<>();
    private int sets;

    private Group(String code, String sender, String receiver, String number, String version, boolean present) {
        this.code = code;
        this.sender = sender;
        this.receiver = receiver;
        this.number = number;
        this.version = version;
        this.present = present;
    }

    /** What sets without a GS belong to. */
    static Group none() {
        return new Group("", "", "", "", "", false);
    }

    static Group begin(SegmentCursor gs) {
        return new Group(
                gs.code(1).toUpperCase(java.util.Locale.ROOT), gs.code(2), gs.code(3), gs.code(6), gs.code(8), true);
    }

    /** Counts a set; false if its number was already used in this group. */
    boolean count(String transactionSetNumber) {
        sets++;
        return transactionSetNumbers.add(transactionSetNumber);
    }

    /** Compares GE with what was read (codes of AK905: reference x12, section 9.4). */
    void end(SegmentCursor ge, Findings findings) {
        String count = ge.code(1);
        if (!ControlNumberRule.counts(count, sets)) {
            findings.warn(
                    "set-count-wrong",
                    "AK905 5",
                    ge,
                    1,
                    "GE01 says " + Findings.quoted(count) + ", but the group holds " + sets + " transaction sets.");
        }
        Match match = ControlNumberRule.compare(number, ge.code(2));
        if (match == Match.DIFFERENT) {
            findings.warn(
                    "group-number-differs",
                    "AK905 4",
                    ge,
                    2,
                    "GE02 is not the group control number of GS06, " + Findings.quoted(number) + ".");
        } else if (match == Match.SAME_NUMBER) {
            findings.note("control-number-spelling", ge, 2, "GE02 and GS06 differ in leading zeros only.");
        }
    }

    boolean present() {
        return present;
    }

    String code() {
        return code;
    }

    String sender() {
        return sender;
    }

    String receiver() {
        return receiver;
    }

    String number() {
        return number;
    }

    String version() {
        return version;
    }
}
