package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.polling.OrderPoller;
import io.mlconnector.engine.restoration.HeldDocument;
import io.mlconnector.engine.restoration.Reconciliation;
import io.mlconnector.engine.restoration.RestorationWatch;
import io.mlconnector.engine.runner.FlowRunner;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.testing.memory.MemoryMailbox;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A journal that may have forgotten what was sent: what shows that, what speaks for each document, and what a person decides. */
class ReconciliationTest {

    private static final TradingPartner ACME = Trade.CONTOSO.acme();
    private static final NumberSequence NUMBERS = new NumberSequence(
            ACME.interchange().us().toString(), ACME.interchange().them().toString());

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final List<Throwable> defects = new ArrayList<>();
    private final Life life = new Life(time, new Story(time, false), defects::add);
    private final Chance chance = new Chance(1);
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private final Health health = new Health();
    private final Engine engine =
            SimulatedEngine.of(life, journal, new X12Codec(), time::now, chance.generator(), "node-1");
    private final Connection connection = Trade.CONTOSO.usually(companies, companies.mailbox());
    private final Reconciliation reconciliation = new Reconciliation(engine, List.of(connection));

    @BeforeEach
    void everything_runs() {
        new FlowRunner(engine, List.of(connection), 6, Duration.ofSeconds(1), health).start();
        new OrderPoller(engine, connection, health).start();
        new FolderPoller(engine, connection, ACME, Trade.download("acme"), new OneAtATime(), health).start();
        new RestorationWatch(engine, health).start();
    }

    private void pass() {
        time.runUntil(time.now().plus(Duration.ofMinutes(2)));
        assertThat(defects).isEmpty();
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    /** What the engine does, it does in virtual time. */
    private <T> T await(Future<T> future) {
        pass();
        assertThat(future.isComplete()).isTrue();
        return future.result();
    }

    private OrderKey confirm(String number) {
        PurchaseOrder order = Trade.order(ACME, Trade.USMF, number, 1, 0, "ITEM-1", 1);
        companies.orders().confirm(order);
        return order.key();
    }

    private void arrives(Paper.Interchange interchange) {
        companies
                .mailbox()
                .put(
                        ((FolderReference.ByPath) Trade.download("acme")).path(),
                        "in_" + interchange.number() + ".edi",
                        Paper.file(ACME, List.of(interchange)));
        pass();
    }

    private static Paper.Interchange functional(int own, int number) {
        return Paper.Interchange.of(
                own, "FA", new Paper.Set("997", List.of("AK1*PO*" + number, "AK2*850*0001", "AK5*A", "AK9*A*1*1*1")));
    }

    private static Paper.Interchange interchange(int own, int number) {
        return Paper.Interchange.ofTa1(own, String.format(Locale.ROOT, "TA1*%09d*260310*1200*A*000", number));
    }

    private List<String> uploads() {
        return companies.mailbox().received().stream()
                .map(MemoryMailbox.Upload::name)
                .toList();
    }

    /** What the health says about outgoing documents. */
    private Optional<Problem> unwell() {
        return Optional.ofNullable(health.at(time.now()).get(RestorationWatch.NAME))
                .flatMap(Health.Status::problem);
    }

    private Optional<Restoration> restoration() {
        return await(journal.cursor(Restoration.CODE)).map(Restoration::parse);
    }

    private HeldDocument onlyHeld() {
        List<HeldDocument> held =
                await(reconciliation.held(500, Optional.empty())).documents();
        assertThat(held).hasSize(1);
        return held.getFirst();
    }

    @Test
    void an_answer_to_a_number_ahead_of_all_known_holds_what_goes_out_and_that_number_is_not_given_out_again() {
        confirm("PO-1");
        pass();
        assertThat(uploads()).hasSize(1);
        arrives(functional(10, 57));

        assertThat(restoration()).hasValueSatisfying(one -> {
            assertThat(one.holding()).isTrue();
            assertThat(one.evidence()).contains("997", "000000057", "000000001");
        });
        assertThat(await(journal.highest(NUMBERS))).isEqualTo(57);
        confirm("PO-2");
        pass();
        assertThat(uploads()).hasSize(1);
        assertThat(unwell())
                .hasValueSatisfying(why -> assertThat(why.message()).contains("000000057", "ml-connector reconcile"));

        assertThat(await(reconciliation.letGo(onlyHeld().document().id(), "maria", "asked")))
                .isTrue();
        pass();
        assertThat(uploads()).hasSize(2);
        assertThat(uploads().getLast()).contains("_000000058.");
        assertThat(await(reconciliation.end(List.of("contoso"))).none()).isTrue();
        pass();
        assertThat(unwell()).isEmpty();
    }

    @Test
    void a_ta1_for_a_number_ahead_of_all_known_does_the_same() {
        await(journal.usedUpTo(NUMBERS, 1));
        arrives(interchange(10, 57));

        assertThat(restoration())
                .hasValueSatisfying(one -> assertThat(one.evidence()).contains("TA1", "000000057"));
        assertThat(await(journal.highest(NUMBERS))).isEqualTo(57);
    }

    @Test
    void an_answer_to_a_number_that_was_passed_over_or_that_nobody_can_have_used_holds_nothing() {
        await(journal.usedUpTo(NUMBERS, 60));
        arrives(functional(10, 57));
        arrives(interchange(11, 999_999_999));

        assertThat(restoration()).isEmpty();
        assertThat(await(journal.highest(NUMBERS))).isEqualTo(60);
    }

    @Test
    void answers_to_another_system_with_the_same_ids_hold_nothing_and_its_numbers_are_passed_over() {
        arrives(functional(10, 45_123));
        assertThat(restoration()).isEmpty();
        confirm("PO-1");
        pass();
        assertThat(uploads()).hasSize(1);
        assertThat(uploads().getFirst()).contains("_000045124.");
    }

    @Test
    void further_answers_do_not_hold_again_what_a_person_let_go() {
        await(journal.usedUpTo(NUMBERS, 1));
        arrives(functional(10, 57));
        Instant noticed = restoration().orElseThrow().noticed();
        arrives(functional(11, 58));

        assertThat(restoration().orElseThrow().noticed()).isEqualTo(noticed);
        assertThat(await(journal.highest(NUMBERS))).isEqualTo(58);
    }

    @Test
    void where_nothing_is_seen_it_is_said_where_was_looked() {
        await(reconciliation.hold());
        confirm("PO-1");
        pass();

        HeldDocument held = onlyHeld();
        assertThat(held.unseen()).isTrue();
        assertThat(held.announced()).contains("PO-1");
        assertThat(held.looked())
                .anySatisfy(text -> assertThat(text).contains("nothing received names it"))
                .anySatisfy(text -> assertThat(text).contains("no file of it lies in"));
    }

    @Test
    void an_answer_that_names_the_order_speaks_for_it_and_tells_when_it_came() {
        await(reconciliation.hold());
        confirm("PO-1");
        confirm("PO-2");
        arrives(Paper.Interchange.of(10, "PR", new Paper.Set("855", List.of("BAK*00*AD*PO-1*20260310", "CTT*0"))));

        List<HeldDocument> held =
                await(reconciliation.held(500, Optional.empty())).documents();
        assertThat(held)
                .as("our answer to it, too")
                .extracting(one -> one.document().type())
                .containsExactlyInAnyOrder("850", "850", "997");
        assertThat(held)
                .filteredOn(one -> one.document().keys().orderNumber().equals("PO-1"))
                .singleElement()
                .satisfies(one -> assertThat(one.sent())
                        .singleElement()
                        .asString()
                        .contains("855", "interchange 000000010", "taken 2026-03-02T"));
        assertThat(held)
                .filteredOn(one -> one.document().keys().orderNumber().equals("PO-2"))
                .singleElement()
                .satisfies(one -> assertThat(one.unseen()).isTrue());
    }

    @Test
    void a_997_and_a_ta1_to_numbers_unknown_here_are_shown_with_what_they_may_be_about() {
        await(journal.usedUpTo(NUMBERS, 60));
        await(reconciliation.hold());
        confirm("PO-1");
        arrives(functional(10, 57));
        arrives(interchange(11, 58));

        assertThat(onlyHeld().sent())
                .anySatisfy(text -> assertThat(text).contains("997", "group PO 57"))
                .anySatisfy(text -> assertThat(text).contains("TA1", "interchange 000000058"));
    }

    @Test
    void a_file_that_appears_in_the_upload_folder_speaks_for_it() {
        await(reconciliation.hold());
        OrderKey key = confirm("PO-1");
        pass();
        String name = OutboundFileName.of("850", ACME.id(), time.now(), key, 12, "edi");
        companies.mailbox().put(((FolderReference.ByPath) Trade.upload("acme")).path(), name, new byte[] {1});

        assertThat(onlyHeld().sent()).singleElement().asString().contains(name, "lies in");
    }

    @Test
    void what_is_marked_as_sent_is_never_sent_and_new_orders_go_out_when_it_is_over() {
        await(reconciliation.hold());
        confirm("PO-1");
        pass();
        assertThat(await(reconciliation.end(List.of("contoso"))))
                .isEqualTo(new Reconciliation.Remaining(1, 0, List.of()));
        HeldDocument held = onlyHeld();
        assertThat(await(reconciliation.markAsSent(held.document().id(), "maria", "asked the vendor")))
                .isTrue();
        pass();

        assertThat(uploads()).isEmpty();
        assertThat(await(journal.find(held.document().id())).orElseThrow().condition())
                .isEqualTo(Condition.DONE);
        assertThat(await(reconciliation.end(List.of("contoso"))).none()).isTrue();
        confirm("PO-2");
        pass();
        assertThat(uploads()).singleElement().asString().contains("PO-2");
    }

    @Test
    void it_does_not_end_before_the_confirmed_orders_were_read_since() {
        await(reconciliation.hold());
        assertThat(await(reconciliation.end(List.of("contoso", "fabrikam"))))
                .isEqualTo(new Reconciliation.Remaining(0, 0, List.of("fabrikam")));
        assertThat(restoration())
                .hasValueSatisfying(one -> assertThat(one.holding()).isTrue());
    }

    @Test
    void gaps_in_what_a_partner_sent_are_possibly_missing() {
        arrives(Paper.Interchange.ofInvoices(
                10, List.of(new Paper.Invoice("INV-1", Trade.USMF, "PO-1", "ITEM-1", 1, Paper.Kind.PLAIN))));
        arrives(Paper.Interchange.ofInvoices(
                13, List.of(new Paper.Invoice("INV-2", Trade.USMF, "PO-1", "ITEM-1", 1, Paper.Kind.PLAIN))));

        assertThat(await(reconciliation.possiblyMissingInterchanges()))
                .containsOnlyKeys("contoso acme")
                .containsEntry("contoso acme", List.of("000000011 to 000000012"));
    }
}
