package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.engine.event.EventCounts;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.Notices;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.engine.polling.OrderPoller;
import io.mlconnector.engine.runner.FlowRunner;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.erp.BusinessEvent;
import io.mlconnector.ports.erp.BusinessEvents;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.JournalUnavailableException;
import io.mlconnector.ports.journal.document.DocumentRecord;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One odd thing keeps none of the others from its turn: it becomes a record with a reason. The poison comes first, a good one second. */
class OneThingNeverBlocksTheNextTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final byte[] POISON = "POISON".getBytes(StandardCharsets.UTF_8);

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final List<Throwable> defects = new ArrayList<>();
    private final Life life = new Life(time, new Story(time, false), defects::add);
    private final Chance chance = new Chance(1);
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private final Health health = new Health();
    private final Engine engine = SimulatedEngine.of(
            life,
            poisoned(
                    Journal.class,
                    poisoned(
                            Journal.class,
                            poisoned(Journal.class, journal, "revisionsOf", "PO-POISON"::equals),
                            "sequence",
                            argument -> argument instanceof String key && key.contains("PO-TOO-LARGE"),
                            () -> new JournalUnavailableException("The statement took too long", new Exception())),
                    "sentUnder",
                    "000099999"::equals),
            poisoned(
                    DocumentCodec.class,
                    new X12Codec(),
                    "decode",
                    argument -> argument instanceof byte[] bytes && Arrays.equals(POISON, bytes)),
            time::now,
            chance.generator(),
            "node-1");

    /** The same, with a defect for one argument. */
    private static <T> T poisoned(Class<T> port, T real, String name, Predicate<Object> poison) {
        return poisoned(port, real, name, poison, () -> new IllegalStateException("A defect of our own"));
    }

    /** The same, failing so for one argument. */
    private static <T> T poisoned(
            Class<T> port, T real, String name, Predicate<Object> poison, Supplier<RuntimeException> failure) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name)
                            && Arrays.stream(arguments).anyMatch(poison)) {
                        throw failure.get();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    private Connection connection(PurchaseOrders orders) {
        return Trade.CONTOSO.connection(
                HeaderReference.ASSIGNED,
                FileSizes.USUAL,
                orders,
                companies.products(),
                companies.invoices(),
                companies.mailbox());
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private void run(Activity activity) {
        activity.start();
        time.runUntil(time.now().plus(LONG));
        assertThat(defects).isEmpty();
    }

    private void pollFolder() {
        run(new FolderPoller(
                engine, connection(companies.orders()), Trade.CONTOSO.acme(), folder(), new OneAtATime(), health));
    }

    private static FolderReference folder() {
        return Trade.download(Trade.CONTOSO.acme().id().id());
    }

    private void put(String name, byte[] bytes) {
        companies.mailbox().put(((FolderReference.ByPath) folder()).path(), name, bytes);
        time.runUntil(time.now().plusSeconds(1));
    }

    private Map<String, FileRecord> files() {
        return await(journal.files(100, Optional.empty())).stream()
                .collect(Collectors.toMap(FileRecord::name, file -> file));
    }

    private List<DocumentRecord> documents() {
        return await(journal.list(DocumentFilter.ALL.page(100, Optional.empty())));
    }

    @Test
    void a_file_on_which_our_own_code_breaks_off_is_recorded_with_its_reason_and_the_next_is_taken() {
        put("a_poison.edi", POISON);
        put("b_good.edi", "no X12 at all".getBytes(StandardCharsets.UTF_8));
        pollFolder();
        assertThat(files()).containsOnlyKeys("a_poison.edi", "b_good.edi");
        assertThat(Optional.ofNullable(files().get("a_poison.edi")).flatMap(FileRecord::problem))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("file-not-taken"));
    }

    @Test
    void a_file_that_the_gateway_refuses_for_a_while_is_taken_when_it_does_no_more() {
        put("a.edi", "one".getBytes(StandardCharsets.UTF_8));
        put("b.edi", "two".getBytes(StandardCharsets.UTF_8));
        boolean[] refusing = {true};
        Mailbox refusingMailbox = (Mailbox) Proxy.newProxyInstance(
                Mailbox.class.getClassLoader(), new Class<?>[] {Mailbox.class}, (proxy, method, arguments) -> {
                    if (refusing[0] && method.getName().equals("fetch")) {
                        return CompletableFuture.completedFuture(
                                Outcome.refused(Problem.named("not-allowed", "", "The account may not read here.")));
                    }
                    return method.invoke(companies.mailbox(), arguments);
                });
        Connection connection = Trade.CONTOSO.usually(companies, refusingMailbox);
        run(new FolderPoller(engine, connection, Trade.CONTOSO.acme(), folder(), new OneAtATime(), health));
        assertThat(files()).isEmpty();
        refusing[0] = false;
        time.runUntil(time.now().plus(LONG));
        assertThat(files()).containsOnlyKeys("a.edi", "b.edi");
    }

    @Test
    void a_file_name_that_no_database_takes_is_taken_once_and_the_next_too() {
        put("a\u0000b\ud834.edi", "one".getBytes(StandardCharsets.UTF_8));
        put("n".repeat(5_000) + ".edi", "two".getBytes(StandardCharsets.UTF_8));
        put("good.edi", "three".getBytes(StandardCharsets.UTF_8));
        pollFolder();
        assertThat(files()).hasSize(3).containsKeys("a%u0000b%uD834.edi", "good.edi");
    }

    @Test
    void a_document_on_which_our_own_code_breaks_off_is_held_and_the_next_goes_out() {
        confirm("PO-POISON");
        confirm("PO-2");
        PurchaseOrders orders = poisoned(
                PurchaseOrders.class,
                companies.orders(),
                "read",
                argument ->
                        argument instanceof OrderKey key && key.orderNumber().equals("PO-POISON"));
        Connection connection = connection(orders);
        new OrderPoller(engine, connection, health).start();
        run(new FlowRunner(engine, List.of(connection), 6, Duration.ofSeconds(1), health));
        assertThat(documents())
                .filteredOn(document -> document.keys().orderNumber().equals("PO-POISON"))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.condition()).isEqualTo(Condition.HELD);
                    assertThat(held.reason())
                            .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("work-broke-off"));
                });
        assertThat(documents())
                .filteredOn(document -> document.keys().orderNumber().equals("PO-2"))
                .extracting(DocumentRecord::condition)
                .containsExactly(Condition.DONE);
    }

    @Test
    void a_document_that_the_journal_cannot_take_is_held_while_it_takes_others() {
        confirm("PO-TOO-LARGE");
        Connection connection = connection(companies.orders());
        new OrderPoller(engine, connection, health).start();
        new FlowRunner(engine, List.of(connection), 6, Duration.ofSeconds(1), health).start();
        time.runUntil(time.now().plus(LONG));
        assertThat(condition("PO-TOO-LARGE")).isEqualTo(Condition.MOVING);
        for (int i = 0; i < 40; i++) {
            confirm("PO-" + i);
            time.runUntil(time.now().plus(Duration.ofMinutes(1)));
        }
        assertThat(condition("PO-TOO-LARGE")).isEqualTo(Condition.HELD);
        assertThat(condition("PO-39")).isEqualTo(Condition.DONE);
        assertThat(defects).isEmpty();
    }

    private Condition condition(String order) {
        return documents().stream()
                .filter(document -> document.keys().orderNumber().equals(order))
                .map(DocumentRecord::condition)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_row_that_cannot_be_read_is_held_and_the_next_order_is_entered() {
        companies
                .orders()
                .listUnreadable(new Confirmations.UnreadableRow(
                        "f00",
                        "usmf",
                        "PO-BAD",
                        "",
                        Problem.of(ProblemCode.ROW_UNREADABLE, "PO-BAD", "Correct it in F&O.")));
        confirm("PO-2");
        run(new OrderPoller(engine, connection(companies.orders()), health));
        assertThat(documents())
                .extracting(document -> document.keys().orderNumber(), DocumentRecord::condition)
                .containsExactlyInAnyOrder(tuple("PO-BAD", Condition.HELD), tuple("PO-2", Condition.MOVING));
    }

    @Test
    void a_business_event_on_which_our_own_code_breaks_off_is_kept_and_the_next_makes_us_look() {
        byte[] good = "good".getBytes(StandardCharsets.UTF_8);
        BusinessEvents reading = body -> List.of(new BusinessEvent.OrderConfirmed(
                Trade.USMF, "PO-2", OrderKind.UNKNOWN, new String(body, StandardCharsets.UTF_8), ""));
        Notices notices = new Notices(
                engine,
                poisoned(BusinessEvents.class, reading, "read", argument -> Arrays.equals(POISON, (byte[]) argument)),
                new EventCounts());
        List<String> looks = new ArrayList<>();
        engine.loop().onSignal(Signals.ordersOf(Trade.CONTOSO.connection()), looks::add);
        List<Boolean> fresh = new ArrayList<>();
        for (byte[] event : List.of(POISON, good, POISON)) {
            notices.businessEvent(Trade.CONTOSO.connection(), event).onSuccess(fresh::add);
            time.runUntil(time.now().plusSeconds(1));
        }
        assertThat(fresh).containsExactly(true, true, false);
        assertThat(looks).containsExactly("usmf/PO-2");
    }

    @Test
    void a_vendors_answer_on_which_our_own_code_breaks_off_is_recorded_with_its_reason_and_the_next_is_written_down() {
        send("PO-2");
        putAnswer("a_855.edi", 1, "PR", response("PO-POISON"));
        putAnswer("b_855.edi", 2, "PR", response("PO-2"));
        pollFolder();
        assertPoisonAndGood("a_855.edi", "b_855.edi");
        assertThat(sent("PO-2").acknowledgement()).isEqualTo(Acknowledgement.ACCEPTED);
    }

    @Test
    void
            an_acknowledgement_on_which_our_own_code_breaks_off_is_recorded_with_its_reason_and_the_next_is_written_down() {
        send("PO-2");
        putAnswer("a_997.edi", 1, "FA", acknowledgement(99_999));
        putAnswer(
                "b_997.edi",
                2,
                "FA",
                acknowledgement(Integer.parseInt(sent("PO-2").keys().controlNumber())));
        pollFolder();
        assertPoisonAndGood("a_997.edi", "b_997.edi");
        assertThat(sent("PO-2").acknowledgement()).isEqualTo(Acknowledgement.ACCEPTED);
    }

    private void send(String number) {
        confirm(number);
        Connection connection = connection(companies.orders());
        new OrderPoller(engine, connection, health).start();
        run(new FlowRunner(engine, List.of(connection), 6, Duration.ofSeconds(1), health));
    }

    private DocumentRecord sent(String number) {
        return documents().stream()
                .filter(document -> document.keys().orderNumber().equals(number)
                        && !document.keys().confirmationNumber().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Paper.Set response(String order) {
        return new Paper.Set("855", List.of("BAK*00*AD*" + order + "*20260310", "CTT*0"));
    }

    private static Paper.Set acknowledgement(int number) {
        return new Paper.Set("997", List.of("AK1*PO*" + number, "AK2*850*0001", "AK5*A", "AK9*A*1*1*1"));
    }

    private void putAnswer(String name, int number, String group, Paper.Set set) {
        put(name, Paper.file(Trade.CONTOSO.acme(), List.of(Paper.Interchange.of(number, group, set))));
    }

    private void assertPoisonAndGood(String poison, String good) {
        assertThat(Optional.ofNullable(files().get(poison)).flatMap(FileRecord::problem))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("file-not-taken"));
        assertThat(Optional.ofNullable(files().get(good)))
                .hasValueSatisfying(file -> assertThat(file.problem()).isEmpty());
    }

    private void confirm(String number) {
        companies.orders().confirm(Trade.order(Trade.CONTOSO.acme(), Trade.USMF, number, 1, 0, "ITEM-1", 1));
    }
}
