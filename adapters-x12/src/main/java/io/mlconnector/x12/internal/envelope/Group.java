package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.ReceivedGroup;
import io.mlconnector.domain.interchange.ReceivedTransactionSet;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.envelope.ControlNumberRule.Match;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A functional group while it is being read: GS to GE. */
final class Group {
    private final String code;
    private final String sender;
    private final String receiver;
    private final String number;
    private final String version;
    private final boolean present;
    private final Findings findings;
    private final Leniency leniency;
    private final List<ReceivedTransactionSet> received = new ArrayList<>();
    private final Set<String> transactionSetNumbers = new HashSet<>();
    private int sets;
    /** Told with the group in the answer to it, and by each of its sets to a person. */
    private final List<SyntaxProblem> inAnswer = new ArrayList<>();

    private String declaredSets = "";

    private Group(
            String code,
            String sender,
            String receiver,
            String number,
            String version,
            boolean present,
            Findings findings,
            Leniency leniency) {
        this.code = code;
        this.sender = sender;
        this.receiver = receiver;
        this.number = number;
        this.version = version;
        this.present = present;
        this.findings = findings;
        this.leniency = leniency;
    }

    /** What sets without a GS belong to. */
    static Group none() {
        return new Group("", "", "", "", "", false, new Findings(), Leniency.NONE);
    }

    /** Begins a group at its GS. */
    static Group begin(SegmentCursor gs, Findings findings, Leniency leniency) {
        return new Group(
                gs.code(1).toUpperCase(Locale.ROOT),
                gs.code(2),
                gs.code(3),
                gs.code(6),
                gs.code(8),
                true,
                findings,
                leniency);
    }

    /** How much a disagreement matters: its documents are not used unless it is forgiven. */
    Severity weight(EnvelopePart part) {
        return leniency.forgives(part) ? Severity.WARNING : Severity.ERROR;
    }

    /** What is wrong with its GS and GE. */
    Findings findings() {
        return findings;
    }

    /** Records, once, that there are sets without a GS; each of them reports it too. */
    void headless(SegmentCursor st, Leniency forgiven) {
        if (received.isEmpty()) {
            var alone = new Findings();
            alone.add(
                    forgiven.forgives(EnvelopePart.GS) ? Severity.WARNING : Severity.ERROR,
                    "group-header-missing",
                    "TA105 024",
                    st,
                    0,
                    "There is no GS before this ST: it is missing or damaged.");
            inAnswer.addAll(alone.inOrder());
        }
    }

    /** Keeps a set that is read. */
    void add(ReceivedTransactionSet set) {
        received.add(set);
    }

    /** Whether there is anything to report: a GS, or sets without one. */
    boolean told() {
        return present || !received.isEmpty();
    }

    /** As it was received. */
    ReceivedGroup received() {
        var problems = new ArrayList<>(inAnswer);
        problems.addAll(findings.inOrder());
        return new ReceivedGroup(code, sender, receiver, number, version, declaredSets, problems, received);
    }

    /** Counts a set; false if its number was already used in this group. */
    boolean count(String transactionSetNumber) {
        sets++;
        return transactionSetNumbers.add(transactionSetNumber);
    }

    /** Compares GE with what was read (codes of AK905: reference x12, section 9.4). */
    void end(SegmentCursor ge) {
        String count = ge.code(1);
        declaredSets = count;
        if (!ControlNumberRule.counts(count, sets)) {
            findings.add(
                    weight(EnvelopePart.GE01),
                    "set-count-wrong",
                    "AK905 5",
                    ge,
                    1,
                    "GE01 states " + Findings.quoted(count) + ", but the group holds " + sets + " transaction sets.");
        }
        Match match = ControlNumberRule.compare(number, ge.code(2));
        if (match == Match.DIFFERENT) {
            findings.add(
                    weight(EnvelopePart.GE02),
                    "group-number-differs",
                    "AK905 4",
                    ge,
                    2,
                    "GE02 differs from the group control number in GS06, " + Findings.quoted(number) + ".");
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
