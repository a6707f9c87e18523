package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.ordering.Revision.Standing;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionPrecedenceTest {

    private static final OrderKey SECOND = new OrderKey(new LegalEntity("usmf"), "PO-1", "PO-1-2");

    private static Revision revision(int number, Standing standing) {
        boolean mayHaveArrived = standing == Standing.DELIVERED || standing == Standing.IN_DOUBT;
        return new Revision("d-" + number, "PO-1-" + number, standing, mayHaveArrived);
    }

    private static RevisionPrecedence second(Revision... all) {
        return RevisionPrecedence.of("d-2", SECOND, List.of(all));
    }

    @Test
    void the_first_revision_is_free_and_the_partner_knows_nothing() {
        assertThat(RevisionPrecedence.of("d-1", SECOND, List.of(revision(1, Standing.OPEN))))
                .isInstanceOfSatisfying(RevisionPrecedence.Free.class, free -> {
                    assertThat(free.delivered()).isEmpty();
                    assertThat(free.last()).isEmpty();
                });
    }

    @Test
    void a_change_counts_against_the_last_revision_that_was_delivered() {
        Revision first = revision(1, Standing.DELIVERED);
        Revision third = revision(3, Standing.OPEN);
        assertThat(second(first, revision(2, Standing.OPEN), third))
                .isInstanceOfSatisfying(
                        RevisionPrecedence.Free.class,
                        free -> assertThat(free.last()).contains(first));
    }

    @Test
    void a_revision_is_never_sent_after_a_later_one() {
        assertThat(second(revision(1, Standing.DELIVERED), revision(2, Standing.OPEN), revision(3, Standing.DELIVERED)))
                .isInstanceOfSatisfying(RevisionPrecedence.Superseded.class, superseded -> {
                    assertThat(superseded.why().code()).isEqualTo("superseded");
                    assertThat(superseded.why().message()).contains("PO-1-3");
                });
    }

    @Test
    void a_later_revision_that_was_not_sent_supersedes_nothing() {
        for (Standing standing : List.of(Standing.OPEN, Standing.NOT_SENT)) {
            assertThat(RevisionPrecedence.superseded(
                            "d-2", SECOND, List.of(revision(2, Standing.OPEN), revision(3, standing))))
                    .isEmpty();
        }
    }

    @Test
    void a_later_revision_that_the_partner_may_have_supersedes_as_one_that_was_delivered() {
        Revision uploading = new Revision("d-3", "PO-1-3", Standing.OPEN, true);
        for (Revision later : List.of(revision(3, Standing.IN_DOUBT), uploading)) {
            assertThat(second(revision(2, Standing.OPEN), later)).isInstanceOf(RevisionPrecedence.Superseded.class);
        }
    }

    @Test
    void an_earlier_revision_in_doubt_blocks_the_next() {
        assertThat(second(revision(1, Standing.IN_DOUBT), revision(2, Standing.OPEN)))
                .isInstanceOfSatisfying(RevisionPrecedence.Blocked.class, blocked -> {
                    assertThat(blocked.why().code()).isEqualTo("earlier-revision-in-doubt");
                    assertThat(blocked.why().message()).contains("PO-1-1", "d-1");
                });
    }

    @Test
    void an_earlier_revision_that_certainly_did_not_go_out_blocks_nothing() {
        assertThat(second(revision(1, Standing.NOT_SENT), revision(2, Standing.OPEN)))
                .isEqualTo(new RevisionPrecedence.Free(List.of()));
    }

    @Test
    void only_earlier_revisions_that_are_not_settled_go_first() {
        List<Revision> all =
                List.of(revision(1, Standing.DELIVERED), revision(2, Standing.OPEN), revision(3, Standing.OPEN));
        assertThat(RevisionPrecedence.waitsFor("d-3", all)).contains(all.get(1));
        assertThat(RevisionPrecedence.waitsFor("d-2", all)).isEmpty();
    }

    @Test
    void a_revision_that_is_not_among_them_counts_as_the_last() {
        Revision first = revision(1, Standing.DELIVERED);
        assertThat(second(first)).isEqualTo(new RevisionPrecedence.Free(List.of(first)));
        assertThat(RevisionPrecedence.superseded("d-2", SECOND, List.of(first))).isEmpty();
    }

    @Test
    void the_standing_of_a_revision_is_what_the_partner_has_of_it() {
        OutboundFile file = new OutboundFile(
                FolderReference.parse("/upload/acme"),
                "850.edi",
                new ContentHash("0".repeat(64)),
                10,
                "850",
                Optional.empty());
        Problem why = Problem.named("why", "", "Why.");
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        FlowState doubt = new SendingState.InDoubt(file, noon, 3);
        assertThat(Standing.of(new SendingState.Announced(0))).isEqualTo(Standing.OPEN);
        assertThat(Standing.of(doubt)).isEqualTo(Standing.OPEN);
        assertThat(Standing.of(new SendingState.Delivered(file, noon))).isEqualTo(Standing.DELIVERED);
        assertThat(Standing.of(Held.because(why, new SendingState.InDoubt(file, noon, 7))))
                .isEqualTo(Standing.IN_DOUBT);
        assertThat(Standing.of(new Failed(why, new SendingState.Announced(0)))).isEqualTo(Standing.NOT_SENT);
        assertThat(Standing.of(Discarded.because(why, Held.because(why, new SendingState.InDoubt(file, noon, 7)))))
                .isEqualTo(Standing.NOT_SENT);
    }

    @Test
    void a_confirmation_that_is_found_after_a_newer_one_was_sent_is_superseded() {
        assertThat(RevisionPrecedence.of(
                        "d-2", SECOND, List.of(revision(3, Standing.DELIVERED), revision(2, Standing.OPEN))))
                .isInstanceOfSatisfying(
                        RevisionPrecedence.Superseded.class,
                        superseded -> assertThat(superseded.why().message()).contains("PO-1-3"));
    }

    @Test
    void what_was_delivered_counts_in_the_order_of_the_confirmations() {
        Revision first = revision(1, Standing.DELIVERED);
        Revision ninth = revision(9, Standing.DELIVERED);
        Revision tenth = revision(10, Standing.OPEN);
        assertThat(RevisionPrecedence.of("d-10", SECOND, List.of(ninth, first, tenth)))
                .isInstanceOfSatisfying(
                        RevisionPrecedence.Free.class,
                        free -> assertThat(free.delivered()).containsExactly(first, ninth));
    }

    @Test
    void one_that_was_found_first_does_not_wait_for_an_earlier_confirmation_that_was_found_later() {
        List<Revision> entered = List.of(revision(2, Standing.OPEN), revision(1, Standing.OPEN));
        assertThat(RevisionPrecedence.waitsFor("d-2", entered)).isEmpty();
        assertThat(RevisionPrecedence.waitsFor("d-1", entered)).isEmpty();
        List<Revision> inOrder = List.of(revision(1, Standing.OPEN), revision(2, Standing.OPEN));
        assertThat(RevisionPrecedence.waitsFor("d-2", inOrder)).contains(inOrder.getFirst());
    }

    @Test
    void numbers_that_cannot_be_compared_count_in_the_order_of_entry() {
        Revision manual = new Revision("d-7", "by hand", Standing.DELIVERED, true);
        assertThat(RevisionPrecedence.of("d-2", SECOND, List.of(revision(2, Standing.OPEN), manual)))
                .isInstanceOf(RevisionPrecedence.Superseded.class);
        assertThat(RevisionPrecedence.of("d-2", SECOND, List.of(manual, revision(2, Standing.OPEN))))
                .isInstanceOf(RevisionPrecedence.Free.class);
    }
}
