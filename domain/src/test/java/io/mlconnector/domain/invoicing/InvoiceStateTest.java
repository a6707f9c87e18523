package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.invoicing.InvoiceState.Duplicate;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Posted;
import io.mlconnector.domain.invoicing.InvoiceState.PostingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.PostingLines;
import io.mlconnector.domain.invoicing.InvoiceState.PostingWhole;
import io.mlconnector.domain.invoicing.InvoiceState.Ready;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvoiceStateTest {
    private static final Problem WHY = Problems.because("item-unknown");
    private static final InvoiceToPost INVOICE = Invoices.toPost();
    private static final Received RECEIVED = new Received(Set.of(), 0);
    private static final Ready READY = new Ready(INVOICE, 0);
    private static final InDoubt IN_DOUBT = new InDoubt(INVOICE, Optional.empty(), Problems.NOON, 0);
    private static final Posted POSTED = new Posted(Invoices.REFERENCE, Problems.NOON);

    private static final List<FlowState> WRITING = List.of(
            new PostingWhole(INVOICE, 0),
            new PostingHeader(INVOICE, 0),
            new HeaderPosted(INVOICE, Invoices.REFERENCE, Set.of(1), 0),
            new PostingLines(INVOICE, Invoices.REFERENCE, Set.of(1), 0),
            IN_DOUBT);

    @Test
    void a_state_says_how_far_the_invoice_has_come() {
        assertThat(RECEIVED.stage()).isEqualTo(Stage.DECODED);
        assertThat(READY.stage()).isEqualTo(Stage.CHECKED);
        assertThat(WRITING).extracting(FlowState::stage).containsOnly(Stage.CHECKED);
        assertThat(POSTED.stage()).isEqualTo(Stage.POSTED);
        assertThat(new Duplicate(WHY, Optional.empty()).stage()).isEqualTo(Stage.DECODED);
    }

    @Test
    void only_what_dynamics_may_have_may_have_been_written() {
        assertThat(RECEIVED.mayHaveWritten()).isFalse();
        assertThat(READY.mayHaveWritten()).isFalse();
        assertThat(new Duplicate(WHY, Optional.empty()).mayHaveWritten()).isFalse();
        assertThat(WRITING).extracting(FlowState::mayHaveWritten).containsOnly(true);
        assertThat(POSTED.mayHaveWritten()).isTrue();
    }

    @Test
    void conditions_are_those_that_people_see() {
        assertThat(READY.condition()).isEqualTo(Condition.MOVING);
        assertThat(IN_DOUBT.condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(POSTED.condition()).isEqualTo(Condition.DONE);
        assertThat(new Duplicate(WHY, Optional.empty()).condition()).isEqualTo(Condition.DUPLICATE);
    }

    @Test
    void a_mark_is_ours_only_where_our_sign_stands_before_it() {
        assertThat(Invoices.oursPending().ourMark()).contains(Invoices.MARK);
        assertThat(Invoices.keyedByHand().ourMark()).isEmpty();
    }

    @Test
    void a_repeated_invoice_names_the_document_that_has_it() {
        assertThat(InvoiceDecisions.repeats(new DocumentId("d-1"))).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("invoice-repeated");
            assertThat(problem.causeKey()).isEqualTo("invoice-repeated:d-1");
        });
    }
}
