package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.invoicing.InvoiceDecisions.HeaderReference;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.FileSizes;
import io.mlconnector.engine.OrderKeys;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.polling.OrderPoller;
import io.mlconnector.engine.restoration.Reconciliation;
import io.mlconnector.engine.runner.FlowRunner;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.testing.memory.MemoryMailbox;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import io.mlconnector.x12.X12Codec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One run in which an older copy of the journal is put back while orders flow. Everything follows from the seed. */
final class OlderCopy implements RemoteLine.Witness {

    private static final Instant BEGIN = Instant.parse("2026-03-10T08:00:00Z");
    private static final Duration STORM = Duration.ofMinutes(4);

    /** Longer than any write may be late and any doubt lasts. */
    private static final Duration CALM = Duration.ofMinutes(8);

    private static final int ROUNDS = 12;

    private final Chance chance;
    private final VirtualTime time = new VirtualTime(BEGIN);
    private final Story story = new Story(time, false);
    private final Storm storm;
    private final Companies companies = new Companies(time, HeaderReference.ASSIGNED);
    private final List<String> wrong = new ArrayList<>();
    private final Map<OrderKey, TradingPartner> confirmed = new HashMap<>();
    private final Set<OrderKey> declared = new HashSet<>();
    private final Map<String, Paper.Invoice> billed = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private final boolean noticed;
    private MemoryJournal stored = new MemoryJournal(time::now);
    private Life life = new Life(time, story, this::defect);
    private boolean settledSomething;
    private int missing;

    /**
     * Not begun yet.
     *
     * @param noticed whether the daemon notices what was done to its journal
     */
    OlderCopy(long seed, boolean noticed) {
        this.chance = new Chance(seed);
        this.noticed = noticed;
        this.storm = new Storm(time, story, chance, Weather.of(chance), BEGIN.plus(STORM), this::kill);
    }

    /** Whether a person had anything to decide. */
    boolean settledSomething() {
        return settledSomething;
    }

    /** How many files were told as missing. */
    int missing() {
        return missing;
    }

    private void defect(Throwable failure) {
        wrong.add("defect: " + failure);
    }

    List<String> run() {
        start();
        int orders = 2 + chance.below(5);
        for (int i = 1; i <= orders; i++) {
            TradingPartner partner = chance.happens(0.5) ? Trade.CONTOSO.acme() : Trade.CONTOSO.globex();
            String number = String.format(Locale.ROOT, "PO-%03d", i);
            Duration at = chance.millis(0, 150_000);
            time.after(at, () -> confirm(partner, number, 1));
            if (chance.happens(0.5)) {
                time.after(at.plus(chance.millis(1, 60_000)), () -> confirm(partner, number, 2));
            }
            int control = i;
            time.after(at.plus(chance.millis(1_000, 90_000)), () -> bill(partner, number, control));
        }
        Duration copied = chance.millis(5_000, 90_000);
        MemoryJournal[] copy = new MemoryJournal[1];
        time.after(copied, () -> copy[0] = stored.copy());
        time.after(copied.plus(chance.millis(1_000, 90_000)), () -> putBack(copy[0]));
        time.runUntil(BEGIN.plus(STORM).plus(CALM));
        if (noticed) {
            settle();
            confirm(Trade.CONTOSO.acme(), "PO-LAST", 1);
            time.runUntil(time.now().plus(CALM));
            if (uploadsOf(Trade.order(Trade.CONTOSO.acme(), Trade.USMF, "PO-LAST", 1, 0, "ITEM-1", 1)
                            .key())
                    .isEmpty()) {
                wrong.add("lost: a new order does not go out when all is settled");
            }
        }
        judge();
        return wrong;
    }

    private void confirm(TradingPartner partner, String number, int revision) {
        PurchaseOrder order = Trade.order(partner, Trade.USMF, number, revision, revision - 1, "ITEM-1", 1);
        companies.orders().confirm(order);
        confirmed.put(order.key(), partner);
    }

    private void bill(TradingPartner partner, String order, int control) {
        // What is held leaves its folder as well, and is nowhere else.
        Paper.Kind kind = chance.happens(0.3) ? Paper.Kind.CHARGED : Paper.Kind.PLAIN;
        Paper.Invoice invoice = new Paper.Invoice("INV-" + order, Trade.USMF, order, "ITEM-1", 1, kind);
        String file = "in_" + order + ".edi";
        billed.put(invoice.number(), invoice);
        files.put(invoice.number(), file);
        companies
                .mailbox()
                .put(
                        "/download/" + partner.id().id(),
                        file,
                        Paper.file(partner, List.of(Paper.Interchange.ofInvoices(control, List.of(invoice)))));
    }

    private void kill(Life dying) {
        dying.end();
        if (dying == life) {
            time.after(chance.millis(100, 5_000), () -> {
                if (dying == life) {
                    start();
                }
            });
        }
    }

    private void start() {
        Life begun = new Life(time, story, this::defect);
        life = begun;
        Engine engine = engine(begun, JournalLine.to(stored, storm, begun, story));
        Connection connection = connection(begun);
        begun.await(engine.journal().takeOver("node-1")).onComplete(taken -> {
            if (taken.failed()) {
                kill(begun);
                return;
            }
            Health health = new Health();
            new FlowRunner(engine, List.of(connection), 6, Duration.ofSeconds(1), health).start();
            new OrderPoller(engine, connection, health).start();
            OneAtATime largeFiles = new OneAtATime();
            connection
                    .partners()
                    .all()
                    .forEach(partner -> new FolderPoller(
                                    engine,
                                    connection,
                                    partner,
                                    Trade.download(partner.id().id()),
                                    largeFiles,
                                    health)
                            .start());
        });
    }

    private Engine engine(Life begun, Journal journal) {
        return SimulatedEngine.of(begun, journal, new X12Codec(), begun::clock, chance.generator(), "node-1");
    }

    private Connection connection(Life begun) {
        return Trade.CONTOSO.connection(
                HeaderReference.ASSIGNED,
                FileSizes.USUAL,
                RemoteLine.to(PurchaseOrders.class, companies.orders(), storm, begun, story, this),
                RemoteLine.to(Products.class, companies.products(), storm, begun, story, this),
                RemoteLine.to(VendorInvoices.class, companies.invoices(), storm, begun, story, this),
                RemoteLine.to(Mailbox.class, companies.mailbox(), storm, begun, story, this));
    }

    private static List<TakenFile> taken(MemoryJournal journal) {
        return journal.files(1000, Optional.empty()).toCompletableFuture().join().stream()
                .map(file -> new TakenFile(
                        file.connection(),
                        file.folder(),
                        new ListedFile(file.name(), file.state()),
                        file.size(),
                        file.content(),
                        file.takenAt()))
                .toList();
    }

    /** What the mark beside a real journal shows at the start: numbers up to the last one were used, and more was sent. */
    private void putBack(MemoryJournal copy) {
        life.end();
        companies.mailbox().received().forEach(upload -> companies.mailbox().take(upload.folder(), upload.name()));
        for (TradingPartner partner : List.of(Trade.CONTOSO.acme(), Trade.CONTOSO.globex())) {
            NumberSequence sequence = new NumberSequence(
                    partner.interchange().us().toString(),
                    partner.interchange().them().toString());
            copy.usedUpTo(
                    sequence, stored.highest(sequence).toCompletableFuture().join());
        }
        if (noticed) {
            copy.takenBeforeRestoration(taken(stored));
            copy.moveCursor(Restoration.CODE, new Restoration(time.now(), "the history is shorter").text());
        }
        stored = copy;
        start();
    }

    /** A person who has asked the partners: what they have is marked as sent, of the rest most is let go, some later. */
    private void settle() {
        Reconciliation reconciliation = new Reconciliation(engine(life, stored), List.of());
        for (int round = 0; round < ROUNDS; round++) {
            for (DocumentRecord document : documents()) {
                if (document.reason()
                        .filter(why -> why.is(ProblemCode.JOURNAL_RESTORED))
                        .isPresent()) {
                    settledSomething = true;
                    if (!isOrder(document)) {
                        reconciliation.markAsSent(document.id(), "maria", "the partner has it");
                        continue;
                    }
                    OrderKey key = OrderKeys.of(document.keys());
                    if (!uploadsOf(key).isEmpty()) {
                        reconciliation.markAsSent(document.id(), "maria", "the partner has it");
                    } else if (round == ROUNDS / 2 || chance.happens(0.6)) {
                        reconciliation.letGo(document.id(), "maria", "the partner lacks it");
                    }
                }
            }
            // As early as it can be: it must be refused as long as anything may follow.
            reconciliation.end(List.of("contoso"));
            time.runUntil(time.now().plusSeconds(chance.below(90) + 1L));
        }
        boolean holding = stored.cursor(Restoration.CODE).toCompletableFuture().join().stream()
                .map(Restoration::parse)
                .anyMatch(Restoration::holding);
        if (holding) {
            wrong.add("open: it does not end");
        }
    }

    private List<DocumentRecord> documents() {
        return stored.list(DocumentFilter.ALL).toCompletableFuture().join();
    }

    private static boolean isOrder(DocumentRecord document) {
        return document.type().equals("850") || document.type().equals("860");
    }

    private Set<String> uploadsOf(OrderKey key) {
        return companies.mailbox().received().stream()
                .map(MemoryMailbox.Upload::name)
                .filter(name -> List.of(Trade.CONTOSO.acme(), Trade.CONTOSO.globex()).stream()
                        .anyMatch(partner -> OutboundFileName.isOf(name, partner.id(), key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void judge() {
        confirmed.keySet().forEach(key -> {
            if (uploadsOf(key).size() > 1) {
                wrong.add("doubled: " + key + " was sent as " + uploadsOf(key));
            }
        });
        Map<String, String> byNumber = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (MemoryMailbox.Upload upload : companies.mailbox().received()) {
            String number =
                    upload.folder() + " " + new String(upload.bytes(), StandardCharsets.UTF_8).substring(90, 99);
            String other = byNumber.putIfAbsent(number, upload.name());
            if (other != null && !other.equals(upload.name())) {
                wrong.add("doubled: control number " + number + " in " + other + " and " + upload.name());
            }
            if (!names.add(upload.name()) && upload.folder().equals("/upload/acme")) {
                wrong.add("doubled: " + upload.name() + " went twice to a partner who has not agreed to that");
            }
        }
        for (DocumentRecord document : documents()) {
            if (isOrder(document)) {
                declared.add(OrderKeys.of(document.keys()));
            }
            if (isOrder(document)
                    && document.state() instanceof SendingState.Delivered
                    && uploadsOf(OrderKeys.of(document.keys())).isEmpty()) {
                wrong.add("lost: " + document.keys().confirmationNumber() + " counts as delivered and never was");
            }
            if (!document.condition().settled()) {
                wrong.add("open: " + document.keys().confirmationNumber() + " is "
                        + document.condition().word());
            }
            if (document.condition() == Condition.HELD
                    && noticed
                    && document.reason()
                            .filter(why -> why.is(ProblemCode.JOURNAL_RESTORED))
                            .isPresent()) {
                wrong.add("open: " + document.keys().confirmationNumber() + " is still held for the restore");
            }
        }
        confirmed.keySet().stream()
                .filter(key -> !declared.contains(key))
                .forEach(key -> wrong.add("lost: nobody knows of " + key));
        judgeInvoices();
    }

    /** Each invoice is in F&O, or waits for a person, or its file is told as missing. */
    private void judgeInvoices() {
        List<FileRecord> known =
                stored.files(1000, Optional.empty()).toCompletableFuture().join();
        Set<String> told = known.stream()
                .filter(file -> file.problem()
                        .filter(why -> why.is(ProblemCode.FILE_MISSING))
                        .isPresent())
                .map(FileRecord::name)
                .collect(Collectors.toSet());
        missing = told.size();
        billed.forEach((number, invoice) -> {
            long posted = companies.invoices().invoices().stream()
                    .filter(one -> one.header().number().equals(number))
                    .count();
            if (posted > 1) {
                wrong.add("doubled: invoice " + number + " is in F&O " + posted + " times");
            }
            boolean waits = documents().stream()
                    .anyMatch(document ->
                            document.keys().invoiceNumber().equals(number) && document.condition() == Condition.HELD);
            if (posted == 0 && !waits && !told.contains(files.get(number))) {
                wrong.add("lost: invoice " + number + " of " + files.get(number)
                        + " is neither in F&O nor held, and its file is not told as missing");
            }
        });
        for (TradingPartner partner : List.of(Trade.CONTOSO.acme(), Trade.CONTOSO.globex())) {
            FolderReference folder = Trade.download(partner.id().id());
            if (!(companies.mailbox().list(folder).toCompletableFuture().join()
                    instanceof Outcome.Done<List<FolderEntry>>(List<FolderEntry> there))) {
                wrong.add("open: " + folder + " cannot be listed");
                continue;
            }
            there.stream()
                    .map(FolderEntry::name)
                    .filter(told::contains)
                    .forEach(name -> wrong.add("wrong: " + name + " is told as missing and lies in its folder"));
        }
    }

    @Override
    public void leaves(String method, Object[] arguments) {
        // Whether its intent stands is judged elsewhere.
    }

    @Override
    public void arrived(String method, Object[] arguments) {
        // The mailbox itself keeps what it has received.
    }
}
