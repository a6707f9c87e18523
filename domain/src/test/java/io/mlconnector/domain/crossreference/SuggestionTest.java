package io.mlconnector.domain.crossreference;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.trade.PartnerId;
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
                        new Suggestion("ctn", "CA means ctn for globex, initech.", 2),
                        new Suggestion("cs", "CA means cs for acme.", 1));
    }

    @Test
    void of_a_word_of_ours_the_words_of_other_partners_are_suggested() {
        MissingTranslation ours = new MissingTranslation(new PartnerId("newcomer"), Kind.UNIT, "ctn", true);

        assertThat(Suggestion.of(ours, List.of(unit("globex", "CT", "ctn"))))
                .containsExactly(new Suggestion("CT", "ctn means CT for globex.", 1));
    }

    @Test
    void nothing_is_suggested_for_a_word_that_nobody_translated() {
        assertThat(Suggestion.of(CA, List.of(unit("acme", "BX", "box")))).isEmpty();
    }
}
