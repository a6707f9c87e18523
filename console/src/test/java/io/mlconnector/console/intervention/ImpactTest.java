package io.mlconnector.console.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.console.page.Foretold;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecast.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImpactTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DISCARD | nothing | 2 | 2 are discarded
            DISCARD | nothing | 1 | 1 is discarded
            DISCARD | refused | 3 | 3 cannot be discarded: each row says why
            RELEASE | holds | 38 | 38 stay held: each row says why
            REPLAY | nothing | 321 | 321 have nothing to do
            REPLAY | posts | 1 | 1 creates a vendor invoice
            RESTORE | nothing | 2 | 2 come back to where they were
            ASSIGN | nothing | 2 | 2 are assigned
            SNOOZE | nothing | 1 | 1 is put off
            SNOOZE | done | 2 | 2 were put off
            REPLAY | left | 1 | 1 was left as it is: its row says why
            """)
    void a_count_says_what_happens_in_the_words_of_the_action(Verb verb, String verdict, int count, String said) {
        assertThat(Impact.counted(verb, verdict, count)).isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource
    void every_verdict_has_words_for_every_action(Verdict verdict) {
        for (Verb verb : Verb.values()) {
            assertThat(Impact.counted(verb, verdict.word(), 2))
                    .matches("2 [a-z].+")
                    .doesNotContain("nothing 2", ": :");
        }
    }

    @Test
    void a_document_that_has_arrived_has_no_button_and_one_that_stays_held_no_promise() {
        assertThat(Impact.of(Verb.REPLAY, Verdict.NOTHING, Condition.DONE)).isEqualTo(Impact.Effect.NONE);
        assertThat(Impact.of(Verb.REPLAY, Verdict.NOTHING, Condition.HELD))
                .as("what is there already is recorded")
                .isEqualTo(Impact.Effect.CHANGES);
        assertThat(Impact.of(Verb.RELEASE, Verdict.HOLDS, Condition.HELD)).isEqualTo(Impact.Effect.IN_VAIN);
        assertThat(Impact.of(Verb.REPLAY, Verdict.FAILS, Condition.HELD)).isEqualTo(Impact.Effect.CHANGES);
        assertThat(Impact.of(Verb.DISCARD, Verdict.NOTHING, Condition.HELD)).isEqualTo(Impact.Effect.CHANGES);
        assertThat(Impact.of(Verb.DISCARD, Verdict.REFUSED, Condition.DONE)).isEqualTo(Impact.Effect.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing: delivered as a.edi | There is nothing to do: delivered as a.edi
            held: Line 1 is invoiced twice. | It is held: Line 1 is invoiced twice.
            refused: it is under way. | It is not possible: it is under way.
            later: waits until document 1 is settled. | It goes on later: waits until document 1 is settled.
            fails: the bytes are gone. | It fails: the bytes are gone.
            sends a.edi to /in. | It sends a.edi to /in.
            There is no such document. | There is no such document.
            """)
    void a_forecast_is_told_as_a_sentence(String message, String sentence) {
        assertThat(Foretold.sentence(message)).isEqualTo(sentence);
    }

    @Test
    void who_is_held_stays_held() {
        Forecast forecast = new Forecast(Verdict.HOLDS, "held: Line 1 is invoiced twice.", Optional.empty());
        assertThat(Impact.sentence(Verb.REPLAY, forecast, Condition.HELD))
                .isEqualTo("It stays held: Line 1 is invoiced twice.");
    }
}
