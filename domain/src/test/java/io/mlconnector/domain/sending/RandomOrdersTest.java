package io.mlconnector.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.fixture.Chance;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.sending.SendingState.Uploading;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Orders to which anything may happen in any order. The journey itself refuses undeclared transitions. */
class RandomOrdersTest {

    private static final int STEPS = 60;
    private static final int ORDERS = 300;

    @RepeatedTest(10)
    void whatever_happens_an_order_keeps_its_promises(RepetitionInfo repetition) {
        for (int i = 0; i < ORDERS; i++) {
            long seed = repetition.getCurrentRepetition() * 1_000L + i;
            Chance.withSeed(seed, RandomOrdersTest::live);
        }
    }

    private static void live(Chance chance) {
        OnUnknownOutcome agreed = chance.oneOf(OnUnknownOutcome.values());
        SendingJourney journey = agreed == OnUnknownOutcome.RESEND
                ? SendingJourney.withResendAgreed(new Announced(0))
                : SendingJourney.announced();
        for (int i = 0; i < STEPS; i++) {
            FlowState before = journey.state();
            boolean released = happens(journey, chance);
            keepsPromises(before, journey, agreed, released);
        }
    }

    /** One thing happens; answers whether a person released the order. */
    private static boolean happens(SendingJourney journey, Chance chance) {
        switch (journey.state()) {
            case Announced ignored -> journey.prepared(preparation(chance));
            case Ready ignored -> journey.takenUp();
            case Uploading ignored -> {
                if (chance.oneIn(4)) {
                    journey.takenUp();
                    assertThat(journey.state()).as("after a crash").isInstanceOf(InDoubt.class);
                } else {
                    journey.uploadEnds(chance.outcome(SendingJourney.uploaded()));
                }
            }
            case InDoubt ignored -> journey.asked(chance.outcome(Outcome.done(sight(chance))));
            case Held ignored -> {
                return personActs(journey, chance);
            }
            case Failed ignored -> {
                return personActs(journey, chance);
            }
            case Discarded ignored -> journey.restored();
            default -> journey.takenUp();
        }
        return false;
    }

    private static boolean personActs(SendingJourney journey, Chance chance) {
        switch (chance.below(3)) {
            case 0 -> journey.replayed();
            case 1 -> journey.discarded();
            default -> {
                journey.released();
                return true;
            }
        }
        return false;
    }

    private static Preparation preparation(Chance chance) {
        return switch (chance.below(6)) {
            case 0 -> new Preparation.NothingNew(Problems.because("nothing-changed"));
            case 1 -> new Preparation.Stopped(Problems.because("unit-unknown"), List.of());
            case 2 -> new Preparation.Refused(Problems.refusal());
            case 3 -> new Preparation.Later(chance.trouble(), Optional.empty());
            default -> SendingJourney.written();
        };
    }

    private static FolderSearchResult sight(Chance chance) {
        return chance.oneOf(
                new FolderSearchResult.Absent(),
                new FolderSearchResult.Absent(),
                new FolderSearchResult.Present(500),
                new FolderSearchResult.Present(Orders.file().size()));
    }

    private static void keepsPromises(
            FlowState before, SendingJourney journey, OnUnknownOutcome agreed, boolean released) {
        FlowState after = journey.state();
        if (before instanceof InDoubt && after instanceof Ready) {
            assertThat(agreed).as("sent again after doubt").isEqualTo(OnUnknownOutcome.RESEND);
        }
        if (before instanceof Held held && held.resume() instanceof InDoubt && after instanceof Ready) {
            assertThat(released).as("sent again after a person looked").isTrue();
        }
        if (journey.step() instanceof Step.Write) {
            assertThat(after).as("a write has its intent committed").isInstanceOf(Uploading.class);
        }
        assertThat(failures(after)).isLessThan(Problems.THREE_ATTEMPTS.attempts());
        if (after instanceof InDoubt doubt) {
            assertThat(doubt.asked()).isLessThan(Problems.ASKINGS);
        }
        if (after.condition() == Condition.HELD || after.condition() == Condition.FAILED) {
            assertThat(journey.reason().message()).contains(Orders.NUMBER);
            assertThat(Problems.givesAdvice(journey.reason()))
                    .as("%s", journey.reason())
                    .isTrue();
            assertThat(journey.step()).isEqualTo(new Step.Rest());
        }
    }

    private static int failures(FlowState state) {
        return switch (state) {
            case Announced(int failures) -> failures;
            case Ready ready -> ready.failures();
            case Uploading uploading -> uploading.failures();
            default -> 0;
        };
    }
}
