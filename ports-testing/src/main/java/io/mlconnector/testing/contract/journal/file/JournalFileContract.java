package io.mlconnector.testing.contract.journal.file;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.file.FileFilter;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.testing.contract.journal.bench.JournalBench;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which files are known, and which are to be removed at the gateway. */
public interface JournalFileContract {

    /** The journal under test. */
    JournalBench bench();

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

    @Test
    default void files_are_found_by_parts_of_what_people_see_of_them() {
        NewFile first = bench().file("Invoices_4711%.edi", "1", false, Optional.empty());
        NewFile second = bench().file("invoices_4712.edi", "1", false, Optional.empty());
        NewFile third = bench().file("credit.edi", "1", false, Optional.empty());
        for (NewFile file : List.of(first, second, third)) {
            await(bench().journal.receive(file, List.of()));
        }
        FileFilter all = FileFilter.newest(100).ofConnection(Optional.of(bench().connection));
        assertThat(found(all)).containsExactly(third.id(), second.id(), first.id());
        assertThat(found(all.having("INVOICES_47"))).containsExactly(second.id(), first.id());
        assertThat(found(all.having("invoices 4712"))).containsExactly(second.id());
        assertThat(found(all.having("4711%"))).containsExactly(first.id());
        assertThat(found(all.having("download/acme credit"))).containsExactly(third.id());
        assertThat(found(all.having(third.id().text()))).containsExactly(third.id());
        assertThat(found(all.having("nobody-has-it"))).isEmpty();
        assertThat(found(all.having("edi").before(Optional.of(third.id())))).containsExactly(second.id(), first.id());
        assertThat(found(all.from(Optional.of(second.id())))).containsExactly(third.id(), second.id());
        assertThat(found(all.ofPartner(Optional.of("nobody")))).isEmpty();
        assertThat(found(all.ofPartner(Optional.of(first.partner())).having("edi")))
                .containsExactly(third.id(), second.id(), first.id());
        assertThat(found(FileFilter.newest(1)
                        .ofConnection(Optional.of(bench().connection))
                        .having("invoices")))
                .containsExactly(second.id());
    }

    private List<DocumentId> found(FileFilter filter) {
        return await(bench().journal.files(filter)).stream().map(FileRecord::id).toList();
    }

    /** The smallest id that is greater. */
    private static DocumentId after(NewFile file) {
        return new DocumentId(file.id().text() + "-");
    }

    private TakenFile taken(String name, String state, Duration ago) {
        NewFile file = bench().file(name, state, false, Optional.empty());
        return new TakenFile(
                file.connection(),
                file.folder(),
                new ListedFile(name, state),
                file.content().bytes().length,
                file.content().hash(),
                file.takenAt().minus(ago));
    }

    private List<TakenFile> forgotten() {
        return await(bench().journal.forgotten(bench().connection, "/download/acme"));
    }

    @Test
    default void files_that_were_taken_before_a_restoration_are_forgotten_until_they_are_taken_again() {
        TakenFile known = taken("known.edi", "10 noon", Duration.ofMinutes(3));
        TakenFile later = taken("later.edi", "10 noon", Duration.ofMinutes(1));
        TakenFile earlier = taken("earlier.edi", "10 noon", Duration.ofMinutes(2));
        await(bench().journal.receive(bench().file("known.edi", "10 noon", false, Optional.empty()), List.of()));
        await(bench().journal.takenBeforeRestoration(List.of(known, later, earlier, later)));
        assertThat(forgotten()).containsExactly(earlier, later);
        assertThat(await(bench().journal.forgotten(bench().connection, "/download/other")))
                .isEmpty();
        assertThat(await(bench().journal.forgotten(bench().connection + "x", "/download/acme")))
                .isEmpty();
        await(bench().journal.receive(bench().file("earlier.edi", "12 one", false, Optional.empty()), List.of()));
        assertThat(forgotten()).as("another state is another file").containsExactly(earlier, later);
        await(bench().journal.receive(bench().file("earlier.edi", "10 noon", false, Optional.empty()), List.of()));
        assertThat(forgotten()).containsExactly(later);
        await(bench().journal
                .receive(bench().file("later.edi", later.asMissing().state(), false, Optional.empty()), List.of()));
        assertThat(forgotten()).as("told as missing").isEmpty();
        assertThat(await(bench().journal.known(bench().connection, "/download/acme", Set.of(later.listed()))))
                .as("what comes again is taken, even in the same state")
                .isEmpty();
        await(bench().journal.takenBeforeRestoration(List.of()));
        assertThat(forgotten()).isEmpty();
    }

    private List<FileRecord> toRemove() {
        return await(bench().journal.filesToRemove(bench().connection, "/download/acme"));
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
}
