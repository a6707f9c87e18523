package io.mlconnector.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.console.workplace.AuditTrail.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeedsTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static Deed deed(int second, String who, String event, String message, String fix) {
        return new Deed(
                1000 + second,
                NOON.plusSeconds(second),
                who,
                event,
                message,
                "d" + second,
                fix,
                "Invoice ACM-" + second,
                Optional.of("/documents/d" + second));
    }

    @Test
    void what_a_fix_did_to_thirty_seven_documents_is_one_row_that_leads_to_the_fix() {
        List<Deed> all = IntStream.range(0, 37)
                .mapToObj(i -> deed(200 - 5 * i, "ana", "release", "ana released it (agreed by phone)", "f7"))
                .toList();

        assertThat(Deeds.of(all)).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo("Released 37 documents (agreed by phone)");
            assertThat(one.address()).contains("/causes/runs/f7");
            assertThat(one.deeds()).hasSize(37);
            assertThat(one.last()).isEqualTo(1020);
        });
    }

    @Test
    void what_was_done_to_a_selection_is_one_row_and_what_was_done_later_or_for_another_reason_another() {
        List<Deeds> rows = Deeds.of(List.of(
                deed(100, "ana", "discard", "ana asked for: discard (test data)", ""),
                deed(40, "ana", "discard", "ana asked for: discard (test data)", ""),
                deed(39, "ana", "discard", "ana asked for: discard (test data)", ""),
                deed(38, "ana", "discard", "ana asked for: discard (sent twice)", ""),
                deed(37, "joe", "discard", "joe asked for: discard (sent twice)", "")));

        assertThat(rows)
                .extracting(Deeds::what)
                .containsExactly(
                        "Discarded it (test data)",
                        "Discarded 2 documents (test data)",
                        "Discarded it (sent twice)",
                        "Discarded it (sent twice)");
        assertThat(rows.get(1).address()).isEmpty();
    }

    @Test
    void the_same_done_twice_to_one_document_is_two_rows_and_documents_are_counted_once() {
        Deed once = deed(40, "ana", "discard", "ana discarded it", "");
        Deed again = new Deed(
                1041,
                NOON.plusSeconds(41),
                "ana",
                "discard",
                "ana discarded it",
                once.owner(),
                "",
                once.subject(),
                once.address());
        assertThat(Deeds.of(List.of(again, once)))
                .extracting(Deeds::what)
                .containsExactly("Discarded it", "Discarded it");
        assertThat(Deeds.of(List.of(again, deed(39, "ana", "discard", "ana discarded it", ""), once)))
                .extracting(Deeds::what)
                .containsExactly("Discarded 2 documents");
    }

    @Test
    void the_end_of_a_page_cuts_no_selection_in_two() {
        List<Deed> all = Stream.concat(
                        Stream.of(deed(90, "joe", "discard", "joe discarded it", "")),
                        IntStream.range(0, 4).mapToObj(i -> deed(40 - i, "ana", "discard", "ana discarded it", "")))
                .toList();
        assertThat(Deeds.whole(all.subList(0, 4), 3)).extracting(Deeds::what).containsExactly("Discarded it");
        assertThat(Deeds.whole(all, 5))
                .extracting(Deeds::what)
                .containsExactly("Discarded it", "Discarded 4 documents");
        assertThat(Deeds.whole(all.subList(1, 5), 3))
                .as("longer than a page")
                .extracting(Deeds::what)
                .containsExactly("Discarded 3 documents");
    }

    @Test
    void what_a_fix_left_as_it_was_stands_in_its_row_and_its_taking_back_is_another_one() {
        List<Deeds> rows = Deeds.of(List.of(
                deed(9, "ana", "take-back", "ana took back the fix of a:b (wrong)", "f7"),
                deed(5, "ana", "left-by-fix", "ana fixed a:b; this document was left as it was: It moves.", "f7"),
                deed(4, "ana", "replay", "ana asked for: replay", "f7"),
                deed(3, "ana", "left-by-fix", "ana fixed a:b; this document was left as it was: It moves.", "f7"),
                deed(2, "ana", "replay", "ana asked for: replay", "f7"),
                deed(1, "ana", "left-by-fix", "ana fixed c:d; this document was left as it was: It moves.", "f6"),
                deed(0, "ana", "left-by-fix", "ana fixed c:d; this document was left as it was: It moves.", "f6")));

        assertThat(rows)
                .extracting(Deeds::what)
                .containsExactly(
                        "Took back the fix of a:b (wrong)",
                        "Replayed 2 documents; 2 documents stayed as they were",
                        "Left 2 documents as they were");
    }

    @Test
    void the_person_is_not_named_again_in_what_the_person_did() {
        assertThat(Deeds.told(deed(1, "ana", "assigned", "ana assigned it to Luis", "")))
                .isEqualTo("Assigned it to Luis");
        assertThat(Deeds.told(deed(1, "ana", "commented", "Asked the buyer.", "")))
                .isEqualTo("Asked the buyer.");
    }

    @Test
    void two_comments_are_two_rows() {
        assertThat(Deeds.of(List.of(
                        deed(2, "ana", "commented", "Asked the buyer.", ""),
                        deed(1, "ana", "commented", "Asked the vendor.", ""))))
                .hasSize(2);
    }

    @Test
    void a_row_names_what_it_was_done_to_and_counts_what_it_does_not_name() {
        Deeds one = Deeds.of(List.of(deed(7, "ana", "discard", "ana asked for: discard (dup)", "")))
                .getFirst();
        assertThat(one.subjects()).extracting(Deed::subject).containsExactly("Invoice ACM-7");
        assertThat(one.others()).isZero();

        Deeds five = Deeds.of(IntStream.range(0, 5)
                        .mapToObj(i -> deed(9 - i, "ana", "discard", "ana asked for: discard (dup)", ""))
                        .toList())
                .getFirst();
        assertThat(five.subjects())
                .extracting(Deed::subject)
                .containsExactly("Invoice ACM-9", "Invoice ACM-8", "Invoice ACM-7");
        assertThat(five.others()).isEqualTo(2);
    }

    @Test
    void several_that_were_assigned_or_put_off_at_once_say_to_whom_and_until_when() {
        assertThat(Deeds.of(List.of(
                        deed(2, "ana", "assigned", "ana assigned it to Luis", ""),
                        deed(1, "ana", "assigned", "ana assigned it to Luis", ""),
                        deed(-8, "ana", "snoozed", "ana put it off until 2026-03-11 12:00 UTC", ""),
                        deed(-9, "ana", "snoozed", "ana put it off until 2026-03-11 12:00 UTC", ""))))
                .extracting(Deeds::what)
                .containsExactly("Assigned 2 documents to Luis", "Put 2 documents off until 2026-03-11 12:00 UTC");
    }

    @Test
    void an_advice_is_one_row_about_the_document_that_is_wrong_and_shows_no_id() {
        String said = "ana asked for an 824 about 810 ACM-2: TR 010 wrong total";
        List<Deeds> rows = Deeds.of(List.of(
                deed(2, "ana", "advised", said + " (document 01kq)", ""), deed(1, "ana", "announced", said, "")));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.what()).isEqualTo("Asked for an 824 about 810 ACM-2: TR 010 wrong total");
            assertThat(row.subjects()).extracting(Deed::subject).containsExactly("Invoice ACM-2");
            assertThat(row.address()).contains("/documents/d2");
            assertThat(row.several()).isFalse();
            assertThat(row.last()).isEqualTo(1001);
        });
    }
}
