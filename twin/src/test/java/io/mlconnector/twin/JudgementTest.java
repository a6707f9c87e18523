package io.mlconnector.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.judge.Declared;
import io.mlconnector.twin.judge.Judgement;
import io.mlconnector.twin.partner.Fate;
import io.mlconnector.twin.partner.Habits;
import io.mlconnector.twin.partner.Publication;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest extends StressTwinTest {

    private Twin withoutAnswers() {
        return start(options(1).withPace(Duration.ofHours(1)));
    }

    private Twin invoicing(Habits habits) {
        Twin twin = start(options(1).withHabits(habits));
        twin.confirm(3);
        twin.publishInvoices(3);
        until(twin::quiet);
        deliverAll(twin);
        return twin;
    }

    private static Judgement judge(Twin twin) {
        return twin.judge(Declared.nothing());
    }

    /** Changes an order's first line by hand and confirms it again. */
    private static Confirmation again(Twin twin, Confirmation confirmation, int quantity) {
        twin.dynamics()
                .changeQuantity(
                        confirmation.legalEntity(), confirmation.orderNumber(), 1, BigDecimal.valueOf(quantity));
        return twin.dynamics().confirm(confirmation.legalEntity(), confirmation.orderNumber());
    }

    @Test
    void aRevisionThatWasNeverReceivedIsLostUnlessItIsDeclared() {
        Twin twin = withoutAnswers();
        List<Confirmation> confirmed = twin.confirm(3);
        send(twin, write(twin, confirmed.get(1)));
        assertThat(judge(twin).lost())
                .hasSize(2)
                .anyMatch(line -> line.contains(confirmed.get(0).key()))
                .anyMatch(line -> line.contains(confirmed.get(2).key()));
        Judgement declared = twin.judge(
                new Declared(Set.of(confirmed.get(0).key(), confirmed.get(2).key()), Set.of()));
        assertThat(declared.clean()).isTrue();
        assertThat(declared.counts()).containsEntry("revisions declared", 2);
    }

    @Test
    void aRevisionSupersededByANewerOneIsNotLost() {
        Twin twin = withoutAnswers();
        Confirmation first = twin.confirm(1).getFirst();
        Confirmation second = again(twin, first, 500);
        send(twin, write(twin, second));
        assertThat(judge(twin).clean()).isTrue();
        assertThat(judge(twin).counts()).containsEntry("revisions superseded", 1);
    }

    @Test
    void aRevisionAfterANewerOneIsUnexpected() {
        Twin twin = withoutAnswers();
        Confirmation first = twin.confirm(1).getFirst();
        RobotConnector.File early = write(twin, first);
        send(twin, new RobotConnector().write(early.partner(), again(twin, first, 500), lines(twin, first, "-2")));
        send(twin, renumbered(early, 77));
        assertThat(judge(twin).unexpected())
                .singleElement()
                .asString()
                .contains(first.key())
                .contains("after a newer one");
    }

    private List<JsonObject> lines(Twin twin, Confirmation confirmation, String suffix) {
        return filter(
                        twin,
                        "PurchaseOrderConfirmationLines",
                        "ConfirmationNumber eq '" + confirmation.orderNumber() + suffix + "'")
                .bodyAsJsonObject()
                .getJsonArray("value")
                .stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The same message under another interchange control number and another name. */
    private static RobotConnector.File renumbered(RobotConnector.File file, int number) {
        String text = file.content().toString().replace("*000000001*", "*%09d*".formatted(number));
        return new RobotConnector.File(
                file.partner(),
                number + file.name(),
                Buffer.buffer(text.replace("IEA*1*000000001", "IEA*1*%09d".formatted(number))));
    }

    @Test
    void theSameRevisionAsANewMessageIsDoubled() {
        Twin twin = withoutAnswers();
        Confirmation confirmation = twin.confirm(1).getFirst();
        RobotConnector.File file = write(twin, confirmation);
        send(twin, file);
        send(twin, renumbered(file, 78));
        assertThat(judge(twin).doubled()).singleElement().asString().contains(confirmation.key());
        assertThat(judge(twin).resent()).isEmpty();
        assertThat(judge(twin).lost()).isEmpty();
    }

    @Test
    void theSameBytesUnderTheSameNameAreResentAndUnderAnotherDoubled() {
        Twin twin = withoutAnswers();
        Confirmation confirmation = twin.confirm(1).getFirst();
        RobotConnector.File file = write(twin, confirmation);
        send(twin, file);
        send(twin, file);
        assertThat(judge(twin).resent()).singleElement().asString().contains(confirmation.orderNumber());
        assertThat(judge(twin).clean()).isTrue();
        send(twin, new RobotConnector.File(file.partner(), "other.edi", file.content()));
        assertThat(judge(twin).doubled()).singleElement().asString().contains("with the same content");
    }

    @Test
    void aControlNumberForTwoContentsIsDoubled() {
        Twin twin = withoutAnswers();
        Confirmation one = twin.confirm(1).getFirst();
        RobotConnector.File first = write(twin, one);
        RobotConnector.File second =
                new RobotConnector().write(first.partner(), again(twin, one, 700), lines(twin, one, "-2"));
        send(twin, first);
        send(twin, second);
        assertThat(judge(twin).doubled()).singleElement().asString().contains("with different content");
        assertThat(judge(twin).lost()).singleElement().asString().contains(one.orderNumber() + "-2");
    }

    @Test
    void filesThatNothingExplainsAreUnexpected() {
        Twin twin = withoutAnswers();
        Confirmation confirmation = twin.confirm(1).getFirst();
        RobotConnector.File file = write(twin, confirmation);
        upload(twin, "/upload/acme", "page.edi", Buffer.buffer("<html/>"));
        upload(twin, "/upload/globex", "lost.edi", file.content());
        upload(twin, "/upload", "top.edi", file.content());
        String wrong = file.content().toString().replace("PO1*1*", "PO1*1*9");
        upload(twin, "/upload/acme", "wrong.edi", Buffer.buffer(wrong.replace("000000001", "000000009")));
        String unknown = file.content().toString().replace(confirmation.orderNumber(), "USMF-9999999");
        upload(twin, "/upload/acme", "unknown.edi", Buffer.buffer(unknown.replace("000000001", "000000008")));
        assertThat(judge(twin).unexpected())
                .hasSize(5)
                .anyMatch(line -> line.contains("page.edi contains no interchange"))
                .anyMatch(line -> line.contains("lost.edi") && line.contains("is addressed to"))
                .anyMatch(line -> line.contains("top.edi is for no partner"))
                .anyMatch(line -> line.contains("wrong.edi") && line.contains("was never confirmed"))
                .anyMatch(line -> line.contains("unknown.edi") && line.contains("belongs to no confirmation"));
    }

    @Test
    void aGoodInvoiceThatIsNotInDynamicsIsLostUnlessItOrItsFileIsDeclared() {
        Twin twin = invoicing(Habits.none());
        List<Publication> published = twin.record().published();
        assertThat(judge(twin).lost()).hasSameSizeAs(published);
        Publication.Invoice one = published.get(0).invoices().getFirst();
        enter(twin, one, Integer.MAX_VALUE);
        assertThat(judge(twin).lost())
                .hasSize(published.size() - 1)
                .noneMatch(line -> line.contains(one.invoiceNumber() + " "));
        Set<String> files = published.stream().map(Publication::fileName).collect(java.util.stream.Collectors.toSet());
        assertThat(twin.judge(new Declared(Set.of(), files)).clean()).isTrue();
    }

    @Test
    void anInvoiceEnteredTwiceIsDoubledAndOneWithoutALineIncomplete() {
        Twin twin = invoicing(Habits.none());
        invoices(twin).forEach(invoice -> enter(twin, invoice, Integer.MAX_VALUE));
        assertThat(judge(twin).clean()).isTrue();
        Publication.Invoice one = invoices(twin).getFirst();
        enter(twin, one, one.lines().size() - 1);
        assertThat(judge(twin).doubled()).singleElement().asString().contains(one.invoiceNumber());
        assertThat(judge(twin).incomplete()).singleElement().asString().contains(one.invoiceNumber());
        assertThat(judge(twin).lost()).isEmpty();
    }

    @Test
    void anInvoiceThatWasNeverSentIsUnexpected() {
        Twin twin = invoicing(Habits.none());
        invoices(twin).forEach(invoice -> enter(twin, invoice, Integer.MAX_VALUE));
        Publication.Invoice one = invoices(twin).getFirst();
        enter(
                twin,
                new Publication.Invoice("X-1", one.purchaseOrderNumber(), one.total(), Fate.POST, "", one.lines(), ""),
                1);
        assertThat(judge(twin).unexpected()).singleElement().asString().contains("X-1");
    }

    @Test
    void ofTwoInvoicesUnderTheSameControlNumbersEitherMayBePostedButNotBoth() {
        Twin twin = invoicing(new Habits(0, 0, 1, 0, Duration.ZERO));
        List<Publication.Invoice> corrected = invoices(twin).stream()
                .filter(invoice -> !invoice.instead().isEmpty())
                .toList();
        assertThat(corrected).hasSizeGreaterThanOrEqualTo(3);
        corrected.forEach(invoice -> enter(twin, invoice, Integer.MAX_VALUE));
        Set<String> originals =
                corrected.stream().map(Publication.Invoice::instead).collect(java.util.stream.Collectors.toSet());
        assertThat(judge(twin).lost()).hasSameSizeAs(originals);
        assertThat(twin.judge(new Declared(Set.of(), originals)).clean()).isTrue();
        enter(
                twin,
                java.util.Objects.requireNonNull(
                        byNumber(twin).get(corrected.getFirst().instead())),
                Integer.MAX_VALUE);
        assertThat(judge(twin).unexpected()).singleElement().asString().contains("the same control numbers");
    }
}
