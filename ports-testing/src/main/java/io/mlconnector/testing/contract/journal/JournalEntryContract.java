package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How documents enter, what is heard, and what a poll remembers. */
interface JournalEntryContract {

    JournalBench bench();

    @Test
    default void a_document_is_found_as_it_was_entered() {
        NewDocument order = bench().order("PO-1");
        bench().announced(order);
        DocumentRecord found = bench().find(order.id());
        assertThat(found.connection()).isEqualTo(bench().connection);
        assertThat(found.partner()).isEqualTo("acme");
        assertThat(found.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(found.type()).isEqualTo("850");
        assertThat(found.keys()).isEqualTo(order.keys());
        assertThat(found.condition()).isEqualTo(Condition.MOVING);
        assertThat(found.stage()).isEqualTo(Stage.ANNOUNCED);
        assertThat(found.validity()).isEqualTo(Validity.PENDING);
        assertThat(found.acknowledgement()).isEqualTo(Acknowledgement.NONE);
        assertThat(found.reason()).isEmpty();
        assertThat(found.state()).isEqualTo(new SendingState.Announced(0));
        assertThat(found.content()).isEmpty();
        assertThat(found.file()).isEmpty();
        assertThat(found.duplicateOf()).isEmpty();
        assertThat(found.attempts()).isZero();
        assertThat(found.nextAttemptAt()).isEmpty();
        assertThat(found.createdAt()).isEqualTo(bench().now());
        assertThat(found.changedAt()).isEqualTo(bench().now());
    }

    @Test
    default void an_unknown_document_is_not_found() {
        assertThat(await(bench().journal.find(bench().id()))).isEmpty();
        assertThat(await(bench().journal.history(bench().id()))).isEmpty();
    }

    @Test
    default void a_business_document_is_announced_once() {
        DocumentId first = bench().announced("PO-1");
        NewDocument other = bench().order("PO-2");
        assertThat(await(bench().journal.announce(List.of(bench().order("PO-1"), other))))
                .containsExactly(other.id());
        assertThat(bench().events(first)).containsExactly("announced");
    }

    @Test
    default void a_business_document_that_is_announced_twice_at_once_enters_once() {
        NewDocument first = bench().order("PO-1");
        NewDocument second = bench().order("PO-1");
        assertThat(await(bench().journal.announce(List.of(first, second)))).containsExactly(first.id());
        assertThat(await(bench().journal.find(second.id()))).isEmpty();
    }

    @Test
    default void a_number_that_is_used_again_with_other_content_is_held_once_for_each_content() {
        NewDocument first = printed("PO-1", "one");
        assertThat(await(bench().journal.announce(List.of(first)))).containsExactly(first.id());
        assertThat(await(bench().journal.announce(List.of(printed("PO-1", "one")))))
                .isEmpty();
        NewDocument other = printed("PO-1", "two");
        assertThat(await(bench().journal.announce(List.of(other)))).containsExactly(other.id());
        assertThat(await(bench().journal.announce(List.of(printed("PO-1", "two"), printed("PO-1", "one")))))
                .isEmpty();
        DocumentRecord held = bench().find(other.id());
        assertThat(held.condition()).isEqualTo(Condition.HELD);
        assertThat(held.reason()).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("confirmation-number-reused");
            assertThat(why.message()).contains(first.id().text());
        });
        assertThat(bench().events(other.id())).containsExactly("announced", "held");
        assertThat(bench().find(first.id()).condition()).isEqualTo(Condition.MOVING);
    }

    @Test
    default void a_number_that_is_used_twice_at_once_with_other_content_enters_twice_and_one_is_held() {
        NewDocument first = printed("PO-1", "one");
        NewDocument other = printed("PO-1", "two");
        assertThat(await(bench().journal.announce(List.of(first, other)))).containsExactly(first.id(), other.id());
        assertThat(bench().find(other.id()).condition()).isEqualTo(Condition.HELD);
    }

    @Test
    default void of_a_document_without_a_fingerprint_nothing_is_known_and_nothing_is_held() {
        bench().announced("PO-1");
        assertThat(await(bench().journal.announce(List.of(printed("PO-1", "one")))))
                .isEmpty();
    }

    /** An order of this content. */
    private NewDocument printed(String name, String content) {
        NewDocument order = bench().order(name);
        return new NewDocument(
                order.id(),
                order.connection(),
                order.partner(),
                order.direction(),
                order.type(),
                order.dedupeKey(),
                Optional.of(JournalBench.hash(content)),
                order.sequenceKey(),
                order.keys(),
                order.validity(),
                order.state(),
                order.content(),
                order.history());
    }

    @Test
    default void of_many_who_announce_the_same_document_one_enters_it() {
        List<List<DocumentId>> fresh =
                together(8, ignored -> bench().journal.announce(List.of(bench().order("PO-1"), bench().order("PO-2"))));
        assertThat(fresh.stream().mapToInt(List::size).sum()).isEqualTo(2);
    }

    @Test
    default void a_discarded_document_is_not_announced_again() {
        DocumentId id = bench().announced("PO-1");
        bench().commit(
                        bench().claimed(id),
                        bench().rests(Discarded.because(
                                JournalBench.problem("unwanted"), new SendingState.Announced(0))));
        assertThat(await(bench().journal.announce(List.of(bench().order("PO-1")))))
                .isEmpty();
    }

    @Test
    default void documents_without_a_dedupe_key_all_enter() {
        NewDocument first = kept_only();
        NewDocument second = kept_only();
        assertThat(await(bench().journal.announce(List.of(first, second)))).containsExactly(first.id(), second.id());
    }

    private NewDocument kept_only() {
        NewDocument order = bench().order("kept");
        return new NewDocument(
                order.id(),
                order.connection(),
                "",
                Direction.INBOUND,
                "855",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BusinessKeys.NONE,
                Validity.VALID,
                order.state(),
                Optional.empty(),
                order.history());
    }

    @Test
    default void the_payload_of_a_new_document_is_kept_under_its_hash() {
        NewDocument invoice = bench().invoice("INV-1", "an invoice of " + bench().connection);
        bench().announced(invoice);
        assertThat(bench().find(invoice.id()).content())
                .contains(JournalBench.hash("an invoice of " + bench().connection));
        assertThat(await(bench().journal.payload(JournalBench.hash("an invoice of " + bench().connection))))
                .hasValueSatisfying(payload -> {
                    assertThat(payload.bytes()).asString().isEqualTo("an invoice of " + bench().connection);
                    assertThat(payload.mediaType()).isEqualTo("application/edi-x12");
                });
        assertThat(await(bench().journal.payload(JournalBench.hash("never stored " + bench().connection))))
                .isEmpty();
    }

    @Test
    default void an_event_is_new_once_for_each_connection() {
        byte[] body = {1, 2, 3};
        assertThat(await(bench().journal.recordNotice(bench().connection, "E-1", body, bench().now())))
                .isTrue();
        assertThat(await(bench().journal.recordNotice(bench().connection, "E-1", body, bench().now())))
                .isFalse();
        assertThat(await(bench().journal.recordNotice(bench().connection, "E-2", body, bench().now())))
                .isTrue();
        assertThat(await(bench().journal.recordNotice(bench().connection + "x", "E-1", body, bench().now())))
                .isTrue();
    }

    @Test
    default void a_cursor_is_what_it_was_moved_to_last() {
        assertThat(await(bench().journal.cursor(bench().key("poll")))).isEmpty();
        await(bench().journal.moveCursor(bench().key("poll"), "2026-03-01"));
        await(bench().journal.moveCursor(bench().key("poll"), "2026-03-02"));
        assertThat(await(bench().journal.cursor(bench().key("poll")))).contains("2026-03-02");
        assertThat(await(bench().journal.cursor(bench().key("other")))).isEmpty();
        await(bench().journal.moveCursor(bench().key("second"), "7"));
        assertThat(await(bench().journal.cursors(List.of(bench().key("poll"), bench().key("other")))))
                .as("only what was asked for and was set")
                .isEqualTo(Map.of(bench().key("poll"), "2026-03-02"));
        assertThat(await(bench().journal.cursors(List.of(bench().key("second"), bench().key("poll")))))
                .isEqualTo(Map.of(bench().key("poll"), "2026-03-02", bench().key("second"), "7"));
        assertThat(await(bench().journal.cursors(List.of()))).isEmpty();
    }
}
