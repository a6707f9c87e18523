package io.mlconnector.domain.takingback;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.VisitedTransitions;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceTransitions;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.sending.SendingTransitions;
import io.mlconnector.domain.takingback.TakeBack.Fix;
import io.mlconnector.domain.takingback.TakeBack.Verdict;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TakeBackTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Problem UNIT = Problem.of(ProblemCode.UNIT_UNKNOWN, "acme:QX", "Unit QX is not known.")
            .with("line", "3");
    private static final Problem PRICE = Problem.of(ProblemCode.PRICE_DIFFERS, "PO-1:1", "The price differs.");
    private static final Fix FIX = new Fix("f1", UNIT.causeKey(), true);
    private static final Fix AGAIN = new Fix("f1", UNIT.causeKey(), false);
    private static final OutboundFile FILE = new OutboundFile(
            FolderReference.parse("/upload/acme"),
            "850.edi",
            new ContentHash("a".repeat(64)),
            10,
            "850",
            Optional.empty());
    private static final SendingState.Announced ANNOUNCED = new SendingState.Announced(2);
    private static final InvoiceState.Received ACCEPTED =
            new InvoiceState.Received(Set.of(new Cause("price-differs", "price-differs:PO-1:1")), 3);
    private static final HistoryEntry WHO = new HistoryEntry(NOON, "joe", "take-back", "back", Map.of(), List.of());
    private static final HistoryEntry HELD = HistoryEntry.entry(NOON.minusSeconds(60), "held", UNIT);
    private static final HistoryEntry FIXED =
            new HistoryEntry(NOON.minusSeconds(30), "ann", "release", "again", Map.of("fix", "f1"), List.of());

    private static TakeBack of(FlowState state, Fix fix, HistoryEntry... since) {
        TakeBack decided = TakeBack.of(
                state, Stream.concat(Stream.of(HELD, FIXED), Stream.of(since)).toList(), fix, WHO);
        if (decided instanceof TakeBack.Possible(Decision decision)) {
            if (state.progress() instanceof SendingState) {
                VisitedTransitions.OF_ORDERS.visit(state, decision.next(), SendingTransitions.ALL);
            } else {
                VisitedTransitions.OF_INVOICES.visit(state, decision.next(), InvoiceTransitions.ALL);
            }
        }
        return decided;
    }

    private static Verdict verdict(TakeBack decided) {
        return switch (decided) {
            case TakeBack.Possible ignored -> Verdict.TAKEN_BACK;
            case TakeBack.Stays(Verdict verdict, String ignored) -> verdict;
        };
    }

    private static FlowState after(TakeBack decided) {
        return ((TakeBack.Possible) decided).decision().next();
    }

    static List<Arguments> states() {
        return List.of(
                Arguments.of(ANNOUNCED, Verdict.TAKEN_BACK),
                Arguments.of(new SendingState.Ready(FILE, 1), Verdict.TAKEN_BACK),
                Arguments.of(Held.because(PRICE, ANNOUNCED), Verdict.TAKEN_BACK),
                Arguments.of(new Failed(PRICE, ANNOUNCED), Verdict.TAKEN_BACK),
                Arguments.of(new InvoiceState.Ready(Invoices.toPost(), 1), Verdict.TAKEN_BACK),
                Arguments.of(new SendingState.Ready(FILE, 1, true), Verdict.SENT),
                Arguments.of(new SendingState.Uploading(FILE, 0), Verdict.SENT),
                Arguments.of(new SendingState.InDoubt(FILE, NOON, 1), Verdict.IN_DOUBT),
                Arguments.of(Held.because(PRICE, new SendingState.InDoubt(FILE, NOON, 1)), Verdict.IN_DOUBT),
                Arguments.of(new SendingState.Delivered(FILE, NOON), Verdict.SENT),
                Arguments.of(ACCEPTED, Verdict.TAKEN_BACK),
                Arguments.of(Held.because(PRICE, ACCEPTED), Verdict.TAKEN_BACK),
                Arguments.of(new Failed(PRICE, ACCEPTED), Verdict.TAKEN_BACK),
                Arguments.of(Held.because(UNIT, ACCEPTED), Verdict.STANDS),
                Arguments.of(new InvoiceState.Posted("H-1", NOON), Verdict.SENT),
                Arguments.of(new InvoiceState.Duplicate(PRICE, Optional.empty()), Verdict.GONE_ON),
                Arguments.of(Discarded.because(PRICE, Held.because(UNIT, ACCEPTED)), Verdict.GONE_ON));
    }

    @ParameterizedTest
    @MethodSource("states")
    void what_was_not_sent_is_taken_back_and_what_was_or_may_have_been_stays(FlowState state, Verdict expected) {
        assertThat(verdict(of(state, FIX))).isEqualTo(expected);
    }

    @Test
    void it_stands_still_again_for_what_it_stood_for_and_nothing_that_was_accepted_counts_any_more() {
        assertThat(after(of(ACCEPTED, FIX))).isEqualTo(Held.because(UNIT, new InvoiceState.Received(Set.of(), 0)));
        assertThat(after(of(new SendingState.Ready(FILE, 1), FIX)))
                .as("what was written and not sent is written anew")
                .isEqualTo(Held.because(UNIT, new SendingState.Announced(0)));
        assertThat(((TakeBack.Possible) of(ACCEPTED, FIX)).decision().history()).containsExactly(WHO);
    }

    @Test
    void of_a_history_that_does_not_tell_the_cause_is_kept() {
        TakeBack decided = TakeBack.of(ACCEPTED, List.of(FIXED), FIX, WHO);

        Problem why = after(decided).reason().orElseThrow();
        assertThat(why.causeKey()).isEqualTo(UNIT.causeKey());
        assertThat(why.code()).isEqualTo("unit-unknown");
        assertThat(why.message()).contains("taken back");
    }

    @Test
    void what_was_only_done_again_and_stands_still_for_another_reason_keeps_that() {
        assertThat(verdict(of(Held.because(PRICE, ACCEPTED), AGAIN))).isEqualTo(Verdict.STANDS);
        assertThat(verdict(of(ANNOUNCED, AGAIN)))
                .as("one that still waits for its turn is stopped")
                .isEqualTo(Verdict.TAKEN_BACK);
    }

    @Test
    void a_document_about_which_a_person_decided_since_is_theirs() {
        HistoryEntry later = new HistoryEntry(NOON, "bob", "release", "go", Map.of(), List.of());
        HistoryEntry comment = new HistoryEntry(NOON, "bob", "comment", "look", Map.of(), List.of());
        HistoryEntry byItself = HistoryEntry.entry(NOON, "release", "go");

        assertThat(verdict(of(ACCEPTED, FIX, later))).isEqualTo(Verdict.GONE_ON);
        assertThat(((TakeBack.Stays) of(ACCEPTED, FIX, later)).why()).contains("bob");
        assertThat(verdict(of(ACCEPTED, FIX, comment, byItself))).isEqualTo(Verdict.TAKEN_BACK);
    }
}
