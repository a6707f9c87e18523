package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.ports.erp.BusinessEvents.OrderConfirmed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the companies do in one run, drawn from the seed: the same whatever the engine does. */
final class Play {

    /** Within this time everything is confirmed, sent and keyed. */
    static final Duration LENGTH = Duration.ofMinutes(3);

    private final VirtualTime time;
    private final Chance chance;
    private final Storm storm;
    private final Companies companies;
    private final Notified notified;
    private final List<Confirmed> confirmed = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();
    private int files;

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
     * @param invoices in it
     * @param posted whether its invoices are to be posted because of this file, if not of an earlier one
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Published(TradingPartner partner, String name, byte[] bytes, List<Trade.Invoice> invoices, boolean posted) {}

    Play(VirtualTime time, Chance chance, Storm storm, Companies companies, Notified notified) {
        this.time = time;
        this.chance = chance;
        this.storm = storm;
        this.companies = companies;
        this.notified = notified;
    }

    List<Confirmed> confirmed() {
        return confirmed;
    }

    List<Published> published() {
        return published;
    }

    /** Plans everything. */
    void begin() {
        int orders = 2 + chance.below(4);
        for (int i = 1; i <= orders; i++) {
            order(i);
        }
    }

    private void order(int i) {
        TradingPartner partner = chance.happens(0.5) ? Trade.ACME : Trade.GLOBEX;
        String number = String.format(Locale.ROOT, "PO-%03d", i);
        int lines = 1 + chance.below(3);
        boolean stubborn = chance.happens(0.15);
        String item = stubborn ? Trade.STUBBORN : "ITEM-1";
        Duration at = chance.millis(0, (int) LENGTH.toMillis() / 2);
        time.after(at, () -> confirm(partner, Trade.order(partner, number, 1, 0, item, lines)));
        if (chance.happens(0.4)) {
            int change = chance.below(2);
            Duration later = at.plus(chance.millis(1, 60_000));
            time.after(later, () -> confirm(partner, Trade.order(partner, number, 2, change, item, lines)));
        }
        if (chance.happens(0.8)) {
            Duration answered = at.plus(chance.millis(1_000, 60_000));
            time.after(
                    answered,
                    () -> invoice(partner, new Trade.Invoice("INV-" + number, number, item, lines), stubborn));
        }
    }

    private void confirm(TradingPartner partner, PurchaseOrder order) {
        companies.orders().confirm(order);
        confirmed.add(new Confirmed(partner, order));
        byte[] event =
                (order.key().orderNumber() + " " + order.key().confirmationNumber()).getBytes(StandardCharsets.UTF_8);
        notice(() -> notified.businessEvent(event));
    }

    /** What F&O tells, in the simulation's own words: the order, and an id of the event. */
    static Optional<OrderConfirmed> read(byte[] body) {
        String[] words = new String(body, StandardCharsets.UTF_8).split(" ", 2);
        return Optional.of(new OrderConfirmed(Trade.USMF, words[0], words[1], ""));
    }

    /** Says it: once and at once, or, as the weather is, never, late, or twice. */
    private void notice(Runnable notice) {
        if (!storm.noticeGoesWrong()) {
            notice.run();
            return;
        }
        switch (chance.below(3)) {
            case 0 -> time.after(chance.millis(100, 60_000), notice);
            case 1 -> {
                notice.run();
                time.after(chance.millis(1, 30_000), notice);
            }
            default -> {
                // Lost: the poll must find it.
            }
        }
    }

    private void invoice(TradingPartner partner, Trade.Invoice invoice, boolean stubborn) {
        int number = ++files;
        List<Trade.Invoice> together = List.of(invoice);
        byte[] bytes = Trade.file(partner, number, together);
        publish(new Published(partner, "in_" + number + ".edi", bytes, together, true));
        if (stubborn) {
            // F&O is repaired, and the partner sends the very same file again: that one must be posted.
            time.after(Duration.ofMinutes(12), () -> {
                companies.repair();
                publish(new Published(partner, "in_" + number + "_resent.edi", bytes, together, true));
            });
            return;
        }
        switch (chance.below(8)) {
            case 0 -> {
                // The same file under another name.
                Duration again = chance.millis(1, 60_000);
                time.after(
                        again,
                        () -> publish(new Published(partner, "in_" + number + "_again.edi", bytes, together, true)));
            }
            case 1 -> {
                // The same invoice under other control numbers.
                int other = ++files;
                time.after(
                        chance.millis(1, 60_000),
                        () -> publish(new Published(
                                partner,
                                "in_" + other + ".edi",
                                Trade.file(partner, other, together),
                                together,
                                true)));
            }
            case 2 -> {
                // Another invoice under the same control numbers: held for a person.
                List<Trade.Invoice> foreign = List.of(
                        new Trade.Invoice(invoice.number() + "-X", invoice.order(), invoice.item(), invoice.lines()));
                time.after(
                        Duration.ofMinutes(2),
                        () -> publish(new Published(
                                partner,
                                "in_" + number + "_x.edi",
                                Trade.file(partner, number, foreign),
                                foreign,
                                false)));
            }
            case 3 ->
                // A clerk keys the invoice as well.
                time.after(chance.millis(1, 60_000), () -> companies.key(partner, invoice));
            case 4 ->
                // F&O posts what it has.
                time.after(chance.millis(1, 90_000), companies::postWhole);
            default -> {
                // Once, and that is all.
            }
        }
    }

    private void publish(Published file) {
        published.add(file);
        String path =
                ((FolderReference.ByPath) Trade.download(file.partner().id().id())).path();
        if (chance.happens(0.3)) {
            // It grows while it is listed.
            int half = file.bytes().length / 2;
            companies.mailbox().put(path, file.name(), Arrays.copyOf(file.bytes(), half));
            time.after(chance.millis(100, 2_500), () -> companies.mailbox().put(path, file.name(), file.bytes()));
        } else {
            companies.mailbox().put(path, file.name(), file.bytes());
        }
        notice(notified::fileArrived);
    }
}
