package io.mlconnector.testing.contract.journal;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.answering.Weight;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How files enter, and with them what they say of earlier documents. */
interface JournalReceiptContract {

    JournalBench bench();

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
                        0,
                        bench().now(),
                        false,
                        false));
        assertThat(bench().find(first.id()).file()).contains(file.id());
        assertThat(bench().events(file.id())).containsExactly("taken");
        assertThat(await(bench().journal.payload(record.content()))).isPresent();
        assertThat(bench().claimDue()).hasSize(2);
    }

    @Test
    default void what_we_answer_to_a_file_is_counted_apart_from_what_came_in_it() {
        NewFile file = bench().file("answered.edi", "1", false, Optional.empty());
        await(bench().journal.receive(file, List.of(bench().invoice("INV-1", "one"), bench().order("our 997"))));
        FileRecord record = await(bench().journal.file(file.id())).orElseThrow();
        assertThat(record.documents()).isEqualTo(1);
        assertThat(record.answers()).isEqualTo(1);
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
}
