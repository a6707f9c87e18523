package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists of documents. */
interface JournalViewContract {

    JournalBench bench();

    /** A filter for this test's documents that meet these criteria too. */
    private DocumentFilter only(Criterion... criteria) {
        return DocumentFilter.ALL
                .where(new Criterion.OfConnection(bench().connection))
                .where(criteria);
    }

    private DocumentFilter page(int limit, Optional<DocumentId> after) {
        return only().page(limit, after);
    }

    private List<DocumentId> list(DocumentFilter filter) {
        return await(bench().journal.list(filter)).stream()
                .map(DocumentRecord::id)
                .toList();
    }

    @Test
    default void documents_are_listed_newest_first() {
        DocumentId first = bench().announced("PO-1");
        DocumentId second = bench().announced("PO-2");
        DocumentId third = bench().announced("PO-3");
        assertThat(list(only())).containsExactly(third, second, first);
    }

    @Test
    default void a_list_is_read_page_by_page() {
        DocumentId first = bench().announced("PO-1");
        DocumentId second = bench().announced("PO-2");
        DocumentId third = bench().announced("PO-3");
        assertThat(list(page(2, Optional.empty()))).containsExactly(third, second);
        assertThat(list(page(2, Optional.of(second)))).containsExactly(first);
        assertThat(list(page(2, Optional.of(first)))).isEmpty();
    }

    @Test
    default void all_that_match_are_counted_and_named_over_all_pages_up_to_a_bound() {
        DocumentId first = bench().announced("PO-1");
        DocumentId second = bench().announced("PO-2");
        DocumentId third = bench().announced("PO-3");
        bench().announced(bench().invoice("INV-1", "one"));
        DocumentFilter orders = only(new Criterion.Going(Direction.OUTBOUND)).page(1, Optional.of(second));

        assertThat(await(bench().journal.matching(orders, 10))).containsExactly(third, second, first);
        assertThat(await(bench().journal.matching(orders, 2))).containsExactly(third, second);
        assertThat(await(bench().journal.count(orders, 10))).isEqualTo(3);
        assertThat(await(bench().journal.count(orders, 2))).isEqualTo(2);
        assertThat(await(bench().journal.count(only(new Criterion.OfPartner("nobody")), 2)))
                .isZero();
    }

    @Test
    default void what_a_search_finds_is_counted_and_named_too() {
        DocumentId first = bench().announced("PO-4711");
        bench().announced("PO-4712");
        DocumentId third = bench().announced("PO-4711-A");
        DocumentFilter found = only(new Criterion.FoundBy("4711"));

        assertThat(await(bench().journal.matching(found, 10))).containsExactly(third, first);
        assertThat(await(bench().journal.matching(found, 1))).containsExactly(third);
        assertThat(await(bench().journal.count(found, 10))).isEqualTo(2);
        assertThat(await(bench().journal.count(found, 1))).isEqualTo(1);
    }

    @Test
    default void a_list_shows_what_the_single_document_shows() {
        DocumentId id = bench().announced("PO-1");
        assertThat(await(bench().journal.list(only()))).containsExactly(bench().find(id));
    }

    @Test
    default void a_list_can_be_restricted_by_what_the_document_is() {
        DocumentId order = bench().announced("PO-1");
        DocumentId invoice = bench().announced(bench().invoice("INV-1", "one"));
        bench().commit(
                        bench().claimed(order),
                        bench().rests(new SendingState.Announced(1))
                                .with(new Amendment.Exchange("globex", "860"))
                                .with(new Amendment.Numbers(BusinessKeys.NONE.withOrder("dat", "PO-1"))));
        assertThat(list(only(new Criterion.OfPartner("globex")))).containsExactly(order);
        assertThat(list(only(new Criterion.OfLegalEntity("usmf")))).containsExactly(invoice);
        assertThat(list(only(new Criterion.OfLegalEntity("dat")))).containsExactly(order);
        assertThat(list(only(new Criterion.Going(Direction.INBOUND)))).containsExactly(invoice);
        assertThat(list(only(new Criterion.Going(Direction.OUTBOUND)))).containsExactly(order);
        assertThat(list(only(new Criterion.OfType("860")))).containsExactly(order);
    }

    @Test
    default void a_list_can_be_restricted_by_how_the_document_is_doing() {
        DocumentId moving = bench().announced("PO-1");
        DocumentId waiting = bench().announced("PO-2");
        DocumentId held = bench().announced("PO-3");
        DocumentId posted = bench().announced(bench().invoice("INV-1", "one"));
        DocumentId unknown = bench().announced("PO-4");
        List<io.mlconnector.ports.journal.Claim> claims = bench().claimDue();
        for (var claim : claims) {
            if (claim.id().equals(waiting)) {
                bench().commit(claim, bench().waits(new SendingState.Announced(1), Duration.ofMinutes(1)));
            } else if (claim.id().equals(held)) {
                bench().commit(
                                claim,
                                bench().rests(Held.because(
                                        JournalBench.problem("item-unknown"), new SendingState.Announced(0))));
            } else if (claim.id().equals(posted)) {
                bench().commit(claim, bench().rests(new InvoiceState.Posted("VI-1", bench().now())));
            } else if (claim.id().equals(unknown)) {
                bench().commit(
                                claim,
                                bench().waits(
                                                new SendingState.InDoubt(
                                                        JournalCommitContract.file(), bench().now(), 0),
                                                Duration.ofMinutes(1)));
            }
        }
        assertThat(list(only(new Criterion.InCondition(Condition.MOVING)))).containsExactly(moving);
        assertThat(list(only(new Criterion.InCondition(Condition.WAITING)))).containsExactly(waiting);
        assertThat(list(only(new Criterion.InCondition(Condition.HELD)))).containsExactly(held);
        assertThat(list(only(new Criterion.InCondition(Condition.UNKNOWN)))).containsExactly(unknown);
        assertThat(list(only(new Criterion.InCondition(Condition.DONE)))).containsExactly(posted);
        assertThat(list(only(new Criterion.AtStage(Stage.POSTED)))).containsExactly(posted);
        assertThat(list(only(new Criterion.AtStage(Stage.ANNOUNCED)))).containsExactly(held, waiting, moving);
        assertThat(list(only(new Criterion.StuckBecause("item-unknown:it")))).containsExactly(held);
        assertThat(list(only(new Criterion.StuckBecause("item-unknown:other")))).isEmpty();
    }

    @Test
    default void a_list_can_be_restricted_by_what_the_partner_said() {
        DocumentId id = bench().announced("PO-1");
        bench().announced("PO-2");
        await(bench().journal
                .note(id, bench().entry("acknowledged"), List.of(), Optional.of(Acknowledgement.ACCEPTED_WITH_ERRORS)));
        assertThat(list(only(new Criterion.Answered(Acknowledgement.ACCEPTED_WITH_ERRORS))))
                .containsExactly(id);
    }

    @Test
    default void a_list_can_be_searched_for_part_of_a_number_or_name() {
        DocumentId order = bench().announced("PO-4711");
        DocumentId invoice = bench().announced(bench().invoice("INV-0815", "one"));
        assertThat(list(only(new Criterion.Mentioning("4711")))).containsExactly(order);
        assertThat(list(only(new Criterion.Mentioning("po-47")))).containsExactly(order);
        assertThat(list(only(new Criterion.Mentioning("0815")))).containsExactly(invoice);
        assertThat(list(only(new Criterion.Mentioning("000017")))).containsExactly(invoice);
        assertThat(list(only(new Criterion.Mentioning("in.ed")))).containsExactly(invoice);
        assertThat(list(only(new Criterion.Mentioning("%")))).isEmpty();
        assertThat(list(only(new Criterion.Mentioning("_")))).isEmpty();
    }

    @Test
    default void a_list_can_be_searched_for_whatever_people_see_of_a_document() {
        DocumentId order = bench().announced("PO-4711");
        DocumentId invoice =
                bench().announced(bench().invoice("INV-0815", "one").foundBy("B-200\nHex bolt 100% steel\nYard & Co"));
        assertThat(list(found("4711"))).containsExactly(order);
        assertThat(list(found(order.text()))).containsExactly(order);
        assertThat(list(found("inv-0815"))).containsExactly(invoice);
        assertThat(list(found("000017"))).containsExactly(invoice);
        assertThat(list(found("in.ed"))).containsExactly(invoice);
        assertThat(list(found("b-20"))).containsExactly(invoice);
        assertThat(list(found("HEX BOLT"))).containsExactly(invoice);
        assertThat(list(found("  bolt   acme\thex "))).containsExactly(invoice);
        assertThat(list(found("100% yard"))).containsExactly(invoice);
        assertThat(list(found("acme"))).containsExactly(invoice, order);
        assertThat(list(found("usmf"))).containsExactly(invoice, order);
        assertThat(list(found("bolt 4711"))).isEmpty();
        assertThat(list(found("co"))).as("stands by itself").containsExactly(invoice);
        assertThat(list(found("hex b"))).as("only a part of a word").containsExactly(invoice);
        assertThat(list(found("ex"))).as("only a part of a word").isEmpty();
        assertThat(list(found("&"))).containsExactly(invoice);
        assertThat(list(found("%"))).containsExactly(invoice);
        assertThat(list(found(".*"))).isEmpty();
        assertThat(list(found("_"))).isEmpty();
        assertThat(list(found("' or true --"))).isEmpty();
        assertThat(list(found("\u0000"))).isEmpty();
        assertThat(list(found(" "))).containsExactly(invoice, order);
    }

    @Test
    default void a_search_narrows_down_what_other_filters_leave_page_by_page() {
        DocumentId first = bench().announced(bench().invoice("INV-1", "one").foundBy("bolt"));
        DocumentId order = bench().announced("PO-bolt");
        DocumentId second = bench().announced(bench().invoice("INV-2", "two").foundBy("bolt"));
        assertThat(list(found("bolt"))).containsExactly(second, order, first);
        assertThat(list(only(new Criterion.OfType("810"), new Criterion.FoundBy("bolt"))))
                .containsExactly(second, first);
        assertThat(list(only(new Criterion.FoundBy("bolt"), new Criterion.FoundBy("inv-1"))))
                .containsExactly(first);
        assertThat(list(found("bolt").page(1, Optional.empty()))).containsExactly(second);
        assertThat(list(found("bolt").page(2, Optional.of(second)))).containsExactly(order, first);
    }

    @Test
    default void what_becomes_known_of_a_document_is_found_from_then_on_and_what_is_no_longer_so_is_not() {
        DocumentId id = bench().announced("PO-1");
        bench().commit(
                        bench().claimed(id),
                        bench().waits(new SendingState.Announced(1), Duration.ZERO)
                                .with(
                                        new Amendment.SearchText("copper wire"),
                                        new Amendment.Exchange("globex", "850")));
        assertThat(list(found("copper globex"))).containsExactly(id);
        assertThat(list(found("acme"))).isEmpty();
        bench().commit(
                        bench().claimed(id),
                        bench().waits(new SendingState.Announced(2), Duration.ZERO)
                                .with(new Amendment.Numbers(
                                        bench().find(id).keys().withFile("000000099", "99", "0001", "out.edi"))));
        assertThat(list(found("copper 000000099"))).containsExactly(id);
        bench().commit(
                        bench().claimed(id),
                        bench().rests(new SendingState.Announced(3)).with(new Amendment.SearchText("steel")));
        assertThat(list(found("copper"))).isEmpty();
        assertThat(list(found("steel out.edi"))).containsExactly(id);
    }

    @Test
    default void what_stands_still_is_found_by_its_reason_together_with_its_texts() {
        DocumentId held = bench().announced(bench().invoice("INV-1", "one").foundBy("bolt"));
        bench().announced(bench().invoice("INV-2", "two").foundBy("bolt"));
        Problem why = JournalBench.problem("item-unknown");
        bench().commit(bench().claimed(held), bench().rests(Held.because(why, new InvoiceState.Received(Set.of(), 0))));
        String word = why.message().split(" ")[0];
        assertThat(list(found(why.message()))).containsExactly(held);
        assertThat(list(found(word + " bolt"))).containsExactly(held);
        assertThat(list(only(new Criterion.FoundBy(word + " bolt"), new Criterion.OfPartner("acme"))))
                .containsExactly(held);
        assertThat(list(only(new Criterion.FoundBy(word + " bolt"), new Criterion.OfPartner("globex"))))
                .isEmpty();
        assertThat(list(found(word + " copper"))).isEmpty();
        await(bench().journal
                .intervene(
                        held,
                        bench().now(),
                        document -> Optional.of(bench().rests(new InvoiceState.Received(Set.of(), 0)))));
        assertThat(list(found(word + " bolt"))).as("stands still no longer").isEmpty();
    }

    private DocumentFilter found(String text) {
        return only(new Criterion.FoundBy(text));
    }

    @Test
    default void a_list_can_be_restricted_to_a_range_of_ids() {
        DocumentId first = bench().announced("PO-1");
        DocumentId second = bench().announced("PO-2");
        DocumentId third = bench().announced("PO-3");
        assertThat(list(only(new Criterion.IdFrom(second)))).containsExactly(third, second);
        assertThat(list(only(new Criterion.IdBefore(second)))).containsExactly(first);
        assertThat(list(only(new Criterion.IdFrom(second), new Criterion.IdBefore(third))))
                .containsExactly(second);
    }

    @Test
    default void a_list_can_be_restricted_to_a_time() {
        DocumentId first = bench().announced("PO-1");
        bench().clock.advance(Duration.ofHours(1));
        Instant noon = bench().now();
        DocumentId second = bench().announced("PO-2");
        bench().clock.advance(Duration.ofHours(1));
        DocumentId third = bench().announced("PO-3");
        assertThat(list(only(new Criterion.CreatedFrom(noon)))).containsExactly(third, second);
        assertThat(list(only(new Criterion.CreatedBefore(noon)))).containsExactly(first);
        assertThat(list(only(new Criterion.CreatedFrom(noon), new Criterion.CreatedBefore(noon.plusSeconds(1)))))
                .containsExactly(second);
    }
}
