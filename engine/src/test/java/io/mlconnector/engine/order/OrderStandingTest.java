package io.mlconnector.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.order.OrderReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose turn it is with an order, by everything that was exchanged about it. */
class OrderStandingTest {

    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");
    private static final OrderReference ORDER = new OrderReference("main", "PO-1");
    private static final SendingState DELIVERED = new SendingState.Delivered(
            new OutboundFile(
                    new FolderReference.ByPath("/upload/acme"),
                    "850.edi",
                    new ContentHash("ab".repeat(32)),
                    1,
                    "850",
                    Optional.empty()),
            NINE);

    private int number;

    private DocumentRecord document(String type, Condition condition, Acknowledgement said, int minute) {
        return document(
                type,
                condition,
                said,
                minute,
                condition == Condition.HELD || condition == Condition.FAILED
                        ? Optional.of(Problem.named("price-differs", "it", "The price differs."))
                        : Optional.empty());
    }

    private DocumentRecord document(
            String type, Condition condition, Acknowledgement said, int minute, Optional<Problem> reason) {
        boolean outbound = type.equals("850") || type.equals("860");
        FlowState state = outbound && condition == Condition.DONE ? DELIVERED : new SendingState.Announced(0);
        return new DocumentRecord(
                new DocumentId("d" + ++number),
                "main",
                "acme",
                outbound ? Direction.OUTBOUND : Direction.INBOUND,
                type,
                BusinessKeys.ofConfirmation("usmf", "PO-1", "PO-1-" + number),
                condition,
                Stage.DELIVERED,
                Validity.VALID,
                said,
                reason,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                NINE.plusSeconds(60L * minute),
                NINE.plusSeconds(60L * minute),
                NINE.plusSeconds(60L * minute),
                Attention.NONE);
    }

    private static OrderStanding standing(DocumentRecord... documents) {
        return OrderStanding.of(ORDER, List.of(documents), document -> Optional.of(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @CsvSource({
        "MOVING, NONE, CONNECTOR",
        "WAITING, NONE, CONNECTOR",
        "UNKNOWN, NONE, CONNECTOR",
        "HELD, NONE, OURS",
        "FAILED, NONE, OURS",
        "DUPLICATE, NONE, NOBODY",
        "DISCARDED, REJECTED, NOBODY",
        "DONE, NONE, NOBODY",
        "DONE, AWAITED, PARTNER",
        "DONE, OVERDUE, PARTNER",
        "DONE, ACCEPTED, NOBODY",
        "DONE, ACCEPTED_WITH_ERRORS, NOBODY",
        "DONE, REJECTED, OURS"
    })
    void whose_turn_it_is_follows_from_condition_and_answer(Condition condition, Acknowledgement said, Turn turn) {
        assertThat(standing(document("850", condition, said, 0)).turn()).isEqualTo(turn);
    }

    @Test
    void a_rejected_revision_waits_for_nobody_once_a_later_one_goes_to_the_partner() {
        DocumentRecord rejected = document("850", Condition.DONE, Acknowledgement.REJECTED, 0);

        OrderStanding standing = standing(rejected, document("860", Condition.DONE, Acknowledgement.ACCEPTED, 5));
        assertThat(standing.turn()).isEqualTo(Turn.NOBODY);
        assertThat(standing.revisions().getFirst().words())
                .isEqualTo("The partner rejected it; PO-1-2 took its place.");
        assertThat(standing(rejected, document("860", Condition.HELD, Acknowledgement.NONE, 5))
                        .revisions()
                        .getFirst()
                        .turn())
                .as("nothing takes its place before it goes")
                .isEqualTo(Turn.OURS);
        assertThat(standing(
                                document("860", Condition.DONE, Acknowledgement.ACCEPTED, 1),
                                document("860", Condition.DONE, Acknowledgement.REJECTED, 5))
                        .turn())
                .as("an earlier one takes no place")
                .isEqualTo(Turn.OURS);
    }

    @Test
    void an_order_that_goes_as_json_beside_is_no_answer_of_the_partner() {
        OrderStanding standing = standing(
                document("850", Condition.DONE, Acknowledgement.NONE, 0),
                document("850-json", Condition.DONE, Acknowledgement.NONE, 0));

        assertThat(standing.revisions()).hasSize(2);
        assertThat(standing.answers()).isEmpty();
    }

    @Test
    void what_a_person_must_decide_comes_before_what_a_partner_owes() {
        OrderStanding standing = standing(
                document("850", Condition.DONE, Acknowledgement.AWAITED, 0),
                document("860", Condition.MOVING, Acknowledgement.NONE, 5),
                document("810", Condition.HELD, Acknowledgement.NONE, 9));

        assertThat(standing.turn()).isEqualTo(Turn.OURS);
        assertThat(standing.speaking().orElseThrow().words()).isEqualTo("It is held: The price differs.");
        assertThat(standing.since()).contains(NINE.plusSeconds(540));
        assertThat(standing.revisions()).hasSize(2);
        assertThat(standing.invoices()).hasSize(1);
    }

    @Test
    void an_answer_that_is_overdue_is_told_beside_what_a_person_must_decide() {
        OrderStanding standing = standing(
                document("850", Condition.DONE, Acknowledgement.OVERDUE, 0),
                document("810", Condition.HELD, Acknowledgement.NONE, 9));

        assertThat(standing.speaking().orElseThrow().document().type()).isEqualTo("810");
        assertThat(standing.overdueBeside().orElseThrow().document().type()).isEqualTo("850");
        assertThat(standing(document("850", Condition.DONE, Acknowledgement.OVERDUE, 0))
                        .overdueBeside())
                .as("it speaks itself")
                .isEmpty();
    }

    @Test
    void an_awaited_answer_is_due_when_the_agreed_time_after_delivery_is_over() {
        Standing revision = standing(document("850", Condition.DONE, Acknowledgement.AWAITED, 3))
                .revisions()
                .getFirst();

        assertThat(revision.delivered()).contains(NINE);
        assertThat(revision.since()).isEqualTo(NINE);
        assertThat(revision.due()).contains(NINE.plus(Duration.ofHours(24)));
        assertThat(revision.overdue()).isFalse();
    }

    @Test
    void an_order_is_overdue_only_while_what_was_delivered_counts() {
        DocumentRecord overdue = document("850", Condition.DONE, Acknowledgement.OVERDUE, 0);
        assertThat(standing(overdue).overdue()).isTrue();
        assertThat(standing(document("850", Condition.DISCARDED, Acknowledgement.OVERDUE, 0))
                        .overdue())
                .isFalse();
    }

    @Test
    void of_several_open_documents_the_one_that_waits_longest_speaks_and_of_settled_ones_the_last() {
        DocumentRecord early = document("850", Condition.HELD, Acknowledgement.NONE, 1);
        DocumentRecord late = document("860", Condition.FAILED, Acknowledgement.NONE, 2);
        assertThat(standing(late, early).speaking().orElseThrow().document()).isEqualTo(early);

        DocumentRecord first = document("810", Condition.DONE, Acknowledgement.NONE, 1);
        DocumentRecord second = document("810", Condition.DONE, Acknowledgement.NONE, 2);
        assertThat(standing(first, second).speaking().orElseThrow().document()).isEqualTo(second);
    }

    @Test
    void what_the_program_discarded_is_not_told_as_a_persons_doing() {
        Optional<Problem> noEdi = Optional.of(Problem.named("partner-without-edi", "it", "The vendor has no EDI."));
        assertThat(standing(document("850", Condition.DISCARDED, Acknowledgement.NONE, 0, noEdi))
                        .revisions()
                        .getFirst()
                        .words())
                .isEqualTo("Put aside by the program: The vendor has no EDI.");
        assertThat(standing(document("850", Condition.DISCARDED, Acknowledgement.NONE, 0))
                        .revisions()
                        .getFirst()
                        .words())
                .isEqualTo("A person discarded it.");
    }
}
