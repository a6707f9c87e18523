package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.Chance;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState.HeaderPosted;
import io.mlconnector.domain.invoicing.InvoiceState.InDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.PostingHeader;
import io.mlconnector.domain.invoicing.InvoiceState.PostingLines;
import io.mlconnector.domain.invoicing.InvoiceState.PostingWhole;
import io.mlconnector.domain.invoicing.InvoiceState.Ready;
import io.mlconnector.domain.invoicing.InvoiceState.Received;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Invoices to which anything may happen in any order. The journey itself refuses undeclared transitions. */
class RandomInvoicesTest {

    private static final int STEPS = 60;
    private static final int INVOICES = 300;
    private static final InvoiceSearchResult NOTHING = new InvoiceSearchResult(List.of(), Optional.empty());

    @RepeatedTest(10)
    void whatever_happens_an_invoice_keeps_its_promises(RepetitionInfo repetition) {
        for (int i = 0; i < INVOICES; i++) {
            long seed = repetition.getCurrentRepetition() * 1_000L + i;
            Chance.withSeed(seed, RandomInvoicesTest::live);
        }
    }

    private static void live(Chance chance) {
        var received = new Received(Set.of(), 0);
        InvoiceJourney journey =
                chance.oneIn(2) ? InvoiceJourney.from(received) : InvoiceJourney.inOneChangeSet(received);
        for (int i = 0; i < STEPS; i++) {
            FlowState before = journey.state();
            if (before instanceof InDoubt) {
                InvoiceSearchResult sight = sight(chance);
                journey.asked(chance.outcome(Outcome.done(sight)));
                if (journey.state() instanceof Ready) {
                    assertThat(sight).as("tried again after this was shown").isEqualTo(NOTHING);
                }
            } else {
                happens(journey, chance);
            }
            keepsPromises(before, journey);
        }
    }

    private static void happens(InvoiceJourney journey, Chance chance) {
        FlowState state = journey.state();
        boolean crashed = chance.oneIn(4);
        switch (state) {
            case Received ignored -> journey.examined(examination(chance));
            case PostingWhole ignored when !crashed -> journey.wholeEnds(chance.outcome(Outcome.done(Invoices.MARK)));
            case PostingHeader ignored
            when !crashed -> journey.headerEnds(chance.outcome(Outcome.done(Invoices.REFERENCE)));
            case PostingLines ignored when !crashed -> journey.linesEnd(chance.outcome(Outcome.done("batch-1")));
            case Held ignored -> personActs(journey, chance);
            case Failed ignored -> personActs(journey, chance);
            case Discarded ignored -> journey.restored();
            default -> {
                boolean writing = journey.step() instanceof Step.Write;
                journey.takenUp();
                assertThat(!writing || journey.state() instanceof InDoubt)
                        .as("in doubt after a crash")
                        .isTrue();
            }
        }
    }

    private static void personActs(InvoiceJourney journey, Chance chance) {
        switch (chance.below(3)) {
            case 0 -> journey.replayed();
            case 1 -> journey.discarded();
            default -> journey.released();
        }
    }

    private static Examination examination(Chance chance) {
        return switch (chance.below(7)) {
            case 0 -> new Examination.AlreadyThere(Problems.because("invoice-exists"), Optional.empty());
            case 1 -> new Examination.Stopped(List.of(Problems.because("price-differs")), List.of());
            case 2 -> new Examination.Refused(Problems.refusal());
            case 3 -> new Examination.Later(chance.trouble(), Optional.empty());
            default -> InvoiceJourney.passed();
        };
    }

    private static InvoiceSearchResult sight(Chance chance) {
        return chance.oneOf(
                NOTHING,
                NOTHING,
                NOTHING,
                new InvoiceSearchResult(List.of(Invoices.oursPending()), Optional.of(Invoices.written(Set.of()))),
                new InvoiceSearchResult(List.of(Invoices.oursPending()), Optional.of(Invoices.written(Set.of(1, 3)))),
                new InvoiceSearchResult(List.of(Invoices.keyedByHand()), Optional.of(Invoices.written(Set.of()))));
    }

    private static void keepsPromises(FlowState before, InvoiceJourney journey) {
        FlowState after = journey.state();
        if (before instanceof InDoubt doubt && after instanceof Ready) {
            assertThat(doubt.headerReference()).as("a header that was known").isEmpty();
            assertThat(doubt.asked()).isEqualTo(Problems.ASKINGS - 1);
        }
        if (journey.step() instanceof Step.Write) {
            assertThat(after)
                    .as("a write has its intent committed")
                    .isInstanceOfAny(PostingWhole.class, PostingHeader.class, PostingLines.class);
        }
        assertThat(failures(after)).isLessThan(Problems.THREE_ATTEMPTS.attempts());
        if (after instanceof InDoubt doubt) {
            assertThat(doubt.asked()).isLessThan(Problems.ASKINGS);
        }
        if (after.condition() == Condition.HELD || after.condition() == Condition.FAILED) {
            String message = journey.reason().message();
            assertThat(message.contains(AnInvoice.NUMBER) || message.contains(Orders.NUMBER))
                    .as("names the document: %s", message)
                    .isTrue();
            assertThat(Problems.givesAdvice(journey.reason())).as("%s", message).isTrue();
            assertThat(journey.step()).isEqualTo(new Step.Rest());
        }
    }

    private static int failures(FlowState state) {
        return switch (state) {
            case Received received -> received.failures();
            case Ready ready -> ready.failures();
            case PostingWhole posting -> posting.failures();
            case PostingHeader posting -> posting.failures();
            case HeaderPosted header -> header.failures();
            case PostingLines posting -> posting.failures();
            default -> 0;
        };
    }
}
