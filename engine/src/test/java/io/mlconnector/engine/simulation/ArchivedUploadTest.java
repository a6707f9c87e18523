package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.sending.FolderSearchResult;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.sending.UploadLookup;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A router empties the folder and keeps copies: what lies in its archive did arrive, and an archive that is silent proves nothing. */
class ArchivedUploadTest {

    private static final FolderReference UPLOAD = new FolderReference.ByPath("/upload/acme");
    private static final FolderReference ARCHIVE = new FolderReference.ByPath("/archive/acme");
    private static final byte[] BYTES = {'I', 'S', 'A', '*', '1'};
    private static final byte[] OTHERS = {'I', 'S', 'A', '*', '2'};

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final Chance chance = new Chance(1);
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private final Shelf archive = new Shelf();
    private boolean silent;

    private Mailbox mailbox() {
        return (Mailbox) Proxy.newProxyInstance(
                Mailbox.class.getClassLoader(), new Class<?>[] {Mailbox.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("list") && arguments[0].equals(UPLOAD)) {
                        return CompletableFuture.completedFuture(Outcome.done(List.of()));
                    }
                    if (method.getName().equals("find")) {
                        return CompletableFuture.completedFuture(Outcome.done(Optional.empty()));
                    }
                    if (method.getName().equals("list") && silent) {
                        return CompletableFuture.completedFuture(
                                Outcome.notNow(Problem.of(ProblemCode.UNREACHABLE, "", "Silent.")));
                    }
                    return method.invoke(archive, arguments);
                });
    }

    private Outcome<FolderSearchResult> look(Optional<FolderReference> where) {
        Engine engine = SimulatedEngine.of(
                new Life(time, new Story(time, false), defect -> {
                    throw new AssertionError(defect);
                }),
                new MemoryJournal(time::now),
                new X12Codec(),
                time::now,
                chance.generator(),
                "node-1");
        Connection connection = Trade.CONTOSO.usually(companies, mailbox());
        OutboundFile file = new OutboundFile(
                UPLOAD, "850_acme_000000001.edi", Hashes.of(BYTES), BYTES.length, "850", Optional.empty());
        List<Outcome<FolderSearchResult>> found = new ArrayList<>();
        UploadLookup.of(engine, connection, new DocumentId("01ka7x0r2"), file, where)
                .onSuccess(found::add);
        time.runUntil(time.now().plus(Duration.ofSeconds(1)));
        return found.get(0);
    }

    private Outcome<FolderSearchResult> look() {
        return look(Optional.of(ARCHIVE));
    }

    private static Outcome<FolderSearchResult> archived(String name) {
        return Outcome.done(new FolderSearchResult.Archived(ARCHIVE, name));
    }

    private static final Outcome<FolderSearchResult> ABSENT = Outcome.done(new FolderSearchResult.Absent());

    @Test
    void the_same_name_and_size_prove_it_without_a_download() {
        archive.put("1", "850_acme_000000001.edi", "t1", BYTES);
        assertThat(look()).isEqualTo(archived("850_acme_000000001.edi"));
        assertThat(archive.fetched).isEmpty();
        assertThat(look(Optional.empty())).isEqualTo(ABSENT);
    }

    @Test
    void a_name_with_date_and_time_counts_with_the_same_content_only() {
        archive.put("1", "850_acme_000000001.20260302T0800.edi", "t1", OTHERS);
        assertThat(look()).isEqualTo(ABSENT);
        archive.put("2", "850_acme_000000001_20260302T0801.edi", OptionalLong.empty(), "t1", BYTES);
        assertThat(look()).isEqualTo(archived("850_acme_000000001_20260302T0801.edi"));
    }

    @Test
    void another_number_that_begins_alike_or_another_size_is_another_file() {
        archive.put("1", "850_acme_0000000012.edi", "t1", BYTES);
        archive.put("2", "850_acme_000000001.edi", OptionalLong.of(7), "t1", BYTES);
        assertThat(look()).isEqualTo(ABSENT);
    }

    @Test
    void an_archive_that_does_not_answer_leaves_it_open() {
        silent = true;
        assertThat(look()).isInstanceOf(Outcome.NotNow.class);
    }
}
