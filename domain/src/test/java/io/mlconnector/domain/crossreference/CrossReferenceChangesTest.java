package io.mlconnector.domain.crossreference;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReferenceChanges.Contradicting;
import io.mlconnector.domain.crossreference.CrossReferenceChanges.Replaced;
import io.mlconnector.domain.fixture.Partners;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CrossReferenceChangesTest {

    private static final CrossReference A = item("VN:A", "ITEM-1");
    private static final CrossReference B = item("VN:B", "ITEM-2");
    private static final CrossReference OTHER_B = item("vn:b", "ITEM-3");

    private static CrossReference item(String theirs, String ours) {
        return CrossReference.always(Partners.ACME, CrossReference.Kind.ITEM, theirs, ours);
    }

    private static Map<CrossReference.Key, CrossReference> known(CrossReference... all) {
        return Arrays.stream(all).collect(Collectors.toMap(CrossReference::key, Function.identity()));
    }

    @Test
    void what_is_not_known_is_added() {
        CrossReferenceChanges changes = CrossReferenceChanges.of(known(A), List.of(A, B));

        assertThat(changes.added()).containsExactly(B);
        assertThat(changes.unchanged()).isEqualTo(1);
        assertThat(changes.replaced()).isEmpty();
        assertThat(changes.changesSomething()).isTrue();
        assertThat(changes.written()).containsExactly(B);
    }

    @Test
    void another_meaning_of_a_known_word_replaces_it_at_its_place_in_the_list() {
        CrossReferenceChanges changes = CrossReferenceChanges.of(known(B), List.of(A, OTHER_B));

        assertThat(changes.replaced()).containsExactly(new Replaced(1, B, OTHER_B));
        assertThat(changes.written()).containsExactly(A, OTHER_B);
        assertThat(CrossReferenceChanges.of(known(B), List.of(OTHER_B)).changesSomething())
                .isTrue();
    }

    @Test
    void another_last_day_replaces_too() {
        CrossReference ending = new CrossReference(
                A.scope(),
                A.kind(),
                A.theirs(),
                A.ours(),
                new EffectiveDates(Optional.empty(), Optional.of(LocalDate.of(2026, 12, 31))));

        assertThat(CrossReferenceChanges.of(known(A), List.of(ending)).replaced())
                .hasSize(1);
    }

    @Test
    void the_same_again_changes_nothing() {
        CrossReferenceChanges changes = CrossReferenceChanges.of(known(A), List.of(A, A));

        assertThat(changes.changesSomething()).isFalse();
        assertThat(changes.unchanged()).isEqualTo(2);
        assertThat(changes.written()).isEmpty();
    }

    @Test
    void two_of_one_list_that_contradict_each_other_are_told_with_their_places() {
        CrossReferenceChanges changes = CrossReferenceChanges.of(known(), List.of(A, B, OTHER_B));

        assertThat(changes.contradicting()).containsExactly(new Contradicting(1, 2));
        assertThat(changes.added()).containsExactly(A, B);
    }
}
