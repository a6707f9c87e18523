package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.journal.bench.JournalBench.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.testing.contract.Stages;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each connection is a lane of its own: none takes a place from another. */
interface JournalLaneContract {

    JournalBench bench();

    private String slow() {
        return bench().connection("slow");
    }

    private String quick() {
        return bench().connection("quick");
    }

    private DocumentId announced(String connection, String name) {
        return bench().announced(bench().order(connection, name, Optional.empty(), new SendingState.Announced(0)));
    }

    private List<Claim> claim(Map<String, Integer> free) {
        return await(bench().journal.claim("node-1", free, LEASE, bench().now()));
    }

    @Test
    default void a_long_backlog_of_one_connection_takes_no_place_from_another() {
        List<DocumentId> old = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            old.add(announced(slow(), "OLD-" + i));
        }
        bench().clock.advance(Duration.ofHours(1));
        DocumentId young = announced(quick(), "YOUNG");
        List<Claim> taken = claim(Map.of(slow(), 3, quick(), 3));
        assertThat(taken).extracting(Claim::id).hasSize(4).contains(young);
        assertThat(taken)
                .extracting(Claim::id)
                .filteredOn(id -> !id.equals(young))
                .isSubsetOf(old);
    }

    @Test
    default void of_each_connection_those_that_are_due_longest_are_taken_first() {
        List<DocumentId> oldest = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (String connection : List.of(slow(), quick())) {
                DocumentId id = announced(connection, connection + i);
                if (i < 2) {
                    oldest.add(id);
                }
            }
            bench().clock.advance(Duration.ofSeconds(1));
        }
        assertThat(claim(Map.of(slow(), 2, quick(), 2)))
                .extracting(Claim::id)
                .containsExactlyInAnyOrderElementsOf(oldest);
    }

    @Test
    default void a_file_of_many_invoices_does_not_keep_a_young_order_from_its_turn() {
        List<DocumentId> invoices = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            invoices.add(bench().announced(bench().invoice("INV-" + i, "content " + i)));
        }
        bench().clock.advance(Duration.ofHours(1));
        DocumentId order = bench().announced("PO-1");
        List<Claim> taken = claim(Map.of(bench().connection, 2));
        assertThat(taken).extracting(Claim::id).hasSize(2).contains(order);
        assertThat(taken)
                .extracting(Claim::id)
                .filteredOn(id -> !id.equals(order))
                .isSubsetOf(invoices.subList(0, 1));
        assertThat(claim(Map.of(bench().connection, 2)))
                .extracting(Claim::id)
                .containsExactlyElementsOf(invoices.subList(1, 3));
    }

    @Test
    default void a_connection_without_a_free_place_waits() {
        DocumentId waits = announced(slow(), "PO-1");
        DocumentId goes = announced(quick(), "PO-2");
        assertThat(claim(Map.of(slow(), 0, quick(), 5))).extracting(Claim::id).containsExactly(goes);
        assertThat(claim(Map.of(slow(), 1))).extracting(Claim::id).containsExactly(waits);
    }

    @Test
    default void documents_of_a_connection_that_is_not_named_are_left_alone() {
        DocumentId left = announced(slow(), "PO-1");
        DocumentId goes = announced(quick(), "PO-2");
        assertThat(claim(Map.of(quick(), 5))).extracting(Claim::id).containsExactly(goes);
        assertThat(claim(Map.of())).isEmpty();
        assertThat(bench().find(left).attempts()).isZero();
    }

    @Test
    default void a_claim_that_ran_out_is_taken_again_in_its_own_lane_only() {
        DocumentId left = announced(slow(), "PO-1");
        claim(Map.of(slow(), 1));
        bench().clock.advance(LEASE.plusMillis(1));
        assertThat(claim(Map.of(quick(), 5))).isEmpty();
        assertThat(claim(Map.of(slow(), 5))).extracting(Claim::id).containsExactly(left);
    }

    @Test
    default void a_negative_number_of_places_is_a_defect() {
        Stages.awaitFailure(bench().journal.claim("node-1", Map.of(quick(), -1), LEASE, bench().now()));
    }

    @Test
    default void what_nobody_brings_forward_is_counted_by_connection() {
        announced(slow(), "PO-1");
        announced(slow(), "PO-2");
        announced(quick(), "PO-3");
        bench().announced(bench().invoice(
                        "INV-1",
                        "one",
                        Held.because(JournalBench.problem("syntax"), new InvoiceState.Received(Set.of(), 0))));
        assertThat(mine(Set.of())).isEqualTo(Map.of(slow(), 2, quick(), 1));
        assertThat(mine(Set.of(quick(), "another"))).isEqualTo(Map.of(slow(), 2));
        assertThat(mine(Set.of(slow(), quick()))).isEmpty();
    }

    /** The same without what other tests left in the journal. */
    private Map<String, Integer> mine(Set<String> connections) {
        Map<String, Integer> counted = new HashMap<>(await(bench().journal.unclaimed(connections)));
        counted.keySet().removeIf(connection -> !connection.startsWith(bench().connection));
        return counted;
    }

    @Test
    default void what_waits_in_a_connection_is_due_when_that_connection_works_again_and_what_is_in_doubt_is_not() {
        DocumentId waiting = bench().announced("PO-1");
        DocumentId doubtful = bench().announced("PO-2");
        List<Claim> claims = bench().claimDue();
        bench().commit(of(claims, waiting), bench().waits(new SendingState.Announced(1), Duration.ofMinutes(5)));
        bench().commit(
                        of(claims, doubtful),
                        bench().waits(
                                        new SendingState.InDoubt(
                                                new OutboundFile(
                                                        FolderReference.parse("/upload/acme"),
                                                        "850.edi",
                                                        JournalBench.hash("850"),
                                                        3,
                                                        "850",
                                                        Optional.empty()),
                                                bench().now(),
                                                1),
                                        Duration.ofMinutes(5)));
        assertThat(await(bench().journal.wake("another", bench().now()))).isZero();
        assertThat(await(bench().journal.wake(bench().connection, bench().now())))
                .isEqualTo(1);
        assertThat(bench().claimDue()).extracting(Claim::id).containsExactly(waiting);
    }

    private static Claim of(List<Claim> claims, DocumentId id) {
        return claims.stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not due: " + id));
    }
}
