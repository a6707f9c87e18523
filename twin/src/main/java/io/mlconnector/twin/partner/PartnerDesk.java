package io.mlconnector.twin.partner;

import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.partner.Mail.Letter;
import io.mlconnector.twin.scenario.ExtraFile;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.twin.scenario.PlannedAnswer;
import io.mlconnector.twin.scenario.PlannedAnswer.Twist;
import io.mlconnector.twin.scenario.Scenario;
import io.mlconnector.twin.x12.Interchange;
import io.mlconnector.twin.x12.TransactionSet;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All trading partners: they book the orders that reach them and send files in return. */
public final class PartnerDesk {

    private static final int MOST_GATHERED = 3;
    private static final int GATHERING = 5;

    /** The effects of the desk on its environment. */
    public interface Outside {
        /**
         * Puts a file into a folder.
         *
         * @param folder folder
         * @param name file name
         * @param content bytes
         */
        void put(String folder, String name, Buffer content);

        /**
         * Shows a file that is still being written.
         *
         * @param folder folder
         * @param name file name
         * @param soFar its content so far
         */
        void grow(String folder, String name, Buffer soFar);

        /**
         * Reports that an order has reached its partner for the first time.
         *
         * @param orderNumber purchase order
         */
        void received(String orderNumber);
    }

    private final Vertx vertx;
    private final Clock clock;
    private final Scenario scenario;
    private final long delayMillis;
    private final Habits habits;
    private final Ids ids;
    private final Outside outside;
    private final Map<Partner, List<BookedOrder>> gathered = new HashMap<>();
    private final Map<String, BookedOrder> books = new LinkedHashMap<>();
    private final Map<String, InvoiceDocument> answered = new HashMap<>();
    private final Set<PlannedAnswer> done = new HashSet<>();
    private final List<Publication> published = new ArrayList<>();
    private final Map<String, Letter> sent = new HashMap<>();
    private final Set<String> neverInvoiced = new HashSet<>();
    private final InterchangeNumbers numbers;

    private int onTheWay;

    /**
     * Opens the desk.
     *
     * @param vertx runs its timers
     * @param clock its time
     * @param scenario partners and their plans
     * @param delay response time of a partner
     * @param habits how it sends invoices for orders without a plan
     * @param seed which invoices a habit meets follows from it
     * @param outside its effects on its environment
     */
    public PartnerDesk(
            Vertx vertx, Clock clock, Scenario scenario, Duration delay, Habits habits, long seed, Outside outside) {
        this.vertx = vertx;
        this.clock = clock;
        this.scenario = scenario;
        this.numbers = new InterchangeNumbers(scenario);
        this.delayMillis = Math.max(1, delay.toMillis());
        this.habits = habits;
        this.ids = new Ids(seed);
        this.outside = outside;
    }

    /**
     * Receives an interchange.
     *
     * @param interchange the interchange
     * @return whether it is for one of the partners
     */
    public boolean receive(Interchange interchange) {
        Optional<Partner> partner = scenario.partners().stream()
                .filter(candidate -> candidate.them().id().equals(interchange.receiver())
                        && candidate.them().qualifier().equals(interchange.isa().get(7)))
                .findFirst();
        List<String> news = new ArrayList<>();
        partner.ifPresent(receiver -> {
            for (TransactionSet set : interchange.sets()) {
                if ((set.id().equals("850") || set.id().equals("860")) && book(receiver, set)) {
                    news.add(set.purchaseOrderNumber());
                }
            }
        });
        news.forEach(outside::received);
        return partner.isPresent();
    }

    /** Records an order or a change and answers if due; true if the order is new. */
    private synchronized boolean book(Partner partner, TransactionSet set) {
        String number = set.purchaseOrderNumber();
        String key = partner.id() + "/" + number;
        boolean isNew = !books.containsKey(key);
        BookedOrder order = books.computeIfAbsent(key, absent -> new BookedOrder(partner, number));
        order.take(set);
        Optional<PlannedAnswer> plan = scenario.answers().stream()
                .filter(candidate -> candidate.partner().equals(partner.id())
                        && candidate.orders().contains(number)
                        && !done.contains(candidate))
                .findFirst();
        if (plan.isEmpty()) {
            if (!neverInvoiced.contains(number)) {
                answerUnplanned(order);
            }
        } else if (plan.get().orders().stream().allMatch(other -> books.containsKey(partner.id() + "/" + other))) {
            done.add(plan.get());
            answerPlanned(partner, plan.get());
        }
        return isNew;
    }

    /**
     * Invoices orders that were confirmed without waiting for any message about them; those whose message has arrived
     * are left out.
     *
     * @param confirmed orders as they were confirmed last
     * @param most how many invoices at most
     * @return how many invoices will be published
     */
    public synchronized int invoice(List<PurchaseOrder> confirmed, int most) {
        int count = 0;
        for (PurchaseOrder order : confirmed) {
            Optional<Partner> partner = scenario.partners().stream()
                    .filter(candidate ->
                            order.vendorAccount().equals(candidate.vendors().get(order.legalEntity())))
                    .findFirst();
            if (count == most || partner.isEmpty() || neverInvoiced.contains(order.orderNumber())) {
                continue;
            }
            String key = partner.get().id() + "/" + order.orderNumber();
            if (!books.containsKey(key)) {
                BookedOrder booked = new BookedOrder(partner.get(), order.orderNumber());
                booked.enter(order);
                books.put(key, booked);
                answerUnplanned(booked);
                count++;
            }
        }
        return count;
    }

    /**
     * Has no partner send an invoice of an order by itself: somebody else bills it.
     *
     * @param orderNumber purchase order
     */
    public synchronized void neverInvoice(String orderNumber) {
        neverInvoiced.add(orderNumber);
    }

    private void answerUnplanned(BookedOrder order) {
        if (chance(habits.several(), "several/" + order.number())) {
            gather(order);
        } else {
            sendInvoices(order.partner(), List.of(order));
        }
    }

    private boolean chance(double share, String what) {
        return ids.number("habit/" + what, 1_000_000) < share * 1_000_000;
    }

    /** Waits for more orders of the same partner, but not for long. */
    private void gather(BookedOrder order) {
        List<BookedOrder> waiting = gathered.computeIfAbsent(order.partner(), absent -> new ArrayList<>());
        if (!waiting.contains(order)) {
            waiting.add(order);
        }
        if (waiting.size() == MOST_GATHERED) {
            sendGathered(order.partner());
        } else if (waiting.size() == 1) {
            onTheWay++;
            vertx.setTimer(delayMillis * GATHERING, fired -> {
                synchronized (this) {
                    sendGathered(order.partner());
                    onTheWay--;
                }
            });
        }
    }

    private void sendGathered(Partner partner) {
        List<BookedOrder> waiting = gathered.remove(partner);
        if (waiting != null) {
            sendInvoices(partner, waiting);
        }
    }

    private void sendInvoices(Partner partner, List<BookedOrder> orders) {
        List<InvoiceDocument> invoices = new ArrayList<>();
        for (BookedOrder order : orders) {
            List<BookedLine> lines = order.bill();
            if (!lines.isEmpty()) {
                InvoiceDocument invoice = new InvoiceDocument(order, order.nextInvoiceNumber(), lines, "");
                answered.putIfAbsent(order.number(), invoice);
                invoices.add(invoice);
            }
        }
        if (invoices.isEmpty()) {
            return;
        }
        int control = numbers.unplanned(partner.id());
        Letter letter = answers().answer(partner, control, invoices, Twist.NONE);
        String first = invoices.getFirst().number();
        Runnable then = () -> {
            if (chance(habits.again(), "again/" + first)) {
                later(answers().again(partner, letter), () -> {});
            }
            if (invoices.size() == 1 && chance(habits.reusedNumbers(), "reused/" + first)) {
                later(answers().reusingNumbers(control, invoices.getFirst(), letter), () -> {});
            }
        };
        if (chance(habits.growing(), "growing/" + first)) {
            onTheWay++;
            vertx.setTimer(delayMillis, fired -> grow(letter, 1, then));
        } else {
            later(letter, then);
        }
    }

    private void grow(Letter letter, int third, Runnable then) {
        if (third == 3) {
            send(letter, then);
            return;
        }
        Publication publication = letter.publication();
        Buffer soFar = letter.content().getBuffer(0, letter.content().length() * third / 3);
        outside.grow(publication.folder(), publication.fileName(), soFar);
        vertx.setTimer(Math.max(1, habits.growEvery().toMillis()), fired -> grow(letter, third + 1, then));
    }

    private void answerPlanned(Partner partner, PlannedAnswer plan) {
        List<InvoiceDocument> invoices = new ArrayList<>();
        for (String number : plan.orders()) {
            BookedOrder order = books.get(partner.id() + "/" + number);
            List<BookedLine> lines = order == null ? List.of() : order.bill();
            if (order != null && !lines.isEmpty()) {
                InvoiceDocument invoice = new InvoiceDocument(order, order.nextInvoiceNumber(), lines, "");
                answered.put(number, invoice);
                invoices.add(invoice);
            }
        }
        if (invoices.isEmpty()) {
            return;
        }
        Letter letter = answers().answer(partner, numbers.of(plan), invoices, plan.twist());
        List<ExtraFile> following = scenario.extras().stream()
                .filter(extra ->
                        extra.partner().equals(partner.id()) && plan.orders().contains(extra.afterOrder()))
                .toList();
        later(letter, () -> following.forEach(extra -> sendExtra(extra, letter)));
    }

    private void sendExtra(ExtraFile extra, Letter letter) {
        InvoiceDocument invoice = answered.get(extra.afterOrder());
        if (invoice != null) {
            int control = numbers.of(extra);
            later(answers().extra(extra.kind(), control, invoice, letter), () -> {});
        }
    }

    private void later(Letter letter, Runnable then) {
        onTheWay++;
        vertx.setTimer(delayMillis, fired -> send(letter, then));
    }

    /** Publishes a file; what follows from that happens under the same lock. */
    private void send(Letter letter, Runnable then) {
        Publication publication = letter.publication();
        outside.put(publication.folder(), publication.fileName(), letter.content());
        synchronized (this) {
            published.add(publication);
            sent.put(publication.fileName(), letter);
            then.run();
            onTheWay--;
        }
    }

    private Answers answers() {
        return new Answers(new Mail(scenario.partners(), clock.instant()));
    }

    /**
     * Sends a file once more, byte for byte, because somebody asked for it. It is the same publication.
     *
     * @param fileName its name
     */
    public void sendAgain(String fileName) {
        Letter letter;
        synchronized (this) {
            letter = sent.get(fileName);
        }
        if (letter == null) {
            throw new IllegalArgumentException("No partner has sent " + fileName);
        }
        outside.put(letter.publication().folder(), fileName, letter.content());
    }

    /**
     * What has been published so far.
     *
     * @return a copy
     */
    public synchronized List<Publication> published() {
        return List.copyOf(published);
    }

    /**
     * Whether every plan has been carried out and nothing is on its way.
     *
     * @return true once nothing more is scheduled
     */
    public synchronized boolean finished() {
        return onTheWay == 0 && done.size() == Set.copyOf(scenario.answers()).size();
    }
}
