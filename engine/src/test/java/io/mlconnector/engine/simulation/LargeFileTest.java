package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Large files: one that takes the whole process with it does not do so for ever. */
class LargeFileTest {

    private static final byte[] KILLER = "more than the memory holds".getBytes(StandardCharsets.UTF_8);

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final Chance chance = new Chance(1);
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private int ended;

    private static FolderReference folder() {
        return Trade.download(Trade.CONTOSO.acme().id().id());
    }

    private void put(String name, byte[] bytes) {
        companies.mailbox().put(((FolderReference.ByPath) folder()).path(), name, bytes);
        time.runUntil(time.now().plusSeconds(1));
    }

    /** Reading the file ends the process. */
    private DocumentCodec killing(Life life) {
        X12Codec real = new X12Codec();
        return (DocumentCodec) Proxy.newProxyInstance(
                DocumentCodec.class.getClassLoader(),
                new Class<?>[] {DocumentCodec.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("decode") && Arrays.equals(KILLER, (byte[]) arguments[0])) {
                        ended++;
                        life.end();
                        throw new IllegalStateException("Java heap space");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** A process that lives for some minutes at most. */
    private void process(Function<Life, DocumentCodec> codec) {
        process(codec, journal, new FileSizes(10, 1, 1));
    }

    private void process(Function<Life, DocumentCodec> codec, Journal journal, FileSizes sizes) {
        Life life = new Life(time, new Story(time, false), defect -> {
            throw new AssertionError(defect);
        });
        Engine engine = SimulatedEngine.of(life, journal, codec.apply(life), time::now, chance.generator(), "node-1");
        new FolderPoller(
                        engine,
                        Trade.CONTOSO.connection(
                                HeaderReference.ASSIGNED,
                                sizes,
                                companies.orders(),
                                companies.products(),
                                companies.invoices(),
                                companies.mailbox()),
                        Trade.CONTOSO.acme(),
                        folder(),
                        new OneAtATime(),
                        new Health())
                .start();
        time.runUntil(time.now().plus(Duration.ofMinutes(5)));
        life.end();
    }

    private Map<String, FileRecord> files() {
        return journal.files(100, Optional.empty()).toCompletableFuture().join().stream()
                .collect(Collectors.toMap(FileRecord::name, Function.identity()));
    }

    @Test
    void a_large_file_that_ends_the_process_is_recorded_after_ten_starts_and_the_next_is_taken() {
        put("a_killer.edi", KILLER);
        put("b_good.edi", "no X12 at all, but large".getBytes(StandardCharsets.UTF_8));
        for (int start = 1; start <= 10; start++) {
            process(this::killing);
            assertThat(files()).isEmpty();
        }
        process(this::killing);
        assertThat(ended).isEqualTo(10);
        assertThat(files()).containsOnlyKeys("a_killer.edi", "b_good.edi");
        assertThat(Optional.ofNullable(files().get("a_killer.edi")).flatMap(FileRecord::problem))
                .map(Problem::code)
                .contains("file-not-taken");
    }

    /** Reading the file works once, for the survey, and is a defect from then on. */
    private DocumentCodec breaking() {
        X12Codec real = new X12Codec();
        int[] reads = {0};
        return (DocumentCodec) Proxy.newProxyInstance(
                DocumentCodec.class.getClassLoader(),
                new Class<?>[] {DocumentCodec.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("decode")
                            && Arrays.equals(KILLER, (byte[]) arguments[0])
                            && ++reads[0] > 1) {
                        throw new IllegalStateException("A defect of our own");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Test
    void a_large_file_on_whose_rest_our_own_code_breaks_off_says_so_and_the_next_is_taken() {
        put("a_broken.edi", KILLER);
        put("b_good.edi", "no X12 at all, but large".getBytes(StandardCharsets.UTF_8));
        process(ignored -> breaking());
        assertThat(files()).containsOnlyKeys("a_broken.edi", "b_good.edi");
        assertThat(Optional.ofNullable(files().get("a_broken.edi")).flatMap(FileRecord::problem))
                .map(Problem::message)
                .hasValueSatisfying(message -> assertThat(message).contains("the same defect"));
        assertThat(journal.unfinished("contoso", folder().toString())
                        .toCompletableFuture()
                        .join())
                .isEmpty();
    }

    /** The same, with the names of the methods by which files and documents enter. */
    private static Journal noting(Journal real, List<String> entering) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    if (List.of("receive", "receiveInParts", "enter").contains(method.getName())) {
                        entering.add(method.getName());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Test
    void a_small_file_with_more_sets_than_one_transaction_should_hold_enters_in_parts() {
        List<Paper.Set> sets = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sets.add(new Paper.Set("810", List.of("BIG*20260301*INV-" + i + "**PO-1", "TDS*0", "CTT*0")));
        }
        put(
                "many.edi",
                Paper.file(Trade.CONTOSO.acme(), List.of(new Paper.Interchange(1, List.of(), "IN", sets, List.of()))));
        List<String> entering = new ArrayList<>();
        process(ignored -> new X12Codec(), noting(journal, entering), new FileSizes(1 << 20, 1 << 20, 4));
        assertThat(entering).containsExactly("receiveInParts", "enter", "enter", "enter");
        assertThat(journal.list(DocumentFilter.ALL.page(100, Optional.empty())).toCompletableFuture().join().stream()
                        .filter(document -> document.type().equals("810")))
                .hasSize(10);
    }
}
