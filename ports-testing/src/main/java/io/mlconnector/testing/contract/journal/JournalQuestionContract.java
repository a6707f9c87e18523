package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.order.OpenOrders;
import io.mlconnector.ports.journal.order.OrderReference;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Questions about single documents, which have an exact answer however full the journal is. */
interface JournalQuestionContract {

    JournalBench bench();

    private NewDocument revision(String partner, String legalEntity, String order, String confirmation) {
        return sent(
                partner,
                new BusinessKeys(legalEntity, order, confirmation, "", "", "", "", "", Optional.empty()),
                confirmation);
    }

    private NewDocument sent(String partner, BusinessKeys keys, String name) {
        return new NewDocument(
                bench().id(),
                bench().connection,
                partner,
                Direction.OUTBOUND,
                "850",
                Optional.of(bench().key(partner + keys.legalEntity() + name)),
                Optional.empty(),
                Optional.empty(),
                keys,
                Validity.PENDING,
                new SendingState.Announced(0),
                Optional.empty(),
                List.of(bench().entry("announced")));
    }

    private List<DocumentId> revisionsOf(String partner, String order) {
        return await(bench().journal.revisionsOf(bench().connection, partner, order)).stream()
                .map(DocumentRecord::id)
                .toList();
    }

    private List<DocumentId> sentUnder(String partner, String number) {
        return await(bench().journal.sentUnder(bench().connection, partner, number)).stream()
                .map(DocumentRecord::id)
                .toList();
    }

    @Test
    default void the_revisions_of_an_order_are_found_behind_any_number_of_younger_orders_that_contain_its_number() {
        DocumentId first = bench().announced(revision("acme", "usmf", "PO-1", "PO-1-1"));
        DocumentId second = bench().announced(revision("acme", "usmf", "PO-1", "PO-1-2"));
        List<NewDocument> younger = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            younger.add(revision("acme", "usmf", "PO-1" + i, "PO-1" + i + "-1"));
        }
        await(bench().journal.announce(younger));
        assertThat(revisionsOf("acme", "PO-1")).containsExactly(first, second);
    }

    @Test
    default void the_revisions_of_an_order_are_those_of_one_partner_in_all_legal_entities_in_any_case() {
        DocumentId here = bench().announced(revision("acme", "usmf", "po-7", "po-7-1"));
        DocumentId there = bench().announced(revision("acme", "gbsi", "PO-7", "PO-7-1"));
        bench().announced(revision("globex", "usmf", "PO-7", "PO-7-1"));
        bench().announced(bench().invoice("PO-7", "an invoice"));
        assertThat(revisionsOf("acme", "Po-7")).containsExactly(here, there);
        assertThat(revisionsOf("initech", "PO-7")).isEmpty();
    }

    @Test
    default void documents_are_found_by_their_ids_and_what_there_is_not_is_left_out() {
        NewFile file = bench().file("two.edi", "1", false, Optional.empty());
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument second = bench().invoice("INV-2", "two");
        NewDocument absent = bench().invoice("INV-3", "three");
        await(bench().journal.receive(file, List.of(first, second)));

        assertThat(await(bench().journal.find(List.of(second.id(), absent.id(), first.id(), first.id()))))
                .extracting(DocumentRecord::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(await(bench().journal.find(List.of()))).isEmpty();
    }

    @Test
    default void the_documents_of_a_file_are_those_that_came_in_it() {
        NewFile file = bench().file("two.edi", "1", false, Optional.empty());
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument second = bench().invoice("INV-2", "two");
        await(bench().journal.receive(file, List.of(first, second)));
        await(bench().journal
                .receive(
                        bench().file("other.edi", "1", false, Optional.empty()),
                        List.of(bench().invoice("INV-3", "three"))));

        assertThat(await(bench().journal.list(DocumentFilter.ALL.where(new Criterion.FromFile(file.id())))))
                .extracting(DocumentRecord::id)
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    default void what_was_sent_under_a_control_number_is_found_with_and_without_zeros() {
        DocumentId seventeen = bench().announced(
                        sent("acme", BusinessKeys.NONE.withFile("000000017", "17", "0001", "850.edi"), "one"));
        bench().announced(sent("acme", BusinessKeys.NONE.withFile("000000170", "170", "0001", "850b.edi"), "two"));
        bench().announced(sent("globex", BusinessKeys.NONE.withFile("000000017", "17", "0001", "850c.edi"), "three"));
        bench().announced(sent("acme", BusinessKeys.NONE, "four"));
        assertThat(sentUnder("acme", "17")).containsExactly(seventeen);
        assertThat(sentUnder("acme", "000000017")).containsExactly(seventeen);
        assertThat(sentUnder("acme", " 0017 ")).containsExactly(seventeen);
        assertThat(sentUnder("acme", "7")).isEmpty();
    }

    @Test
    default void an_interchange_is_known_under_the_very_number_that_its_sender_gave_it() {
        bench().announced(bench().invoice("INV-1", "one"));
        assertThat(await(
                        bench().journal.interchangeReceived(bench().connection, "acme", "000000017", Optional.empty())))
                .isTrue();
        assertThat(await(
                        bench().journal.interchangeReceived(bench().connection, "acme", "000000018", Optional.empty())))
                .isFalse();
        assertThat(await(bench().journal
                        .interchangeReceived(bench().connection, "globex", "000000017", Optional.empty())))
                .isFalse();
    }

    @Test
    default void an_interchange_is_no_repetition_of_itself_when_its_file_enters_in_parts() {
        NewFile file = bench().file("large.edi", "1", false, Optional.empty());
        await(bench().journal.receive(file, List.of(bench().invoice("INV-1", "one"))));
        assertThat(await(bench().journal
                        .interchangeReceived(bench().connection, "acme", "000000017", Optional.of(file.id()))))
                .isFalse();
        await(bench().journal
                .receive(
                        bench().file("other.edi", "1", false, Optional.empty()),
                        List.of(bench().invoice("INV-1", "two"))));
        assertThat(await(bench().journal
                        .interchangeReceived(bench().connection, "acme", "000000017", Optional.of(file.id()))))
                .isTrue();
    }

    private NewDocument standing(String partner, String order, String confirmation, FlowState state) {
        return going(Direction.OUTBOUND, "850", partner, order, confirmation, state);
    }

    private NewDocument going(
            Direction direction, String type, String partner, String order, String confirmation, FlowState state) {
        return new NewDocument(
                bench().id(),
                bench().connection,
                partner,
                direction,
                type,
                Optional.of(bench().key(partner + confirmation)),
                Optional.empty(),
                Optional.empty(),
                BusinessKeys.ofConfirmation("usmf", order, confirmation),
                Validity.PENDING,
                state,
                Optional.empty(),
                List.of(bench().entry("announced")));
    }

    private static FlowState held() {
        return Held.because(JournalBench.problem("partner-unknown"), new SendingState.Announced(0));
    }

    private FlowState delivered() {
        return new SendingState.Delivered(
                new OutboundFile(
                        new FolderReference.ByPath("/upload/acme"),
                        "850.edi",
                        JournalBench.payload("850").hash(),
                        3,
                        "850",
                        Optional.empty()),
                bench().now());
    }

    private OrderReference order(String number) {
        return new OrderReference(bench().connection, number);
    }

    @Test
    default void everything_about_an_order_is_found_in_any_case_and_nothing_about_orders_that_contain_its_number() {
        DocumentId first = bench().announced(revision("acme", "usmf", "po-7", "po-7-1"));
        DocumentId second = bench().announced(revision("globex", "gbsi", "PO-7", "PO-7-2"));
        bench().announced(revision("acme", "usmf", "PO-77", "PO-77-1"));
        bench().announced(bench().invoice("PO-7", "names the order nowhere"));

        assertThat(await(bench().journal.aboutOrder(order("Po-7"), 10)))
                .extracting(DocumentRecord::id)
                .containsExactly(first, second);
        assertThat(await(bench().journal.aboutOrder(order("PO-7"), 1)))
                .extracting(DocumentRecord::id)
                .containsExactly(second);
        assertThat(await(bench().journal.aboutOrder(order(""), 10))).isEmpty();
        assertThat(await(bench().journal.aboutOrder(new OrderReference("another", "PO-7"), 10)))
                .isEmpty();
    }

    @Test
    default void many_invoices_of_an_order_do_not_hide_its_revisions() {
        DocumentId revision = bench().announced(revision("acme", "usmf", "PO-7", "PO-7-1"));
        DocumentId newest = revision;
        for (int i = 1; i <= 3; i++) {
            newest = bench().announced(going(Direction.INBOUND, "810", "acme", "PO-7", "INV-" + i, held()));
        }

        assertThat(await(bench().journal.aboutOrder(order("PO-7"), 1)))
                .extracting(DocumentRecord::id)
                .containsExactly(revision, newest);
    }

    @Test
    default void orders_are_open_by_one_of_their_documents_and_each_is_named_once() {
        String partner = bench().key("open");
        bench().announced(standing(partner, "PO-1", "PO-1-1", held()));
        bench().announced(standing(partner, "po-1", "PO-1-2", new SendingState.Announced(0)));
        bench().announced(standing(partner, "PO-2", "PO-2-1", delivered()));
        bench().announced(standing(partner, "PO-3", "PO-3-1", new SendingState.Announced(0)));
        bench().announced(standing(partner + "-other", "PO-4", "PO-4-1", held()));

        assertThat(open(OpenOrders.any(Optional.of(partner), 10))).containsExactly("PO-1", "PO-3");
        assertThat(open(OpenOrders.any(Optional.of(partner), 1))).containsExactly("PO-1");
        assertThat(open(new OpenOrders(Optional.of(partner), Set.of(Condition.HELD), Set.of(), 10)))
                .containsExactly("PO-1");
        assertThat(open(new OpenOrders(Optional.of(partner), Set.of(), Set.of(Acknowledgement.OVERDUE), 10)))
                .isEmpty();
    }

    private List<String> open(OpenOrders wanted) {
        return await(bench().journal.openOrders(wanted)).stream()
                .map(one -> one.orderNumber().toUpperCase(Locale.ROOT))
                .toList();
    }

    @Test
    default void the_newest_orders_are_those_of_the_newest_revisions() {
        String partner = bench().key("newest");
        bench().announced(standing(partner, "PO-1", "PO-1-1", delivered()));
        bench().announced(standing(partner, "PO-2", "PO-2-1", delivered()));
        bench().announced(standing(partner, "PO-1", "PO-1-2", delivered()));
        bench().announced(standing(partner + "-other", "PO-4", "PO-4-1", delivered()));

        assertThat(await(bench().journal.newestOrders(Optional.of(partner), 10)))
                .containsExactly(order("PO-1"), order("PO-2"));
        assertThat(await(bench().journal.newestOrders(Optional.of(partner), 1))).containsExactly(order("PO-1"));
        assertThat(await(bench().journal.newestOrders(Optional.empty(), 1_000)))
                .containsSubsequence(order("PO-4"), order("PO-1"), order("PO-2"));
    }
}
