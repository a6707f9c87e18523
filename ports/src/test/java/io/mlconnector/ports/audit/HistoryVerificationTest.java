package io.mlconnector.ports.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.ports.audit.Finding.Kind;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.history.StoredEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryVerificationTest {

    private static final String OTHER = "f".repeat(64);

    /** Positions 1 to 10. */
    private static Book book() {
        return Book.of("d-1", "d-2", "d-1", "d-3", "d-1", "d-2", "d-3", "d-1", "d-2", "d-2");
    }

    private static Book recomputed(Book book) {
        return book.renumber().recomputeHashes().recomputeLinks();
    }

    @Test
    void a_history_that_nobody_touched_is_whole() {
        Book book = book();
        assertThat(book.verify()).isEmpty();
        assertThat(book.verify(Optional.of(book.head()))).isEmpty();
        assertThat(book.verify(Optional.of(new Head(4, book.at(4).link())))).isEmpty();
        assertThat(book.verify(Optional.of(Head.START))).isEmpty();
        assertThat(Book.of().verify()).isEmpty();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("time", e -> Altered.at(e, e.at().plusNanos(1_000))),
                change("actor", e -> Altered.actor(e, "jane")),
                change("event", e -> Altered.event(e, "held")),
                change("message", e -> Altered.message(e, "It never moved.")),
                change("value of a detail", e -> Altered.details(e, Map.of("status", "500"))),
                change("name of a detail", e -> Altered.details(e, Map.of("state", "201"))),
                change("details, one more", e -> Altered.details(e, Map.of("status", "201", "more", ""))),
                change("payload", e -> Altered.payloads(e, List.of("b".repeat(64)))),
                change("payloads, one less", e -> Altered.payloads(e, List.of())),
                change("hash", e -> Altered.hash(e, OTHER)),
                change("link", e -> Altered.link(e, OTHER)));
    }

    private static Arguments change(String what, UnaryOperator<StoredEntry> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_changed_field_is_found_once_at_its_place(String what, UnaryOperator<StoredEntry> change) {
        for (int position = 1; position <= 10; position++) {
            Book book = book();
            StoredEntry entry = book.at(position);
            assertThat(book.change(position, change).verify())
                    .as("%s at %d", what, position)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.kind()).isEqualTo(Kind.CHANGED);
                        assertThat(finding.position()).isEqualTo(entry.position());
                        assertThat(finding.owner()).isEqualTo(entry.owner());
                        assertThat(finding.message())
                                .contains("Entry " + entry.number() + " of " + entry.owner())
                                .contains("(position " + entry.position() + ")");
                    });
        }
    }

    @Test
    void the_message_tells_a_changed_entry_from_a_changed_hash_or_link() {
        assertThat(book().change(3, e -> Altered.message(e, "No.")).verify())
                .extracting(Finding::message)
                .containsExactly("Entry 2 of d-1 (position 3) was changed: its owner, number, time, actor, event,"
                        + " message, details or payloads do not fit its hash.");
        assertThat(book().change(3, e -> Altered.hash(e, OTHER)).verify())
                .extracting(Finding::message)
                .containsExactly("Entry 2 of d-1 (position 3): its hash was changed.");
        assertThat(book().change(3, e -> Altered.link(e, OTHER)).verify())
                .extracting(Finding::message)
                .containsExactly("Entry 2 of d-1 (position 3): its link was changed.");
    }

    @Test
    void an_entry_given_to_another_document_is_found() {
        assertThat(book().change(3, e -> Altered.owner(e, "d-9")).verify())
                .extracting(Finding::message)
                .contains("d-9 lacks entry 1, before position 3.", "d-1 lacks entry 2, before position 5.");
    }

    @Test
    void an_entry_with_another_number_is_found() {
        assertThat(book().change(8, e -> Altered.number(e, 7)).verify())
                .extracting(Finding::message)
                .containsExactly("d-1 lacks entries 4 to 6, before position 8.");
    }

    @Test
    void several_changes_are_all_found() {
        Book book = book().change(2, e -> Altered.message(e, "No."))
                .change(5, e -> Altered.hash(e, OTHER))
                .change(6, e -> Altered.actor(e, "jane"))
                .change(9, e -> Altered.link(e, OTHER));
        assertThat(book.verify()).extracting(Finding::position).containsExactly(2L, 5L, 6L, 9L);
    }

    @Test
    void removed_entries_at_the_beginning_are_found() {
        assertThat(book().remove(1, 2).verify())
                .extracting(Finding::message)
                .containsExactly(
                        "d-1 lacks entry 1, before position 3.",
                        "Positions 1 to 2 are missing, before Entry 2 of d-1 (position 3).",
                        "d-2 lacks entry 1, before position 6.");
    }

    @Test
    void removed_entries_in_the_middle_are_found() {
        assertThat(book().remove(5).verify())
                .extracting(Finding::message)
                .containsExactly(
                        "Position 5 is missing, before Entry 2 of d-2 (position 6).",
                        "d-1 lacks entry 3, before position 8.");
    }

    @Test
    void removed_entries_at_the_end_are_found() {
        assertThat(book().remove(8, 9, 10).verify())
                .extracting(Finding::message)
                .containsExactly("The newest 3 entries were removed: the head says 10, the last entry is 7.");
        assertThat(book().remove(10).verify())
                .extracting(Finding::message)
                .containsExactly("The newest entry was removed: the head says 10, the last entry is 9.");
    }

    @Test
    void a_cut_end_with_a_head_set_back_is_found_by_the_noted_head_alone() {
        Book book = book();
        Head noted = book.head();
        book.remove(9, 10).setHead(new Head(8, book.at(8).link()));
        assertThat(book.verify()).isEmpty();
        assertThat(book.verify(Optional.of(noted)))
                .extracting(Finding::message)
                .containsExactly("The noted head is at position 10, the last entry is 8: the history was cut.");
    }

    @Test
    void a_head_set_back_alone_is_found() {
        Book book = book();
        book.setHead(new Head(8, book.at(8).link()));
        assertThat(book.verify())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.INSERTED))
                .satisfies(finding -> assertThat(finding.message()).startsWith("Positions 9 to 10 were inserted"));
    }

    @Test
    void a_changed_or_missing_head_is_found() {
        Book book = book();
        book.setHead(new Head(10, OTHER));
        assertThat(book.verify()).extracting(Finding::kind).containsExactly(Kind.HEAD);
        HistoryVerification verification = HistoryVerification.after(Head.START, Optional.empty());
        assertThat(book.feed(verification)).isEmpty();
        assertThat(verification.end(Optional.empty())).extracting(Finding::kind).containsExactly(Kind.HEAD);
    }

    @Test
    void a_removed_document_is_found_although_its_own_chain_says_nothing() {
        assertThat(book().remove(4, 7).verify())
                .extracting(Finding::message)
                .containsExactly(
                        "Position 4 is missing, before Entry 3 of d-1 (position 5).",
                        "Position 7 is missing, before Entry 4 of d-1 (position 8).");
    }

    @Test
    void removed_entries_are_found_although_all_behind_were_moved_up() {
        assertThat(book().remove(4, 7).renumber().verify())
                .extracting(Finding::message)
                .containsExactly(
                        "An entry was removed before Entry 3 of d-1 (position 4); the entries behind were moved up.",
                        "An entry was removed before Entry 4 of d-1 (position 6); the entries behind were moved up.");
    }

    @Test
    void an_inserted_entry_is_found_although_all_behind_were_moved_on() {
        Book strange = Book.of("d-7", "d-7");
        for (int place = 1; place <= 9; place++) {
            Book book = book();
            book.insert(place, Altered.link(strange.at(2), OTHER))
                    .insert(place, Altered.link(strange.at(1), OTHER))
                    .renumber();
            assertThat(book.verify())
                    .as("at %d", place)
                    .extracting(Finding::message)
                    .containsExactly(
                            "Entry 1 of d-7 (position " + place
                                    + ") was inserted; the entries behind it were moved on for it.",
                            "Entry 2 of d-7 (position " + (place + 1)
                                    + ") was inserted; the entries behind it were moved on for it.");
        }
    }

    @Test
    void an_entry_inserted_with_a_link_that_fits_is_found_by_those_behind_it() {
        Book book = book();
        StoredEntry strange = Book.of("d-7").at(1);
        book.insert(
                        4,
                        Altered.link(
                                strange,
                                new Head(3, book.at(3).link())
                                        .next(strange.hash())
                                        .link()))
                .renumber();
        assertThat(book.verify())
                .extracting(Finding::message)
                .containsExactly(
                        "An entry was inserted before Entry 1 of d-3 (position 5); the entries behind were moved on.");
    }

    @Test
    void an_entry_inserted_behind_the_end_is_found() {
        Book book = book();
        StoredEntry more = Book.of("d-7").at(1);
        book.insert(11, Altered.position(more, 11));
        assertThat(book.verify())
                .extracting(Finding::kind)
                .contains(Kind.INSERTED)
                .doesNotContain(Kind.HEAD);
    }

    @Test
    void two_entries_that_changed_places_are_found() {
        Book book = book();
        StoredEntry third = book.at(3);
        StoredEntry fourth = book.at(4);
        book.change(3, e -> Altered.position(fourth, 3)).change(4, e -> Altered.position(third, 4));
        assertThat(book.verify())
                .extracting(Finding::message)
                .containsExactly(
                        "Entry 1 of d-3 (position 3) was inserted; the entries behind it were moved on for it.",
                        "An entry was removed before Entry 3 of d-1 (position 5); the entries behind were moved up.");
    }

    @Test
    void lines_that_changed_places_are_found() {
        Book book = book();
        StoredEntry third = book.at(3);
        book.change(3, e -> book.at(4)).change(4, e -> third);
        assertThat(book.verify()).extracting(Finding::kind).contains(Kind.ORDER);
    }

    @Test
    void a_history_computed_anew_behind_a_change_is_found_by_the_chain_over_all() {
        Book book = book().change(3, e -> Altered.message(e, "No.")).recomputeHashes();
        assertThat(book.verify()).extracting(Finding::position).containsExactly(3L, 5L, 8L);
        assertThat(book.verify())
                .allSatisfy(
                        finding -> assertThat(finding.message()).contains("was changed and its hash computed anew"));
    }

    @Test
    void everything_computed_anew_is_found_by_the_noted_head_alone() {
        Book book = book();
        Head noted = new Head(6, book.at(6).link());
        recomputed(book.change(3, e -> Altered.message(e, "No.")));
        assertThat(book.verify()).isEmpty();
        assertThat(book.verify(Optional.of(noted))).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.HEAD);
            assertThat(finding.position()).isEqualTo(6);
        });
    }

    @Test
    void what_was_added_after_a_head_was_noted_does_not_matter() {
        Book book = book();
        Head noted = new Head(6, book.at(6).link());
        recomputed(book.change(8, e -> Altered.message(e, "No.")));
        assertThat(book.verify(Optional.of(noted))).isEmpty();
    }

    @Test
    void one_document_alone_is_verified_by_its_own_chain() {
        Book book = Book.of("d-1", "d-1", "d-1");
        for (int position = 1; position <= 3; position++) {
            long moved = 10L * position;
            book.change(position, e -> Altered.position(e, moved));
        }
        assertThat(book.feed(HistoryVerification.ofOne())).isEmpty();
        book.change(2, e -> Altered.actor(e, "jane"));
        assertThat(book.feed(HistoryVerification.ofOne()))
                .extracting(Finding::position)
                .containsExactly(20L);
    }

    @Test
    void a_head_is_read_as_it_is_written() {
        Head head = book().head();
        assertThat(Head.parse(head.toString())).isEqualTo(head);
        assertThatThrownBy(() -> Head.parse("10")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Head.parse("10:abc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_link_of_a_known_entry_never_changes() {
        // What PostgreSQL says to: select journal_link(repeat('0', 64), 1, repeat('f', 64))
        assertThat(Head.START.next(OTHER)).isEqualTo(new Head(1, KNOWN));
    }

    private static final String KNOWN = "3e3be433849d2afc66ed2a219855a2a0478f55380eba859c56a1430216f408f2";
}
