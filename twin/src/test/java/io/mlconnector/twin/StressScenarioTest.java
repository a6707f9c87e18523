package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.dynamics.event.BusinessEvent;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.fault.NoticeFaults;
import io.mlconnector.twin.judge.Declared;
import io.mlconnector.twin.judge.Judgement;
import io.mlconnector.twin.partner.Fate;
import io.mlconnector.twin.partner.Habits;
import io.mlconnector.twin.partner.Publication;
import io.mlconnector.twin.relay.Relay;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StressScenarioTest extends StressTwinTest {

    @Test
    void ordersGoToEveryPartnerUnderUniqueNumbersAndSomeAreConfirmedAgain() {
        Twin twin = start(options(1));
        List<Confirmation> first = twin.confirm(40);
        first.addAll(twin.confirm(40));
        assertThat(first).hasSize(80);
        assertThat(first.stream().map(confirmation -> confirmation.orderNumber().replaceAll("\\D", "")))
                .doesNotHaveDuplicates();
        assertThat(first.stream()
                        .map(confirmation -> confirmation.legalEntity() + " " + confirmation.vendorAccount())
                        .distinct())
                .hasSize(5);
        until(twin::quiet);
        assertThat(twin.dynamics().confirmations())
                .hasSizeBetween(85, 110)
                .filteredOn(confirmation -> confirmation.confirmationNumber().endsWith("-2"))
                .isNotEmpty();
    }

    @Test
    void whatIsDeliveredAndEnteredOnceAndWholeIsJudgedClean() {
        Twin twin = start(options(3).withHabits(new Habits(0.3, 0.2, 0.2, 0.2, Duration.ofMillis(5))));
        twin.confirm(60);
        assertThat(twin.publishInvoices(10)).isEqualTo(10);
        deliverAll(twin);
        List<Publication> published = twin.record().published();
        assertThat(published).anyMatch(file -> file.invoices().size() > 1);
        assertThat(published).anyMatch(file -> file.fileName().contains("_resent"));
        assertThat(published).anyMatch(file -> file.fileName().contains("_corrected"));
        assertThat(published.stream().map(Publication::fileName)).doesNotHaveDuplicates();
        assertThat(twin.judge(Declared.nothing()).lost())
                .hasSize(byNumber(twin).size())
                .allMatch(line -> line.contains("is not in F&O"));
        byNumber(twin).values().stream()
                .filter(invoice -> invoice.fate() == Fate.POST)
                .forEach(invoice -> enter(twin, invoice, Integer.MAX_VALUE));
        Judgement judgement = twin.judge(held(twin));
        assertThat(judgement.clean()).as(judgement.toString()).isTrue();
        assertThat(judgement.resent()).isEmpty();
        assertThat(judgement.counts())
                .containsEntry(
                        "revisions delivered", twin.dynamics().confirmations().size())
                .containsEntry("invoices in F&O", twin.dynamics().invoices().size());
        assertThat(twin.judge(Declared.nothing()).lost())
                .hasSameSizeAs(held(twin).invoices());
    }

    @Test
    void everyOrderIsInvoicedInFullOnceWhetherItWasReceivedOrNot() {
        Twin twin = start(options(5).withHabits(Habits.none()));
        twin.confirm(30);
        twin.publishInvoices(12);
        deliverAll(twin);
        assertThat(twin.publishInvoices(5)).isZero();
        Map<String, Integer> lines = twin.evidence().confirmations().stream()
                .collect(Collectors.toMap(
                        Confirmation::orderNumber,
                        confirmation -> twin.evidence()
                                .confirmedLines()
                                .getOrDefault(confirmation.key(), List.of())
                                .size(),
                        Math::max));
        assertThat(invoices(twin).stream().collect(Collectors.groupingBy(Publication.Invoice::purchaseOrderNumber)))
                .hasSize(30)
                .allSatisfy((order, invoices) -> assertThat(invoices.stream()
                                .flatMap(invoice -> invoice.lines().keySet().stream())
                                .distinct())
                        .hasSize(lines.getOrDefault(order, 0)));
    }

    @Test
    void oneUploadFolderKeepsItsFilesAndTheOthersAreEmptiedAtOnce() {
        Twin twin = start(options(1).withPace(Duration.ofHours(1)));
        for (Confirmation confirmation : twin.confirm(5)) {
            send(twin, write(twin, confirmation));
        }
        until(() -> twin.cleo().onTheWay() == 0);
        assertThat(twin.cleo().files("/upload/acme")).hasSize(2);
        assertThat(twin.cleo().files("/upload/globex")).isEmpty();
        assertThat(twin.cleo().files("/upload/initech")).isEmpty();
    }

    @Test
    void aFileIsSeenHalfWrittenBeforeItIsWhole() {
        Twin twin = start(options(1).withHabits(new Habits(0, 0, 0, 1, Duration.ofMillis(150))));
        twin.confirm(1);
        twin.publishInvoices(1);
        String folder = twin.scenario().partners().getFirst().downloadFolder();
        until(() -> !twin.cleo().files(folder).isEmpty());
        int before = twin.cleo().files(folder).getFirst().content().length();
        assertThat(twin.record().published()).isEmpty();
        until(() -> twin.record().published().size() == 1);
        assertThat(twin.cleo().files(folder))
                .singleElement()
                .satisfies(file -> assertThat(file.content().length()).isGreaterThan(2 * before));
    }

    @Test
    void theSameSeedConfirmsTheSameOrders() {
        Twin one = start(options(9));
        Twin two = start(options(9));
        assertThat(two.confirm(25)).isEqualTo(one.confirm(25));
        assertThat(start(options(10)).confirm(25)).isNotEqualTo(one.dynamics().confirmations());
    }

    @Test
    void noticesAreDroppedDuplicatedAndReordered() {
        Twin twin = start(options(2)
                .withPace(Duration.ofHours(1))
                .withNotices(new NoticeFaults(0.3, 0.3, 0.5, Duration.ofMillis(200))));
        List<String> arrived = Collections.synchronizedList(new ArrayList<>());
        int port = await(vertx.createHttpServer()
                        .requestHandler(request -> request.body().onSuccess(body -> {
                            arrived.add(body.toJsonObject().getString("PurchaseJournal"));
                            request.response().end();
                        }))
                        .listen(0, "127.0.0.1"))
                .actualPort();
        twin.sendBusinessEventsTo("http://127.0.0.1:" + port + "/hook");
        twin.confirm(60);
        until(() -> twin.dynamics().events().stream().noneMatch(event -> event.state() == BusinessEvent.State.SENDING));
        List<String> dropped = twin.dynamics().events().stream()
                .filter(event -> event.state() == BusinessEvent.State.DROPPED)
                .map(BusinessEvent::confirmationNumber)
                .toList();
        assertThat(dropped).hasSizeBetween(5, 35);
        until(() -> arrived.size() > 60 - dropped.size());
        assertThat(arrived).doesNotContainAnyElementsOf(dropped);
        List<String> once = arrived.stream().distinct().toList();
        assertThat(once)
                .hasSize(60 - dropped.size())
                .isNotEqualTo(once.stream().sorted().toList());
    }

    @Test
    void aCallerBehindARelayStaysOnIt() {
        TwinOptions options = options(1);
        Twin twin = start(options.withDynamics(options.dynamics().withMaxPageSize(2))
                .withCleo(options.cleo().withAbsoluteLinks(true)));
        Relay toDynamics = await(Relay.start(vertx, "127.0.0.1", twin.dynamicsPort()));
        Relay toCleo = await(Relay.start(vertx, "127.0.0.1", twin.cleoPort()));
        String environment = twin.environmentUrl(toDynamics.port());
        Map<String, String> form = new java.util.HashMap<>(goodForm(twin));
        form.put("scope", environment + "/.default");
        String token = await(http.postAbs(twin.tokenUrl(toDynamics.port()))
                        .sendForm(
                                io.vertx.core.MultiMap.caseInsensitiveMultiMap().addAll(form)))
                .bodyAsJsonObject()
                .getString("access_token");
        JsonObject page = await(http.getAbs(environment + "/data/VendorsV2?cross-company=true")
                        .bearerTokenAuthentication(token)
                        .send())
                .bodyAsJsonObject();
        assertThat(page.getString("@odata.nextLink")).startsWith(environment + "/data/");
        assertThat(page.getString("@odata.context")).startsWith(environment + "/data/");
        String base = twin.cleoBaseUrl(toCleo.port());
        String login =
                login(twin, twin.options().cleo().password()).bodyAsJsonObject().getString("access_token");
        Buffer folders = await(http.getAbs(base + "/folders")
                        .bearerTokenAuthentication(login)
                        .send())
                .body();
        assertThat(folders.toString()).contains(base + "/folders/").doesNotContain(":" + twin.cleoPort() + "/");
        assertThat(toDynamics.record().connections()).isPositive();
        await(toDynamics.stop());
        await(toCleo.stop());
    }
}
