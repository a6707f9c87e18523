package io.mlconnector.runtime.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.cause.CauseException;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.engine.intervention.condition.Seen;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who accepts a cause accepts it for the documents that he was shown, as they were shown. */
class CauseFixesTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static DocumentRecord held(String id, String why, Instant since) {
        return new DocumentRecord(
                new DocumentId(id),
                "main",
                "acme",
                Direction.INBOUND,
                "810",
                BusinessKeys.NONE,
                Condition.HELD,
                Stage.CHECKED,
                Validity.VALID,
                Acknowledgement.NONE,
                Optional.of(Problem.named("price-differs", "PO-1:1", why)),
                new SendingState.Announced(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                since,
                since,
                since,
                Attention.NONE);
    }

    private static CauseFix accept(DocumentRecord... shown) {
        return new CauseFix("price-differs:PO-1:1", new CauseFix.Accept(Optional.of(Seen.of(NOON, List.of(shown)))));
    }

    private static final DocumentRecord SHOWN = held("d1", "5.00 instead of 4.20", NOON);

    @Test
    void what_came_after_the_forecast_or_says_something_else_now_is_left_for_another_time() {
        Selection meant = CauseFixes.shown(
                        accept(SHOWN, held("d2", "5.00 instead of 4.20", NOON)),
                        new Selection(
                                List.of(
                                        SHOWN,
                                        held("d2", "500.00 instead of 4.20", NOON.plusSeconds(5)),
                                        held("d3", "88.00 instead of 4.20", NOON.plusSeconds(9))),
                                false))
                .result();

        assertThat(meant.documents()).containsExactly(SHOWN);
        assertThat(meant.more()).as("others stand still for it").isTrue();
    }

    @Test
    void where_nothing_is_as_it_was_shown_nothing_is_done() {
        assertThat(CauseFixes.shown(
                                accept(SHOWN),
                                new Selection(List.of(held("d3", "88.00 instead of 4.20", NOON.plusSeconds(9))), false))
                        .cause())
                .isInstanceOf(CauseException.class)
                .hasMessageContaining("See again what it would free");
    }

    @Test
    void programs_that_were_shown_nothing_and_other_ways_take_all() {
        Selection all = new Selection(List.of(SHOWN, held("d3", "88.00 instead of 4.20", NOON.plusSeconds(9))), false);

        assertThat(CauseFixes.shown(new CauseFix("price-differs:PO-1:1", new CauseFix.Accept()), all)
                        .result())
                .isEqualTo(all);
        assertThat(CauseFixes.shown(new CauseFix("price-differs:PO-1:1", new CauseFix.Again()), all)
                        .result())
                .isEqualTo(all);
    }
}
