package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.answering.Weight;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.mlconnector.ports.journal.history.HistoryChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How files enter, and what becomes of documents that come again. */
interface JournalReceiptContract {

    JournalBench bench();

    private Received receive(String name, NewDocument... documents) {
        return await(bench().journal.receive(bench().file(name, "1", true, Optional.empty()), List.of(documents)));
    }

    @Test
    default void what_a_file_says_of_earlier_documents_enters_with_it() {
        DocumentId order = bench().announced("PO-1");
        DocumentId other = bench().announced("PO-2");
        NewFile file = bench().file("a.edi", "10 noon", false, Optional.empty());
        await(bench().journal
                .receive(
                        file,
                        List.of(bench().invoice("INV-1", "one")),
                        List.of(
                                new Note(
                                        order,
                                        bench().entry("acknowledged"),
                                        Optional.of(Acknowledgement.REJECTED),
                                        Weight.TECHNICAL,
                                        Optional.empty()),
                                new Note(
                                        order,
                                        bench().entry("explained"),
                                        Optional.empty(),
                                        Weight.BUSINESS,
                                        Optional.empty()),
                                new Note(
                                        other,
                                        bench().entry("answered"),
                                        Optional.empty(),
                                        Weight.BUSINESS,
                                        Optional.empty()))));
        assertThat(bench().find(order).acknowledgement()).isEqualTo(Acknowledgement.REJECTED);
        assertThat(bench().events(order)).containsExactly("announced", "acknowledged", "explained");
        assertThat(bench().find(other).acknowledgement()).isEqualTo(Acknowledgement.NONE);
        assertThat(bench().events(other)).containsExactly("announced", "answered");
        assertThat(HistoryChain.firstBroken(order, await(bench().journal.history(order))))
                .isEmpty();
        awaitFailure(bench().journal
                .receive(
                        file,
                        List.of(),
                        List.of(new Note(
                                other,
                                bench().entry("acknowledged"),
                                Optional.of(Acknowledgement.ACCEPTED),
                                Weight.TECHNICAL,
                                Optional.empty()))));
        assertThat(bench().find(other).acknowledgement()).isEqualTo(Acknowledgement.NONE);
        assertThat(bench().events(other)).containsExactly("announced", "answered");
    }

    @Test
    default void two_answers_in_one_file_are_weighed_one_after_the_other() {
        DocumentId order = bench().announced("PO-1");
        List<Note> notes = new ArrayList<>();
        for (Acknowledgement said : List.of(Acknowledgement.REJECTED, Acknowledgement.ACCEPTED)) {
            notes.add(new Note(
                    order, bench().entry("acknowledged"), Optional.of(said), Weight.BUSINESS, Optional.empty()));
        }
        await(bench().journal.receive(bench().file("a.edi", "1", false, Optional.empty()), List.of(), notes));
        assertThat(bench().find(order).acknowledgement()).isEqualTo(Acknowledgement.REJECTED);
    }

    @Test
    default void what_a_repeated_document_says_is_written_down_once() {
        DocumentId order = bench().announced("PO-1");
        NewDocument first = bench().invoice("997-1", "one");
        NewDocument again = bench().invoice("997-1", "one");
        for (NewDocument answer : List.of(first, again)) {
            await(bench().journal
                    .receive(
                            bench().file(answer.id() + ".edi", "1", false, Optional.empty()),
                            List.of(answer),
                            List.of(new Note(
                                    order,
                                    bench().entry("acknowledged"),
                                    Optional.of(Acknowledgement.ACCEPTED),
                                    Weight.TECHNICAL,
                                    Optional.of(answer.id())))));
        }
        assertThat(bench().events(order)).containsExactly("announced", "acknowledged");
    }

    @Test
    default void a_file_enters_with_its_documents() {
        NewFile file = bench().file("a.edi", "10 noon", false, Optional.empty());
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument second = bench().invoice("INV-2", "two");
        Received received = await(bench().journal.receive(file, List.of(first, second)));
        assertThat(received).isEqualTo(new Received(List.of(first.id(), second.id()), List.of(), List.of()));
        FileRecord record = await(bench().journal.file(file.id())).orElseThrow();
        assertThat(record)
                .isEqualTo(new FileRecord(
                        file.id(),
                        bench().connection,
                        "acme",
                        "/download/acme",
                        "remote-a.edi",
                        "a.edi",
                        file.state(),
                        14,
                        JournalBench.hash("bytes of a.edi"),
                        Optional.empty(),
                        2,
                        bench().now(),
                        false,
                        false));
        assertThat(bench().find(first.id()).file()).contains(file.id());
        assertThat(bench().events(file.id())).containsExactly("taken");
        assertThat(await(bench().journal.payload(record.content()))).isPresent();
        assertThat(bench().claimDue()).hasSize(2);
    }

    @Test
    default void the_same_document_again_is_kept_as_a_duplicate() {
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument again = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        assertThat(receive("b.edi", again)).isEqualTo(new Received(List.of(), List.of(again.id()), List.of()));
        DocumentRecord kept = bench().find(again.id());
        assertThat(kept.condition()).isEqualTo(Condition.DUPLICATE);
        assertThat(kept.state()).isInstanceOf(InvoiceState.Duplicate.class);
        assertThat(kept.duplicateOf()).contains(first.id());
        assertThat(kept.reason()).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("document-repeated");
            assertThat(why.message()).contains(first.id().text());
        });
        assertThat(kept.content()).contains(JournalBench.hash("one"));
        assertThat(bench().events(again.id())).startsWith("received").hasSizeGreaterThan(1);
        assertThat(bench().claimDue()).extracting(claim -> claim.id()).containsExactly(first.id());
    }

    @Test
    default void a_resend_takes_the_place_of_a_first_attempt_that_failed() {
        NewDocument first = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        Failed failed = new Failed(JournalBench.problem("refused"), new InvoiceState.Received(Set.of(), 0));
        bench().commit(bench().claimed(first.id()), bench().rests(failed));
        NewDocument again = bench().invoice("INV-1", "one");
        assertThat(receive("b.edi", again)).isEqualTo(new Received(List.of(again.id()), List.of(), List.of()));
        assertThat(bench().claimDue()).extracting(claim -> claim.id()).containsExactly(again.id());
        DocumentRecord aside = bench().find(first.id());
        assertThat(aside.condition()).isEqualTo(Condition.DISCARDED);
        assertThat(aside.state().replacedBy()).contains(again.id());
        assertThat(bench().events(first.id())).endsWith("replaced");
        NewDocument third = bench().invoice("INV-1", "one");
        assertThat(receive("c.edi", third).duplicates()).containsExactly(third.id());
        assertThat(bench().find(third.id()).duplicateOf()).contains(again.id());
    }

    @Test
    default void a_first_attempt_that_may_have_written_something_is_not_replaced() {
        NewDocument first = bench().invoice("INV-1", "one", new InvoiceState.Posted("VI-1", bench().now()));
        receive("a.edi", first);
        NewDocument again = bench().invoice("INV-1", "one");
        assertThat(receive("b.edi", again).duplicates()).containsExactly(again.id());
    }

    @Test
    default void a_resend_makes_a_first_attempt_go_on_that_failed_after_something_was_written() {
        NewDocument first = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        Failed failed = new Failed(JournalBench.problem("refused"), new InvoiceState.Posted("VI-1", bench().now()));
        bench().commit(bench().claimed(first.id()), bench().rests(failed));
        NewDocument again = bench().invoice("INV-1", "one");
        assertThat(receive("b.edi", again).duplicates()).containsExactly(again.id());
        assertThat(bench().events(first.id())).endsWith("sent-again");
        assertThat(bench().find(first.id()).state()).isInstanceOf(InvoiceState.Posted.class);
        assertThat(bench().find(again.id()).duplicateOf()).contains(first.id());
    }

    @Test
    default void a_resend_of_what_a_person_put_aside_is_held_and_not_dropped() {
        NewDocument first = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        Held held = Held.because(JournalBench.problem("price"), new InvoiceState.Received(Set.of(), 0));
        bench().commit(
                        bench().claimed(first.id()),
                        bench().rests(Discarded.because(JournalBench.problem("unwanted"), held)));
        NewDocument again = bench().invoice("INV-1", "one");
        assertThat(receive("b.edi", again).clashes()).containsExactly(again.id());
        assertThat(bench().find(again.id()).reason())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("discarded-before"));
    }

    @Test
    default void the_same_numbers_with_other_content_are_held() {
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument other = bench().invoice("INV-1", "other");
        receive("a.edi", first);
        assertThat(receive("b.edi", other)).isEqualTo(new Received(List.of(), List.of(), List.of(other.id())));
        DocumentRecord held = bench().find(other.id());
        assertThat(held.condition()).isEqualTo(Condition.HELD);
        assertThat(held.duplicateOf()).isEmpty();
        assertThat(held.reason()).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("control-numbers-reused");
            assertThat(why.message()).contains(first.id().text());
        });
        assertThat(bench().claimDue()).extracting(claim -> claim.id()).containsExactly(first.id());
    }

    @Test
    default void a_document_held_for_its_numbers_goes_on_where_it_would_have_begun() {
        InvoiceState begin = new InvoiceState.Received(Set.of(), 0);
        NewDocument other = bench().invoice("INV-1", "other", begin);
        receive("a.edi", bench().invoice("INV-1", "one"));
        receive("b.edi", other);
        assertThat(bench().find(other.id()).state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.resume()).isEqualTo(begin));
        await(bench().journal
                .intervene(
                        other.id(),
                        bench().now(),
                        document -> Optional.of(
                                Change.of(Decision.of(begin, new Step.Prepare(), bench().entry("released"))))));
        assertThat(bench().claimDue()).extracting(claim -> claim.id()).contains(other.id());
    }

    @Test
    default void a_document_that_would_begin_held_is_held_for_its_numbers_without_standing_twice() {
        InvoiceState begin = new InvoiceState.Received(Set.of(), 0);
        NewDocument other = bench().invoice("INV-1", "other", Held.because(JournalBench.problem("syntax"), begin));
        receive("a.edi", bench().invoice("INV-1", "one"));
        receive("b.edi", other);
        assertThat(bench().find(other.id()).state())
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.resume()).isEqualTo(begin));
    }

    @Test
    default void repeats_within_one_file_are_found_too() {
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument again = bench().invoice("INV-1", "one");
        NewDocument other = bench().invoice("INV-1", "other");
        assertThat(receive("a.edi", first, again, other))
                .isEqualTo(new Received(List.of(first.id()), List.of(again.id()), List.of(other.id())));
    }

    @Test
    default void a_duplicate_does_not_take_the_place_of_the_first() {
        NewDocument first = bench().invoice("INV-1", "one");
        receive("a.edi", first);
        receive("b.edi", bench().invoice("INV-1", "other"));
        NewDocument third = bench().invoice("INV-1", "one");
        receive("c.edi", third);
        assertThat(bench().find(third.id()).duplicateOf()).contains(first.id());
    }

    @Test
    default void a_file_that_cannot_be_read_enters_with_its_problem() {
        Problem garbage = JournalBench.problem("not-x12");
        NewFile file = bench().file("garbage.edi", "1", false, Optional.of(garbage));
        assertThat(await(bench().journal.receive(file, List.of())))
                .isEqualTo(new Received(List.of(), List.of(), List.of()));
        assertThat(await(bench().journal.file(file.id()))).hasValueSatisfying(record -> {
            assertThat(record.problem()).contains(garbage);
            assertThat(record.documents()).isZero();
        });
    }

    @Test
    default void files_are_known_by_name_and_state() {
        await(bench().journal.receive(bench().file("a.edi", "10 noon", false, Optional.empty()), List.of()));
        await(bench().journal.receive(bench().file("a.edi", "12 one", false, Optional.empty()), List.of()));
        ListedFile ten = new ListedFile("a.edi", "10 noon");
        ListedFile twelve = new ListedFile("a.edi", "12 one");
        ListedFile grown = new ListedFile("a.edi", "14 two");
        Set<ListedFile> listed = Set.of(ten, twelve, grown, new ListedFile("b.edi", "10 noon"));
        assertThat(await(bench().journal.known(bench().connection, "/download/acme", listed)))
                .containsExactlyInAnyOrder(ten, twelve);
        assertThat(await(bench().journal.known(bench().connection, "/download/acme", Set.of(grown))))
                .isEmpty();
        assertThat(await(bench().journal.known(bench().connection, "/download/acme", Set.of())))
                .isEmpty();
        assertThat(await(bench().journal.known(bench().connection, "/download/other", listed)))
                .isEmpty();
        assertThat(await(bench().journal.known(bench().connection + "x", "/download/acme", listed)))
                .isEmpty();
    }

    @Test
    default void files_are_found_by_their_name_and_the_newest_comes_first() {
        NewFile first = bench().file("named.edi", "10 noon", false, Optional.empty());
        NewFile second = bench().file("named.edi", "12 one", false, Optional.empty());
        await(bench().journal.receive(first, List.of()));
        await(bench().journal.receive(second, List.of()));
        await(bench().journal.receive(bench().file("other.edi", "12 one", false, Optional.empty()), List.of()));
        assertThat(await(bench().journal.filesNamed(bench().connection, "/download/acme", "named.edi")))
                .extracting(FileRecord::id)
                .containsExactly(second.id(), first.id());
        assertThat(await(bench().journal.filesNamed(bench().connection, "/download/other", "named.edi")))
                .isEmpty();
        assertThat(await(bench().journal.filesNamed(bench().connection + "x", "/download/acme", "named.edi")))
                .isEmpty();
    }

    @Test
    default void a_file_in_the_same_state_does_not_enter_twice() {
        await(bench().journal.receive(bench().file("a.edi", "10 noon", false, Optional.empty()), List.of()));
        NewDocument invoice = bench().invoice("INV-1", "one");
        NewFile again = bench().file("a.edi", "10 noon", false, Optional.empty());
        awaitFailure(bench().journal.receive(again, List.of(invoice)));
        assertThat(await(bench().journal.file(again.id()))).isEmpty();
        assertThat(await(bench().journal.find(invoice.id()))).isEmpty();
    }

    @Test
    default void files_are_listed_newest_first_and_page_by_page() {
        NewFile first = bench().file("a.edi", "1", false, Optional.empty());
        NewFile second = bench().file("b.edi", "1", false, Optional.empty());
        NewFile third = bench().file("c.edi", "1", false, Optional.empty());
        for (NewFile file : List.of(first, second, third)) {
            await(bench().journal.receive(file, List.of()));
        }
        assertThat(await(bench().journal.files(100, Optional.of(after(third)))))
                .extracting(FileRecord::id)
                .startsWith(third.id(), second.id(), first.id());
        assertThat(await(bench().journal.files(1, Optional.of(third.id()))))
                .extracting(FileRecord::id)
                .containsExactly(second.id());
    }

    /** The smallest id that is greater. */
    private static DocumentId after(NewFile file) {
        return new DocumentId(file.id().text() + "-");
    }

    @Test
    default void a_file_is_to_be_removed_when_all_its_documents_are_settled() {
        NewFile file = bench().file("a.edi", "1", true, Optional.empty());
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument second = bench().invoice("INV-2", "two");
        await(bench().journal.receive(file, List.of(first, second)));
        bench().commit(bench().claimed(first.id()), bench().rests(new InvoiceState.Posted("VI-1", bench().now())));
        assertThat(toRemove()).isEmpty();
        bench().clock.advance(Duration.ofMinutes(1));
        bench().commit(
                        bench().claimed(second.id()),
                        bench().rests(Held.because(
                                JournalBench.problem("price"), new InvoiceState.Received(Set.of(), 0))));
        assertThat(toRemove()).extracting(FileRecord::id).containsExactly(file.id());
    }

    @Test
    default void a_removed_file_is_not_to_be_removed_again() {
        NewFile file = bench().file("a.edi", "1", true, Optional.empty());
        await(bench().journal.receive(file, List.of()));
        assertThat(toRemove()).hasSize(1);
        await(bench().journal.removed(file.id(), bench().entry("removed")));
        assertThat(toRemove()).isEmpty();
        assertThat(await(bench().journal.file(file.id())).orElseThrow().removed())
                .isTrue();
        assertThat(bench().events(file.id())).containsExactly("taken", "removed");
    }

    @Test
    default void the_intent_to_remove_a_file_is_stored_once() {
        NewFile file = bench().file("a.edi", "1", true, Optional.empty());
        await(bench().journal.receive(file, List.of()));
        assertThat(toRemove()).extracting(FileRecord::removalIntended).containsExactly(false);
        await(bench().journal.removing(file.id(), bench().entry("removal-intended")));
        await(bench().journal.removing(file.id(), bench().entry("removal-intended")));
        assertThat(toRemove()).extracting(FileRecord::removalIntended).containsExactly(true);
        assertThat(bench().events(file.id())).containsExactly("taken", "removal-intended");
    }

    @Test
    default void a_file_that_shall_stay_is_never_to_be_removed() {
        await(bench().journal.receive(bench().file("a.edi", "1", false, Optional.empty()), List.of()));
        assertThat(toRemove()).isEmpty();
    }

    private FilePart part(NewFile file, long from, OptionalLong next, NewDocument... documents) {
        return new FilePart(
                file.id(),
                from,
                next,
                List.of(documents),
                List.of(),
                List.of(bench().entry("part-" + from)),
                Optional.empty());
    }

    private List<Long> unfinished() {
        return await(bench().journal.unfinished(bench().connection, "/download/acme")).stream()
                .map(UnfinishedFile::from)
                .toList();
    }

    @Test
    default void a_large_file_enters_part_by_part_and_each_part_once() {
        NewFile file = bench().file("large.edi", "1", true, Optional.empty());
        NewDocument first = bench().invoice("INV-1", "one");
        NewDocument second = bench().invoice("INV-2", "two");
        await(bench().journal.receiveInParts(file));
        assertThat(unfinished()).containsExactly(0L);
        assertThat(toRemove()).isEmpty();
        assertThat(await(bench().journal.enter(part(file, 0, OptionalLong.of(500), first))))
                .contains(new Received(List.of(first.id()), List.of(), List.of()));
        assertThat(unfinished()).containsExactly(500L);
        assertThat(await(bench().journal.enter(part(file, 0, OptionalLong.of(500), bench().invoice("INV-1", "one")))))
                .isEmpty();
        assertThat(await(bench().journal.enter(part(file, 500, OptionalLong.empty(), second))))
                .contains(new Received(List.of(second.id()), List.of(), List.of()));
        assertThat(unfinished()).isEmpty();
        assertThat(await(bench().journal.enter(part(file, 500, OptionalLong.empty(), bench().invoice("INV-3", "x")))))
                .isEmpty();
        FileRecord record = await(bench().journal.file(file.id())).orElseThrow();
        assertThat(record.documents()).isEqualTo(2);
        assertThat(record.problem()).isEmpty();
        assertThat(bench().find(second.id()).file()).contains(file.id());
        assertThat(bench().events(file.id())).containsExactly("taken", "part-0", "part-500");
    }

    @Test
    default void a_large_file_is_known_before_its_parts_are_there_and_its_rest_can_be_given_up() {
        NewFile file = bench().file("large.edi", "1", false, Optional.empty());
        await(bench().journal.receiveInParts(file));
        ListedFile listed = new ListedFile("large.edi", "1");
        assertThat(await(bench().journal.known(bench().connection, "/download/acme", Set.of(listed))))
                .containsExactly(listed);
        awaitFailure(bench().journal.receiveInParts(bench().file("large.edi", "1", false, Optional.empty())));
        Problem why = JournalBench.problem("file-not-taken");
        await(bench().journal
                .enter(new FilePart(
                        file.id(), 0, OptionalLong.empty(), List.of(), List.of(), List.of(), Optional.of(why))));
        assertThat(unfinished()).isEmpty();
        assertThat(await(bench().journal.file(file.id())).orElseThrow().problem())
                .contains(why);
    }

    @Test
    default void a_part_recognises_documents_of_other_files_as_a_whole_file_does() {
        receive("a.edi", bench().invoice("INV-1", "one"));
        NewFile file = bench().file("large.edi", "1", false, Optional.empty());
        await(bench().journal.receiveInParts(file));
        NewDocument again = bench().invoice("INV-1", "one");
        NewDocument other = bench().invoice("INV-1", "other");
        assertThat(await(bench().journal.enter(part(file, 0, OptionalLong.empty(), again, other))))
                .contains(new Received(List.of(), List.of(again.id()), List.of(other.id())));
    }

    private List<FileRecord> toRemove() {
        return await(bench().journal.filesToRemove(bench().connection, "/download/acme"));
    }
}
