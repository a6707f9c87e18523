package io.mlconnector.domain.crossreference;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.Suggestion.Way;
import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.trade.PartnerId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final MissingTranslation CA =
            new MissingTranslation(new PartnerId("newcomer"), Kind.UNIT, "CA", false);

    private static CrossReference unit(String partner, String theirs, String ours) {
        return CrossReference.always(new PartnerId(partner), Kind.UNIT, theirs, ours);
    }

    @Test
    void what_was_entered_for_most_others_comes_first_with_who_they_are() {
        List<CrossReference> known = List.of(
                unit("acme", "CA", "cs"),
                unit("globex", "CA", "ctn"),
                unit("initech", "ca", "ctn"),
                unit("initech", "EA", "ea"),
                CrossReference.always(new PartnerId("acme"), Kind.ITEM, "CA", "A-1"));

        assertThat(Suggestion.of(CA, known))
                .containsExactly(
                        new Suggestion(Way.TRANSLATE, "ctn", "CA means ctn for globex, initech.", 2),
                        new Suggestion(Way.TRANSLATE, "cs", "CA means cs for acme.", 1));
    }

    @Test
    void of_a_word_of_ours_the_words_of_other_partners_are_suggested() {
        MissingTranslation ours = new MissingTranslation(new PartnerId("newcomer"), Kind.UNIT, "ctn", true);

        assertThat(Suggestion.of(ours, List.of(unit("globex", "CT", "ctn"))))
                .containsExactly(new Suggestion(Way.TRANSLATE, "CT", "ctn means CT for globex.", 1));
    }

    @Test
    void nothing_is_suggested_for_a_word_that_nobody_translated() {
        assertThat(Suggestion.of(CA, List.of(unit("acme", "BX", "box")))).isEmpty();
    }

    private static Precedent precedent(int decided, int released) {
        return new Precedent(
                "charge-unmapped:acme:D240", decided, released, "jane", Instant.parse("2026-03-27T23:00:00Z"));
    }

    @Test
    void what_people_released_again_and_again_is_suggested_with_their_number_and_the_last_of_them() {
        assertThat(Suggestion.of(precedent(12, 12)))
                .contains(new Suggestion(
                        Way.ACCEPT,
                        "",
                        "The last 12 documents with this cause were released by people; the last one by jane on"
                                + " 2026-03-27.",
                        12));
        assertThat(Suggestion.of(precedent(12, 7)).orElseThrow().evidence())
                .isEqualTo("Of the last 12 documents with this cause about which people decided, 7 were released; the"
                        + " last one by jane on 2026-03-27.");
    }

    @Test
    void what_people_released_seldom_or_mostly_did_not_is_not_suggested() {
        assertThat(Suggestion.of(precedent(2, 2))).isEmpty();
        assertThat(Suggestion.of(precedent(3, 3))).isPresent();
        assertThat(Suggestion.of(precedent(12, 6))).isEmpty();
    }
}
