package io.mlconnector.testing.contract.journal.file;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a large file enters part by part. */
public interface JournalPartContract {

    /** The journal under test. */
    JournalBench bench();

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
        NewDocument answer = bench().order("our 997");
        await(bench().journal.receiveInParts(file));
        assertThat(unfinished()).containsExactly(0L);
        assertThat(await(bench().journal.filesToRemove(bench().connection, "/download/acme")))
                .isEmpty();
        assertThat(await(bench().journal.enter(part(file, 0, OptionalLong.of(500), first))))
                .contains(new Received(List.of(first.id()), List.of(), List.of()));
        assertThat(unfinished()).containsExactly(500L);
        assertThat(await(bench().journal.enter(part(file, 0, OptionalLong.of(500), bench().invoice("INV-1", "one")))))
                .isEmpty();
        assertThat(await(bench().journal.enter(part(file, 500, OptionalLong.empty(), second, answer))))
                .contains(new Received(List.of(second.id(), answer.id()), List.of(), List.of()));
        assertThat(unfinished()).isEmpty();
        assertThat(await(bench().journal.enter(part(file, 500, OptionalLong.empty(), bench().invoice("INV-3", "x")))))
                .isEmpty();
        FileRecord record = await(bench().journal.file(file.id())).orElseThrow();
        assertThat(record.documents()).isEqualTo(2);
        assertThat(record.answers()).isEqualTo(1);
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
        await(bench().journal
                .receive(bench().file("a.edi", "1", true, Optional.empty()), List.of(bench().invoice("INV-1", "one"))));
        NewFile file = bench().file("large.edi", "1", false, Optional.empty());
        await(bench().journal.receiveInParts(file));
        NewDocument again = bench().invoice("INV-1", "one");
        NewDocument other = bench().invoice("INV-1", "other");
        assertThat(await(bench().journal.enter(part(file, 0, OptionalLong.empty(), again, other))))
                .contains(new Received(List.of(), List.of(again.id()), List.of(other.id())));
    }
}
