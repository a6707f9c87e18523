package io.mlconnector.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.answering.Deadlines;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.polling.OrderPoller;
import io.mlconnector.engine.runner.FlowRunner;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.testing.memory.Ending;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the partner answers did arrive: nobody looks for it, and it is not sent again. */
class AnsweredDoubtTest {

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-03-02T08:00:00Z"));
    private final Chance chance = new Chance(1);
    private final MemoryJournal journal = new MemoryJournal(time::now);
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private final Health health = new Health();
    private final String partner = Trade.CONTOSO.acme().id().id();

    private void start() {
        Life life = new Life(time, new Story(time, false), defect -> {
            throw new AssertionError(defect);
        });
        Engine engine = SimulatedEngine.of(life, journal, new X12Codec(), time::now, chance.generator(), "node-1");
        Connection connection = Trade.CONTOSO.usually(companies, emptied());
        new OrderPoller(engine, connection, health).start();
        new FlowRunner(engine, List.of(connection), 6, Duration.ofSeconds(1), health).start();
        new FolderPoller(engine, connection, Trade.CONTOSO.acme(), download(), new OneAtATime(), health).start();
        new Deadlines(engine, connection, health).start();
    }

    /** A router takes what is uploaded before anybody can see it. */
    private Mailbox emptied() {
        return (Mailbox) Proxy.newProxyInstance(
                Mailbox.class.getClassLoader(), new Class<?>[] {Mailbox.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("list") && !arguments[0].equals(download())) {
                        return CompletableFuture.completedFuture(Outcome.done(List.of()));
                    }
                    if (method.getName().equals("find")) {
                        return CompletableFuture.completedFuture(Outcome.done(Optional.empty()));
                    }
                    return method.invoke(companies.mailbox(), arguments);
                });
    }

    private FolderReference download() {
        return Trade.download(partner);
    }

    private void pass(Duration duration) {
        time.runUntil(time.now().plus(duration));
    }

    private DocumentRecord order() {
        return journal.list(DocumentFilter.ALL.page(100, Optional.empty())).toCompletableFuture().join().stream()
                .filter(document -> document.keys().orderNumber().equals("PO-1")
                        && !document.keys().confirmationNumber().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The upload arrives, and its answer is lost. */
    private void lose() {
        companies.mailbox().nextEnding(Ending.UNKNOWN_DONE);
        companies.orders().confirm(Trade.order(Trade.CONTOSO.acme(), Trade.USMF, "PO-1", 1, 0, "ITEM-1", 1));
        start();
        while (companies.mailbox().received().isEmpty()) {
            pass(Duration.ofMillis(50));
        }
    }

    private void answer() {
        int number = Integer.parseInt(order().keys().controlNumber());
        companies
                .mailbox()
                .put(
                        ((FolderReference.ByPath) download()).path(),
                        "997.edi",
                        Paper.file(
                                Trade.CONTOSO.acme(),
                                List.of(Paper.Interchange.of(
                                        7,
                                        "FA",
                                        new Paper.Set(
                                                "997",
                                                List.of(
                                                        "AK1*PO*" + number,
                                                        "AK2*850*0001",
                                                        "AK5*A",
                                                        "AK9*A*1*1*1"))))));
    }

    @Test
    void a_997_settles_a_doubt_that_is_still_being_asked_for() {
        lose();
        assertThat(order().condition()).isEqualTo(Condition.UNKNOWN);
        answer();
        pass(Duration.ofMinutes(30));
        assertThat(order().condition()).isEqualTo(Condition.DONE);
        assertThat(order().acknowledgement()).isEqualTo(Acknowledgement.ACCEPTED);
        assertThat(companies.mailbox().received()).hasSize(1);
    }

    @Test
    void a_997_settles_a_doubt_for_which_a_person_was_to_look() {
        lose();
        pass(Duration.ofHours(3));
        assertThat(order().condition()).isEqualTo(Condition.HELD);
        answer();
        pass(Duration.ofMinutes(3));
        assertThat(order().condition()).isEqualTo(Condition.DONE);
        assertThat(order().acknowledgement()).isEqualTo(Acknowledgement.ACCEPTED);
        assertThat(companies.mailbox().received()).hasSize(1);
    }
}
