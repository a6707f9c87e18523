package io.mlconnector.domain.takingback;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Halted;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Progress;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What becomes of one document when what let it go on is taken back. Pure: time comes in with the entry that says who takes it back
 * and why.
 */
public sealed interface TakeBack {

    /** What a person did after which the document is in that person's hands. */
    Set<String> DECIDED = Set.of("release", "replay", "restore", "discard", "resubmitted");

    /**
     * Nothing of it was sent: it stands still again for what it stood still for before, and nothing that was accepted for it counts
     * any more.
     *
     * @param decision where it stands
     */
    record Possible(Decision decision) implements TakeBack {
        public Possible {
            Objects.requireNonNull(decision, "decision");
        }
    }

    /**
     * It stays as it is.
     *
     * @param verdict why in a word
     * @param why in a sentence that goes on from the name of the document
     */
    record Stays(Verdict verdict, String why) implements TakeBack {
        public Stays {
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(why, "why");
        }
    }

    /** What becomes of it in a word. */
    enum Verdict {
        /** It can be taken back, or was. */
        TAKEN_BACK,
        /** It stands still already; nothing was sent. */
        STANDS,
        /** It was sent, or is being sent. */
        SENT,
        /** Nobody knows whether it was sent. */
        IN_DOUBT,
        /** It ended without being sent, or a person decided about it since. */
        GONE_ON,
        /** Somebody works on it right now. */
        BUSY;

        /** As interface and commands have it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What let a document go on.
     *
     * @param name by which its entry in the history names it, as the detail {@link #NAME}
     * @param causeKey for which the document stood still
     * @param counts whether something of it counts for the document still: an accepted difference, or a translation
     */
    record Fix(String name, String causeKey, boolean counts) {

        /** The detail of an entry of the history that names the fix. */
        public static final String NAME = "fix";

        public Fix {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(causeKey, "causeKey");
        }

        private boolean did(HistoryEntry entry) {
            return name.equals(entry.details().get(NAME));
        }
    }

    /**
     * Of one document.
     *
     * @param state where it stands now
     * @param history all of it
     * @param fix what is taken back
     * @param who stands in the history if it is possible
     */
    static TakeBack of(FlowState state, List<HistoryEntry> history, Fix fix, HistoryEntry who) {
        if (state.mayHaveWritten()) {
            return written(state);
        }
        if (state instanceof Discarded || state.condition() == Condition.DUPLICATE) {
            return new Stays(Verdict.GONE_ON, "was not sent and ended as " + word(state) + "; it stays so.");
        }
        Optional<HistoryEntry> decided = decidedSince(history, fix);
        if (decided.isPresent()) {
            return new Stays(
                    Verdict.GONE_ON,
                    decided.get().actor() + " decided about it since ("
                            + decided.get().event() + "); it stays as it is.");
        }
        if (state instanceof Halted halted && (!fix.counts() || stands(halted, fix))) {
            return new Stays(Verdict.STANDS, "was not sent and stands still already.");
        }
        return begin(state.progress())
                .<TakeBack>map(begin ->
                        new Possible(Decision.of(Held.because(stoodFor(history, fix), begin), new Step.Rest(), who)))
                .orElseGet(() -> new Stays(Verdict.GONE_ON, "has nothing that could be taken back."));
    }

    private static boolean stands(Halted halted, Fix fix) {
        return halted.why().causeKey().equals(fix.causeKey());
    }

    private static String word(FlowState state) {
        return state.condition().word();
    }

    private static Stays written(FlowState state) {
        return switch (state.condition()) {
            case DONE -> new Stays(Verdict.SENT, "was sent; what was sent stays.");
            case UNKNOWN -> new Stays(Verdict.IN_DOUBT, "may have been sent: nobody knows yet. It stays as it is.");
            case MOVING -> new Stays(Verdict.SENT, "is being sent, or was in part; it stays as it is.");
            default ->
                new Stays(
                        Verdict.IN_DOUBT,
                        "may have been sent, or was in part, and is " + word(state) + "; it stays as it is.");
        };
    }

    private static Optional<HistoryEntry> decidedSince(List<HistoryEntry> history, Fix fix) {
        return history.stream()
                .dropWhile(entry -> !fix.did(entry))
                .filter(entry -> !fix.did(entry)
                        && !entry.actor().equals(HistoryEntry.DAEMON)
                        && DECIDED.contains(entry.event()))
                .reduce((earlier, later) -> later);
    }

    /** Where its flow begins, with nothing accepted; empty for a flow that has nothing to take back. */
    private static Optional<Progress> begin(Progress progress) {
        return switch (progress) {
            case SendingState ignored -> Optional.of(new SendingState.Announced(0));
            case InvoiceState ignored -> Optional.of(new InvoiceState.Received(Set.of(), 0));
            default -> Optional.empty();
        };
    }

    /** As the history tells it: the last problem of this cause before the fix. */
    private static Problem stoodFor(List<HistoryEntry> history, Fix fix) {
        return history.stream()
                .takeWhile(entry -> !fix.did(entry))
                .filter(entry -> of(entry.details(), fix.causeKey()))
                .reduce((earlier, later) -> later)
                .map(entry -> {
                    Map<String, String> details = new TreeMap<>(entry.details());
                    String code = String.valueOf(details.remove("code"));
                    return new Problem(code, entry.message(), fix.causeKey(), details);
                })
                .orElseGet(() -> new Problem(
                        fix.causeKey().split(":", 2)[0],
                        "It stood still for " + fix.causeKey()
                                + ", and what let it go on was taken back. Release or replay it to have it go on.",
                        fix.causeKey(),
                        Map.of()));
    }

    private static boolean of(Map<String, String> details, String causeKey) {
        String code = details.getOrDefault("code", "");
        return !code.isEmpty() && (causeKey.equals(code) || causeKey.startsWith(code + ":"));
    }
}
