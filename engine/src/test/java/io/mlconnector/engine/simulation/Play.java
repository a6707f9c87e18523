package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.erp.BusinessEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the companies do in one run, drawn from the seed: the same whatever the engine does. */
final class Play {

    /** Within this time everything is confirmed, sent and keyed. */
    static final Duration LENGTH = Duration.ofMinutes(3);

    private final VirtualTime time;
    private final Chance chance;
    private final Storm storm;
    private final Companies companies;
    private final Trade trade;
    private final Notified notified;
    private final List<Confirmed> confirmed = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();
    private int files;
    private Instant last = Instant.MIN;

    /** Takes notices; a process that is down misses them. */
    interface Notified {

        /** F&O says that an order was confirmed. */
        void businessEvent(byte[] body);

        /** A flow says that a file has landed. */
        void fileArrived();
    }

    /** A revision that F&O confirmed. */
    record Confirmed(TradingPartner partner, PurchaseOrder order) {}

    /**
     * A file that a partner published.
     *
     * @param interchanges in it
     * @param posted whether its invoices are to be posted because of this file, if not of an earlier one
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Published(
            TradingPartner partner, String name, byte[] bytes, List<Paper.Interchange> interchanges, boolean posted) {

        List<Paper.Invoice> invoices() {
            return interchanges.stream().flatMap(one -> one.invoices().stream()).toList();
        }

        /** The same bytes under another name. */
        Published named(String other) {
            return new Published(partner, other, bytes, interchanges, posted);
        }

        int sets() {
            return interchanges.stream().mapToInt(one -> one.sets().size()).sum();
        }

        /** How many 997s it gets. */
        int answered() {
            return (int)
                    interchanges.stream().filter(Paper.Interchange::answered).count();
        }
    }

    Play(VirtualTime time, Chance chance, Storm storm, Companies companies, Trade trade, Notified notified) {
        this.time = time;
        this.chance = chance;
        this.storm = storm;
        this.companies = companies;
        this.trade = trade;
        this.notified = notified;
    }

    List<Confirmed> confirmed() {
        return confirmed;
    }

    List<Published> published() {
        return published;
    }

    /** Plans everything. */
    void begin(int orders) {
        for (int i = 1; i <= orders; i++) {
            order(i);
        }
    }

    /** Has something happen later. */
    void plan(Duration later, Runnable what) {
        Instant when = time.now().plus(later);
        last = when.isAfter(last) ? when : last;
        time.at(when, what);
    }

    /** When the last of all that is planned happens. */
    Instant last() {
        return last;
    }

    /** A control number that the partners have not used; one file takes ten of them. */
    int nextNumber() {
        return 10 * ++files;
    }

    private void order(int i) {
        TradingPartner partner = chance.happens(0.5) ? trade.acme() : trade.globex();
        LegalEntity company = chance.happens(0.7) ? Trade.USMF : Trade.DEMF;
        String number = String.format(Locale.ROOT, "PO-%03d", i);
        int lines = 1 + chance.below(3);
        boolean stubborn = chance.happens(0.08);
        String item = stubborn ? Trade.STUBBORN : "ITEM-1";
        Duration at = chance.millis(0, (int) LENGTH.toMillis() / 2);
        plan(at, () -> confirm(partner, Trade.order(partner, company, number, 1, 0, item, lines)));
        if (chance.happens(0.4)) {
            int change = chance.below(2);
            Duration later = at.plus(chance.millis(1, 60_000));
            plan(later, () -> confirm(partner, Trade.order(partner, company, number, 2, change, item, lines)));
        }
        if (chance.happens(0.8)) {
            Duration answered = at.plus(chance.millis(1_000, 60_000));
            Paper.Invoice invoice = new Paper.Invoice(
                    "INV-" + number, company, number, item, lines, stubborn ? Paper.Kind.PLAIN : kind());
            plan(answered, () -> invoice(partner, invoice, stubborn));
        }
    }

    private Paper.Kind kind() {
        return switch (chance.below(8)) {
            case 0 -> Paper.Kind.CHARGED;
            case 1, 2 -> Paper.Kind.DETAILED;
            case 3 -> Paper.Kind.CREDIT;
            default -> Paper.Kind.PLAIN;
        };
    }

    private void confirm(TradingPartner partner, PurchaseOrder order) {
        companies.orders().confirm(order);
        confirmed.add(new Confirmed(partner, order));
        byte[] event = String.join(
                        " ",
                        order.key().legalEntity().id(),
                        order.key().orderNumber(),
                        order.key().confirmationNumber())
                .getBytes(StandardCharsets.UTF_8);
        notice(() -> notified.businessEvent(event));
    }

    /** What F&O tells, in the simulation's own words: the order, and an id of the event. */
    static List<BusinessEvent> read(byte[] body) {
        String[] words = new String(body, StandardCharsets.UTF_8).split(" ", 3);
        return List.of(
                new BusinessEvent.OrderConfirmed(new LegalEntity(words[0]), words[1], OrderKind.UNKNOWN, words[2], ""));
    }

    /** Says it: once and at once, or, as the weather is, never, late, or twice. */
    private void notice(Runnable notice) {
        if (!storm.noticeGoesWrong()) {
            notice.run();
            return;
        }
        switch (chance.below(3)) {
            case 0 -> plan(chance.millis(100, 60_000), notice);
            case 1 -> {
                notice.run();
                plan(chance.millis(1, 30_000), notice);
            }
            default -> {
                // Lost: the poll must find it.
            }
        }
    }

    private void invoice(TradingPartner partner, Paper.Invoice invoice, boolean stubborn) {
        int number = nextNumber();
        Published file = invoices(partner, "in_" + number + ".edi", together(number, invoice, stubborn), true);
        publish(file);
        if (stubborn) {
            // F&O is repaired, and the partner sends the very same file again: that one must be posted.
            plan(Duration.ofMinutes(7), () -> {
                companies.repair();
                publish(file.named("in_" + number + "_resent.edi"));
            });
            return;
        }
        switch (chance.below(8)) {
            case 0 ->
                // The same file under another name.
                plan(chance.millis(1, 60_000), () -> publish(file.named("in_" + number + "_again.edi")));
            case 1 -> {
                // The same invoice under other control numbers.
                int other = nextNumber();
                plan(chance.millis(1, 60_000), () -> single(partner, "in_" + other, other, invoice, true));
            }
            case 2 ->
                // Another invoice under the same control numbers: held for a person.
                plan(
                        Duration.ofMinutes(2),
                        () -> single(
                                partner,
                                "in_" + number + "_x",
                                number,
                                invoice.named(invoice.number() + "-X", invoice.kind()),
                                false));
            case 3 ->
                // A clerk keys the invoice as well.
                plan(chance.millis(1, 60_000), () -> companies.key(partner, invoice));
            case 4 ->
                // F&O posts what it has.
                plan(chance.millis(1, 90_000), companies::postWhole);
            default -> {
                // Once, and that is all.
            }
        }
    }

    /** The interchanges of a file: the invoice alone, with others of the same order beside it, or with a second interchange. */
    private List<Paper.Interchange> together(int number, Paper.Invoice invoice, boolean alone) {
        List<Paper.Invoice> first = new ArrayList<>(List.of(invoice));
        if (!alone && chance.happens(0.2)) {
            first.add(invoice.named(invoice.number() + "-C", Paper.Kind.CREDIT));
        }
        List<Paper.Interchange> all = new ArrayList<>(List.of(Paper.Interchange.ofInvoices(number, first)));
        if (!alone && chance.happens(0.15)) {
            all.add(Paper.Interchange.ofInvoices(
                    number + 1, List.of(invoice.named(invoice.number() + "-B", Paper.Kind.DETAILED))));
        }
        return all;
    }

    private void single(TradingPartner partner, String name, int number, Paper.Invoice invoice, boolean posted) {
        publish(invoices(
                partner, name + ".edi", List.of(Paper.Interchange.ofInvoices(number, List.of(invoice))), posted));
    }

    private static Published invoices(
            TradingPartner partner, String name, List<Paper.Interchange> interchanges, boolean posted) {
        return new Published(partner, name, Paper.file(partner, interchanges), interchanges, posted);
    }

    /** A file that answers something. */
    Published answer(TradingPartner partner, String name, List<Paper.Interchange> interchanges) {
        return invoices(partner, name, interchanges, true);
    }

    /** Puts a file into the partner's folder. */
    void publish(Published file) {
        published.add(file);
        String path =
                ((FolderReference.ByPath) Trade.download(file.partner().id().id())).path();
        if (chance.happens(0.3)) {
            // It grows while it is listed.
            int half = file.bytes().length / 2;
            companies.mailbox().put(path, file.name(), Arrays.copyOf(file.bytes(), half));
            plan(chance.millis(100, 2_500), () -> companies.mailbox().put(path, file.name(), file.bytes()));
        } else {
            companies.mailbox().put(path, file.name(), file.bytes());
        }
        notice(notified::fileArrived);
    }
}
