package io.mlconnector.console.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.FixMark;
import io.mlconnector.engine.cause.FixRecord;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What came of a fix, as the journal tells it: after a restart nothing else is known. */
class OutcomeTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final CauseFix FIX = new CauseFix("unit-unknown:acme:QX", new CauseFix.Again());

    /** Six documents stood still for it; five of them were let go on. */
    private static FixRun stored(String... takenBack) {
        return FixRun.of(
                new FixRecord(
                        new FixMark("7", FIX, false, 6, true),
                        "ana",
                        NOON.minusSeconds(900),
                        NOON.minusSeconds(800),
                        Stream.of("d1", "d2", "d3", "d4", "d5")
                                .map(DocumentId::new)
                                .toList(),
                        List.of(),
                        Stream.of(takenBack).map(DocumentId::new).toList(),
                        takenBack.length == 0 ? Optional.empty() : Optional.of("joe"),
                        takenBack.length == 0 ? Optional.empty() : Optional.of(NOON)),
                NOON);
    }

    private static DocumentRecord done(String id) {
        return document(id, Condition.DONE, Optional.empty());
    }

    private static DocumentRecord held(String id, ProblemCode why) {
        return document(id, Condition.HELD, Optional.of(Problem.of(why, id, "It is held.")));
    }

    private static DocumentRecord document(String id, Condition condition, Optional<Problem> reason) {
        return new DocumentRecord(
                new DocumentId(id),
                "main",
                "acme",
                Direction.INBOUND,
                "810",
                BusinessKeys.NONE,
                condition,
                Stage.CHECKED,
                Validity.VALID,
                Acknowledgement.NONE,
                reason,
                new SendingState.Announced(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                NOON,
                NOON,
                NOON,
                Attention.NONE);
    }

    @Test
    void a_fix_tells_how_many_went_on_and_why_the_others_stand_still() {
        Outcome outcome = Outcome.of(
                stored(),
                List.of(
                        done("d1"),
                        done("d2"),
                        held("d3", ProblemCode.PRICE_DIFFERS),
                        held("d4", ProblemCode.PRICE_DIFFERS),
                        held("d5", ProblemCode.NOT_RECEIVED)));

        assertThat(outcome.on()).isEqualTo(2);
        assertThat(outcome.again()).isEqualTo(3);
        assertThat(outcome.why()).isEqualTo(Map.of("price differs", 2, "not received", 1));
        assertThat(outcome.standing()).isEqualTo("2 for price differs, 1 for not received, 1 left as it was");
        assertThat(outcome.still()).isEqualTo(4);
    }

    @Test
    void what_was_taken_back_stands_still_because_somebody_wanted_it() {
        Outcome outcome = Outcome.of(
                stored("d5"),
                List.of(done("d1"), done("d2"), done("d3"), done("d4"), held("d5", ProblemCode.UNIT_UNKNOWN)));

        assertThat(outcome.on()).isEqualTo(4);
        assertThat(outcome.again()).isZero();
        assertThat(outcome.standing()).isEqualTo("1 left as it was, 1 taken back");
        assertThat(outcome.beyond()).as("nothing of them was sent").isZero();
    }
}
