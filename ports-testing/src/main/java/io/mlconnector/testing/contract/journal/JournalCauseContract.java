package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.ports.journal.document.Worth;
import io.mlconnector.ports.journal.history.FixAct;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands still, by cause. */
interface JournalCauseContract {

    JournalBench bench();

    /** A cause of this test's own. */
    private Problem cause(String name) {
        return Problem.named("unit-unknown", bench().key(name), "The unit is not known. Enter it.");
    }

    private Optional<StuckCause> found(Problem cause) {
        return await(bench().journal.causes(10_000)).stream()
                .filter(one -> one.causeKey().equals(cause.causeKey()))
                .findFirst();
    }

    private DocumentId enter(String name, FlowState state, Optional<Worth> worth) {
        NewDocument document = bench().invoice(name, "content of " + name, state, worth);
        await(bench().journal.receive(bench().file(name, "1", false, Optional.empty()), List.of(document), List.of()));
        bench().clock.advance(Duration.ofMinutes(1));
        return document.id();
    }

    private static FlowState held(Problem cause) {
        return Held.because(cause, new InvoiceState.Received(Set.of(), 0));
    }

    private static Optional<Worth> worth(String amount, String currency, String due) {
        return Optional.of(new Worth(
                new BigDecimal(amount),
                currency,
                due.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(due))));
    }

    @Test
    default void documents_of_one_cause_are_counted_with_their_money_and_their_earliest_day() {
        Problem unit = cause("unit");
        Instant first = bench().now();
        enter("I-1", held(unit), worth("100.10", "USD", "2026-05-01"));
        enter("I-2", held(unit), worth("-20.05", "USD", "2026-04-01"));
        enter("I-3", new Failed(unit, new InvoiceState.Received(Set.of(), 0)), worth("7", "EUR", ""));
        Instant last = bench().now();
        enter("I-4", held(unit), Optional.empty());

        StuckCause found = found(unit).orElseThrow();
        assertThat(found.documents()).isEqualTo(4);
        assertThat(found.amounts().keySet()).containsExactlyInAnyOrder("USD", "EUR");
        assertThat(found.amounts().get("USD")).isEqualByComparingTo("80.05");
        assertThat(found.amounts().get("EUR")).isEqualByComparingTo("7");
        assertThat(found.earliestDue()).contains(LocalDate.parse("2026-04-01"));
        assertThat(found.since()).isEqualTo(first);
        assertThat(found.latest()).isEqualTo(last);
        assertThat(found.partners()).containsExactly("acme");
        assertThat(found.example()).isEqualTo(unit);
    }

    @Test
    default void what_moves_or_is_settled_has_no_cause() {
        Problem unit = cause("unit");
        enter("I-1", new InvoiceState.Received(Set.of(), 0), worth("1", "USD", ""));
        assertThat(found(unit)).isEmpty();
        DocumentId held = enter("I-2", held(unit), worth("1", "USD", ""));
        assertThat(found(unit)).isPresent();
        await(bench().journal
                .intervene(
                        held,
                        bench().now(),
                        document -> Optional.of(bench().goesOn(new InvoiceState.Received(Set.of(), 0)))));
        assertThat(found(unit)).isEmpty();
    }

    @Test
    default void the_causes_of_most_documents_come_first_and_no_more_than_wanted() {
        Problem few = cause("few");
        Problem many = cause("many");
        enter("I-1", held(many), Optional.empty());
        enter("I-2", held(few), Optional.empty());
        enter("I-3", held(many), Optional.empty());
        assertThat(await(bench().journal.causes(10_000)).stream()
                        .map(StuckCause::causeKey)
                        .filter(key ->
                                Stream.of(few, many).map(Problem::causeKey).anyMatch(key::equals)))
                .containsExactly(many.causeKey(), few.causeKey());
        assertThat(await(bench().journal.causes(1))).hasSize(1);
    }

    @Test
    default void what_a_document_is_worth_is_shown_and_stays_when_it_moves() {
        DocumentId id =
                enter("I-1", new InvoiceState.Received(Set.of(), 0), worth("1234567.1234", "USD", "2026-05-01"));
        assertThat(bench().find(id).keys().worth()).isEqualTo(worth("1234567.1234", "USD", "2026-05-01"));
        bench().commit(bench().claimed(id), bench().rests(new InvoiceState.Posted("VI-1", bench().now())));
        assertThat(bench().find(id).keys().worth()).isEqualTo(worth("1234567.1234", "USD", "2026-05-01"));
        assertThat(bench().find(bench().announced("PO-1")).keys().worth()).isEmpty();
    }

    @Test
    default void causes_of_one_partner_count_his_documents_only() {
        Problem unit = cause("unit");
        enter("I-1", held(unit), worth("1", "USD", ""));
        assertThat(await(bench().journal.causes(Optional.of("acme"), 10_000)))
                .extracting(StuckCause::causeKey)
                .contains(unit.causeKey());
        assertThat(await(bench().journal.causes(Optional.of("somebody-else"), 10_000)))
                .isEmpty();
    }

    private void decide(DocumentId id, String event, String who, Problem about) {
        bench().clock.advance(Duration.ofMinutes(1));
        HistoryEntry entry = new HistoryEntry(
                bench().now(), who, event, event, Map.of(Precedent.CAUSE, about.causeKey()), List.of());
        await(bench().journal
                .intervene(
                        id,
                        bench().now(),
                        document -> Optional.of(Change.of(
                                Decision.of(new InvoiceState.Received(Set.of(), 0), new Step.Prepare(), entry)))));
    }

    @Test
    default void what_people_decided_about_a_cause_is_counted_by_document_with_the_last_release() {
        Problem charge = cause("charge");
        Problem other = cause("other");
        List<DocumentId> ids = Stream.of("I-1", "I-2", "I-3", "I-4")
                .map(name -> enter(name, held(charge), Optional.empty()))
                .toList();
        assertThat(await(bench().journal.precedents(List.of(charge.causeKey()))))
                .isEmpty();
        decide(ids.get(0), "release", "joe", charge);
        decide(ids.get(1), "release", "jane", charge);
        Instant last = bench().now();
        decide(ids.get(2), "discard", "joe", charge);
        decide(ids.get(3), "release", "joe", other);
        assertThat(await(bench().journal.precedents(List.of(charge.causeKey(), "no-such-cause:x"))))
                .containsExactly(new Precedent(charge.causeKey(), 3, 2, "jane", last));

        decide(ids.get(1), "discard", "joe", charge);
        assertThat(await(bench().journal.precedents(List.of(charge.causeKey()))))
                .as("the last word about a document counts")
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.decided()).isEqualTo(3);
                    assertThat(one.released()).isEqualTo(1);
                    assertThat(one.who()).isEqualTo("joe");
                });
        assertThat(await(bench().journal.precedents(List.of()))).isEmpty();
    }

    @Test
    default void what_happens_by_itself_is_no_decision_of_a_person() {
        Problem charge = cause("charge");
        decide(enter("I-1", held(charge), Optional.empty()), "release", HistoryEntry.DAEMON, charge);
        assertThat(await(bench().journal.precedents(List.of(charge.causeKey()))))
                .isEmpty();
    }

    @Test
    default void a_release_that_did_not_help_does_not_count() {
        Problem charge = cause("charge");
        DocumentId id = enter("I-1", held(charge), Optional.empty());
        decide(id, "release", "joe", charge);
        assertThat(await(bench().journal.precedents(List.of(charge.causeKey()))))
                .hasSize(1);
        await(bench().journal
                .intervene(
                        id,
                        bench().now(),
                        document -> Optional.of(
                                Change.of(Decision.of(held(charge), new Step.Rest(), bench().entry("held"))))));
        assertThat(await(bench().journal.precedents(List.of(charge.causeKey()))))
                .isEmpty();
    }

    private void fixed(DocumentId id, String fix, String event, String who) {
        bench().clock.advance(Duration.ofMinutes(1));
        HistoryEntry entry = new HistoryEntry(bench().now(), who, event, event, Map.of("fix", fix), List.of());
        await(bench().journal
                .intervene(
                        id,
                        bench().now(),
                        document ->
                                Optional.of(Change.of(Decision.of(held(cause("charge")), new Step.Rest(), entry)))));
    }

    @Test
    default void what_fixes_wrote_is_found_by_fix_and_the_newest_fixes_come_first() {
        List<DocumentId> ids = Stream.of("I-1", "I-2")
                .map(name -> enter(name, held(cause("charge")), Optional.empty()))
                .toList();
        assertThat(await(bench().journal.fixes(5))).isEmpty();
        fixed(ids.get(0), "0001", "release", "jane");
        fixed(ids.get(1), "0001", "release", "jane");
        fixed(ids.get(0), "0002", "replay", "joe");
        fixed(ids.get(1), "0001", "take-back", "joe");
        fixed(ids.get(1), "0003", "release", HistoryEntry.DAEMON);

        assertThat(await(bench().journal.fixes(5)))
                .as("what happens by itself is no fix")
                .extracting(act -> act.entry().details().get("fix"), FixAct::document)
                .containsExactly(tuple("0002", ids.get(0)), tuple("0001", ids.get(0)));
        assertThat(await(bench().journal.fixes(1))).hasSize(1);
        assertThat(await(bench().journal.acts("0001")))
                .extracting(FixAct::document, act -> act.entry().event())
                .containsExactly(
                        tuple(ids.get(0), "release"), tuple(ids.get(1), "release"), tuple(ids.get(1), "take-back"));
        assertThat(await(bench().journal.acts("0004"))).isEmpty();
    }

    @Test
    default void a_comment_and_another_try_that_ends_for_the_same_cause_are_no_new_beginning() {
        Problem unit = cause("QZ");
        Problem item = cause("other");
        DocumentId id = bench().announced("PO-1");
        Instant began = stands(id, unit);
        await(bench().journal.note(id, bench().entry("comment"), List.of(), Optional.empty()));
        assertThat(bench().find(id).since()).isEqualTo(began);
        again(id);
        assertThat(bench().find(id).since()).isAfter(began);
        stands(id, unit);
        assertThat(bench().find(id).since()).isEqualTo(began);
        assertThat(found(unit))
                .hasValueSatisfying(cause -> assertThat(cause.since()).isEqualTo(began));
        again(id);
        Instant other = stands(id, item);
        assertThat(bench().find(id).since()).isEqualTo(other);
        bench().clock.advance(Duration.ofHours(1));
        await(bench().journal.note(id, bench().entry("said"), List.of(), Optional.of(Acknowledgement.REJECTED)));
        assertThat(bench().find(id).since())
                .as("an hour later, for the same cause")
                .isEqualTo(other);
    }

    private Instant stands(DocumentId id, Problem why) {
        Instant now = bench().now();
        bench().commit(bench().claimed(id), bench().rests(Held.because(why, new SendingState.Announced(0))));
        bench().clock.advance(Duration.ofHours(1));
        return now;
    }

    private void again(DocumentId id) {
        await(bench().journal
                .intervene(id, bench().now(), document -> Optional.of(bench().goesOn(new SendingState.Announced(0)))));
        bench().clock.advance(Duration.ofHours(1));
    }
}
