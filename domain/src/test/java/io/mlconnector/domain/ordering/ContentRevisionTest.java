package io.mlconnector.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.ordering.ContentRevision.Entered;
import io.mlconnector.domain.ordering.Revision.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentRevisionTest {

    private static final String A = "CONTENT-ABCDEFGHIJKL";
    private static final String B = "CONTENT-BBBBBBBBBBBB";

    private static Entered entered(String number) {
        return new Entered(number, false);
    }

    @Test
    void the_first_content_of_an_order_has_its_own_number() {
        assertThat(ContentRevision.next(List.of(), A)).isEqualTo(A);
        assertThat(ContentRevision.next(List.of(entered("PO-1-1")), A)).isEqualTo(A);
    }

    @Test
    void the_same_content_is_the_revision_that_was_entered_last() {
        assertThat(ContentRevision.next(List.of(entered(A)), A)).isEqualTo(A);
        assertThat(ContentRevision.next(List.of(entered(A), entered(B), entered(A + "-2")), A))
                .isEqualTo(A + "-2");
    }

    @Test
    void an_order_that_comes_back_to_what_it_said_before_is_told_again() {
        assertThat(ContentRevision.next(List.of(entered(A), entered(B)), A)).isEqualTo(A + "-2");
        assertThat(ContentRevision.next(List.of(entered(A), entered(B), entered(A + "-2"), entered(B + "-2")), A))
                .isEqualTo(A + "-3");
    }

    @Test
    void a_revision_that_was_overtaken_before_it_was_read_is_told_when_its_content_comes_back() {
        assertThat(ContentRevision.next(List.of(new Entered(A, true)), A)).isEqualTo(A + "-2");
    }

    @Test
    void numbers_are_those_of_their_content_whichever_time_it_is_said() {
        assertThat(ContentRevision.sameContent(A, A + "-2")).isTrue();
        assertThat(ContentRevision.sameContent(A + "-2", A + "-3")).isTrue();
        assertThat(ContentRevision.sameContent(A, B)).isFalse();
        assertThat(ContentRevision.is(A + "-2")).isTrue();
        assertThat(ContentRevision.is("PO-1-2")).isFalse();
    }

    @Test
    void revisions_of_this_kind_follow_each_other_as_they_were_found() {
        List<Revision> found = List.of(revision("PO-1-9"), revision(B), revision(A), revision(B + "-2"));
        assertThat(ConfirmationOrder.sorted(found)).isEqualTo(found);
        List<Revision> twice =
                List.of(revision(A), revision(B), revision(A + "-2"), revision(B + "-2"), revision(A + "-3"));
        assertThat(ConfirmationOrder.sorted(twice)).isEqualTo(twice);
    }

    private static Revision revision(String number) {
        return new Revision(number, number, Standing.DELIVERED, true);
    }
}
