package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.intake.IgnoredNames;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A gateway that removes what was read: whenever the process ends, only the download of that very instant can be lost. */
class ReadOnceTest {

    /** One folder of such a gateway, with a process that ends at a chosen call. */
    private static final class Run {
        final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
        final Chance chance = new Chance(1);
        final MemoryJournal journal = new MemoryJournal(time::now);
        final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
        final Shelf shelf = new Shelf();
        final boolean configured;
        Health health = new Health();
        int calls;
        int dieAt = Integer.MAX_VALUE;
        boolean afterEffect;
        String diedIn = "";
        Life life = life();

        Run(boolean configured) {
            this.configured = configured;
            shelf.removesWhatIsRead = true;
        }

        private Life life() {
            return new Life(time, new Story(time, false), defect -> {
                throw new AssertionError(defect);
            });
        }

        void restart() {
            life.end();
            life = life();
            health = new Health();
            Engine engine = SimulatedEngine.of(
                    life, mortal(Journal.class, journal), new X12Codec(), time::now, chance.generator(), "node-1");
            Connection usual = Trade.CONTOSO.usually(companies, mortal(Mailbox.class, shelf));
            Connection connection = new Connection(
                    usual.id(),
                    usual.partners(),
                    usual.orders(),
                    new Connection.FolderPolling(
                            Duration.ofSeconds(15),
                            Duration.ofSeconds(3),
                            FileSizes.USUAL,
                            IgnoredNames.USUAL,
                            Duration.ofHours(1),
                            configured,
                            false),
                    usual.headerReference(),
                    usual.purchaseOrders(),
                    usual.products(),
                    usual.vendorInvoices(),
                    usual.mailbox());
            new FolderPoller(engine, connection, Trade.CONTOSO.acme(), folder(), new OneAtATime(), health).start();
        }

        private <T> T mortal(Class<T> port, T real) {
            Life mine = life;
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (proxy, method, values) -> {
                        boolean dies = ++calls == dieAt;
                        if (dies && !afterEffect) {
                            diedIn = method.getName() + " before";
                            mine.end();
                            return new CompletableFuture<>();
                        }
                        try {
                            Object result = method.invoke(real, values);
                            if (dies) {
                                diedIn = method.getName();
                                mine.end();
                                return new CompletableFuture<>();
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        void pass(Duration duration) {
            time.runUntil(time.now().plus(duration));
        }

        void put(int number) {
            shelf.put("" + number, "f" + number + ".edi", "t" + number, whole(number));
        }

        List<FileRecord> files() {
            return journal.files(100, Optional.empty()).toCompletableFuture().join();
        }

        List<String> lost() {
            return files().stream()
                    .filter(file -> file.size() == 0)
                    .map(FileRecord::name)
                    .toList();
        }

        Optional<String> remark() {
            return health.remark("Folder " + folder() + " of " + Trade.CONTOSO.connection());
        }
    }

    private static FolderReference folder() {
        return Trade.download(Trade.CONTOSO.acme().id().id());
    }

    private static byte[] whole(int number) {
        return Paper.file(
                Trade.CONTOSO.acme(),
                List.of(Paper.Interchange.of(
                        number, "PR", new Paper.Set("855", List.of("BAK*00*AD*PO-" + number + "*20260310", "CTT*0")))));
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    @Test
    void whenever_the_process_ends_nothing_is_lost_but_the_download_of_that_very_instant_and_it_is_told() {
        int deaths = 0;
        int losses = 0;
        for (boolean after : new boolean[] {false, true}) {
            for (int call = 1; ; call++) {
                Run run = new Run(true);
                for (int number = 1; number <= 5; number++) {
                    run.put(number);
                }
                run.shelf.put("6", "f6.edi", "t6", half(whole(6)));
                run.dieAt = call;
                run.afterEffect = after;
                run.restart();
                run.pass(Duration.ofSeconds(40));
                if (run.diedIn.isEmpty()) {
                    break;
                }
                deaths++;
                run.restart();
                run.pass(Duration.ofMinutes(20));
                String when = "died in call " + call + ", " + run.diedIn;
                assertThat(run.files().stream().map(FileRecord::name))
                        .as(when)
                        .containsExactlyInAnyOrder("f1.edi", "f2.edi", "f3.edi", "f4.edi", "f5.edi", "f6.edi");
                // Between the last byte of the download and the journal.
                boolean inBetween = run.diedIn.equals("fetchOnce") || run.diedIn.equals("read before");
                assertThat(run.lost()).as(when).hasSize(inBetween ? 1 : 0);
                losses += run.lost().size();
                run.files().stream()
                        .filter(file -> file.size() == 0)
                        .forEach(file ->
                                assertThat(file.problem().map(Problem::code)).contains("file-not-taken"));
                assertThat(run.journal
                                .downloads(Trade.CONTOSO.connection(), folder().toString())
                                .toCompletableFuture()
                                .join())
                        .as(when)
                        .isEmpty();
            }
        }
        assertThat(deaths).isGreaterThan(60);
        assertThat(losses).isEqualTo(12);
    }

    @Test
    void a_folder_whose_files_vanish_when_they_are_read_is_found_out_and_stays_so_after_a_restart() {
        Run run = new Run(false);
        run.put(1);
        run.put(2);
        run.restart();
        assertThat(run.remark()).isEmpty();
        run.pass(Duration.ofSeconds(20));
        assertThat(run.remark()).hasValueSatisfying(text -> assertThat(text).contains("consumeOnRead"));
        run.restart();
        run.pass(Duration.ofSeconds(1));
        assertThat(run.remark()).isPresent();
        for (int number = 3; number <= 6; number++) {
            run.put(number);
        }
        int[] fetches = {0};
        run.shelf.onFetch = () -> {
            fetches[0]++;
            run.life.end();
        };
        run.pass(Duration.ofSeconds(20));
        assertThat(fetches[0]).isEqualTo(1);
        run.shelf.onFetch = () -> {};
        run.restart();
        run.pass(Duration.ofMinutes(20));
        assertThat(run.files()).hasSize(6);
        assertThat(run.lost()).containsExactly("f3.edi");
    }

    @Test
    void a_gateway_that_leaves_what_was_read_is_not_taken_for_one_that_removes_it() {
        Run run = new Run(false);
        run.shelf.removesWhatIsRead = false;
        run.put(1);
        run.put(2);
        run.restart();
        run.pass(Duration.ofSeconds(20));
        run.shelf.take("1");
        run.pass(Duration.ofMinutes(5));
        assertThat(run.files()).hasSize(2);
        assertThat(run.remark()).isEmpty();
    }

    @Test
    void what_was_read_without_its_end_and_is_gone_is_taken_and_tells_that_the_gateway_removes_it() {
        Run run = new Run(false);
        run.shelf.put("1", "f1.edi", "t1", half(whole(1)));
        run.restart();
        run.pass(Duration.ofSeconds(30));
        assertThat(run.files()).singleElement().satisfies(file -> {
            assertThat(file.size()).isPositive();
            assertThat(file.problem()).isPresent();
        });
        assertThat(run.remark()).isPresent();
    }

    @Test
    void another_size_than_the_listing_tells_does_not_make_what_was_read_disappear() {
        Run run = new Run(true);
        run.shelf.put("1", "f1.edi", OptionalLong.of(7), "t1", whole(1));
        run.restart();
        run.pass(Duration.ofMinutes(1));
        assertThat(run.files())
                .singleElement()
                .satisfies(file -> assertThat(file.problem()).isEmpty());
    }

    @Test
    void a_second_file_with_the_looks_of_the_first_is_taken_and_not_only_compared() {
        Run run = new Run(true);
        run.shelf.put("1", "a.edi", "", whole(1));
        run.restart();
        run.pass(Duration.ofMinutes(1));
        run.shelf.put("2", "a.edi", "", whole(2));
        run.pass(Duration.ofMinutes(1));
        assertThat(run.files()).hasSize(2);
        assertThat(run.files().get(0).content()).isNotEqualTo(run.files().get(1).content());
        assertThat(run.lost()).isEmpty();
    }
}
