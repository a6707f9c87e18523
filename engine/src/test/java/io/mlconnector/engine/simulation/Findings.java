package io.mlconnector.engine.simulation;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.OutboundFileName;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.journal.Direction;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.DocumentRecord;
import io.mlconnector.ports.journal.FileRecord;
import io.mlconnector.ports.journal.HistoryChain;
import io.mlconnector.ports.journal.RecordedEntry;
import io.mlconnector.testing.memory.MemoryJournal;
import io.mlconnector.testing.memory.MemoryMailbox;
import io.mlconnector.testing.memory.MemoryVendorInvoices;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Watches what leaves, and judges in the end by the records of both companies, not by what the engine believes. */
final class Findings {

    private static final Set<String> EXPECTED_HOLDS =
            Set.of("upload-in-doubt", "earlier-revision-in-doubt", "control-numbers-reused", "discarded-before");

    private final MemoryJournal journal;
    private final Companies companies;
    private final List<String> wrong = new ArrayList<>();

    Findings(MemoryJournal journal, Companies companies) {
        this.journal = journal;
        this.companies = companies;
    }

    /** A piece of the engine threw what nothing should throw. */
    void defect(Throwable failure) {
        wrong.add("defect: " + failure);
    }

    List<DocumentRecord> documents() {
        return journal.list(DocumentFilter.ALL.page(500, Optional.empty()))
                .toCompletableFuture()
                .join();
    }

    /**
     * At this very moment the intent must be stored: it stands, or another daemon, whose clock is ahead, has taken it up already
     * and asks before it sends anything.
     */
    void leaves(String method, Object[] arguments) {
        switch (method) {
            case "upload" -> uploadLeaves(arguments);
            case "createWhole", "createHeader", "createLines" -> invoiceLeaves((InvoiceToPost) arguments[0]);
            default -> wrong.add("an unknown write leaves: " + method);
        }
    }

    private void uploadLeaves(Object[] arguments) {
        ((Intent<?>) arguments[1]).store().thenAccept(file -> {
            String name = ((FileToUpload) file.orElseThrow()).name();
            boolean intended = documents().stream().anyMatch(document -> switch (document.state()) {
                case SendingState.Uploading uploading -> uploading.file().name().equals(name);
                case SendingState.InDoubt doubt -> doubt.file().name().equals(name);
                default -> false;
            });
            if (!intended) {
                wrong.add("upload of " + name + " left without an intent that stands");
            }
        });
    }

    private void invoiceLeaves(InvoiceToPost invoice) {
        boolean intended = documents().stream()
                .anyMatch(document -> document.id().text().equals(invoice.mark())
                        && (document.state() instanceof InvoiceState.PostingWhole
                                || document.state() instanceof InvoiceState.PostingHeader
                                || document.state() instanceof InvoiceState.PostingLines
                                || document.state() instanceof InvoiceState.InDoubt));
        if (!intended) {
            wrong.add("invoice " + invoice.number() + " left without an intent that stands");
        }
    }

    /** The history of every document in one text, for a person who looks for the cause. */
    String story() {
        StringBuilder story = new StringBuilder();
        for (DocumentRecord document : documents()) {
            story.append(told(document)).append('\n');
            journal.history(document.id())
                    .toCompletableFuture()
                    .join()
                    .forEach(recorded -> story.append("    ")
                            .append(recorded.entry().at())
                            .append(' ')
                            .append(recorded.entry().event())
                            .append(": ")
                            .append(recorded.entry().message())
                            .append('\n'));
        }
        companies.invoices().invoices().forEach(stored -> story.append(stored).append('\n'));
        return story.toString();
    }

    /** Everything that is wrong after all has come to rest. */
    List<String> judge(List<Play.Confirmed> confirmed, List<Play.Published> published, boolean calm) {
        List<DocumentRecord> documents = documents();
        unsettled(documents);
        confirmed.forEach(one -> order(one, documents));
        uploads();
        published.forEach(file -> file(file, documents));
        invoices(published, documents);
        histories(documents);
        if (calm) {
            documents.stream()
                    .filter(document -> document.reason()
                            .filter(why -> why.code().equals("upload-in-doubt"))
                            .isPresent())
                    .forEach(document -> wrong.add("doubt without trouble: " + document.id()));
        }
        return wrong;
    }

    private void unsettled(List<DocumentRecord> documents) {
        for (DocumentRecord document : documents) {
            if (!document.condition().settled()) {
                wrong.add("never came to rest: " + told(document));
            }
            boolean held = document.condition() == Condition.HELD
                    && !EXPECTED_HOLDS.contains(
                            document.reason().map(Problem::code).orElse(""));
            boolean unexpected = held || document.condition() == Condition.FAILED;
            if (unexpected) {
                wrong.add("stopped for no good reason: " + told(document));
            }
        }
    }

    private static String told(DocumentRecord document) {
        return document.id() + " " + document.keys().confirmationNumber()
                + document.keys().invoiceNumber() + " " + document.condition().word() + " "
                + document.state().getClass().getSimpleName() + " "
                + document.reason().map(Problem::message).orElse("");
    }

    private void order(Play.Confirmed confirmed, List<DocumentRecord> documents) {
        OrderKey key = confirmed.order().key();
        List<DocumentRecord> of = documents.stream()
                .filter(document -> document.keys().confirmationNumber().equals(key.confirmationNumber()))
                .toList();
        Set<String> names = companies.mailbox().received().stream()
                .map(MemoryMailbox.Upload::name)
                .filter(name -> OutboundFileName.isOf(name, confirmed.partner().id(), key))
                .collect(Collectors.toCollection(TreeSet::new));
        if (of.size() != 1) {
            wrong.add("lost or doubled: " + of.size() + " documents for " + key);
            return;
        }
        DocumentRecord document = of.getFirst();
        if (names.size() > 1) {
            wrong.add("doubled: " + key + " was uploaded as " + names);
        }
        boolean mustBeThere = document.state() instanceof SendingState.Delivered;
        boolean mayBeThere = mustBeThere || document.condition() == Condition.HELD;
        if (mustBeThere && names.isEmpty()) {
            wrong.add("lost: " + key + " counts as delivered and never was");
        }
        if (!mayBeThere && !names.isEmpty()) {
            wrong.add("forgotten: " + key + " was uploaded and is " + told(document));
        }
        boolean nothingNew = document.state() instanceof SendingState.Discarded
                && document.reason()
                        .filter(why -> Set.of("nothing-changed", "superseded").contains(why.code()))
                        .isPresent();
        if (!mayBeThere && !nothingNew) {
            wrong.add("lost: " + told(document));
        }
    }

    private void uploads() {
        Map<String, MemoryMailbox.Upload> byName = new TreeMap<>();
        Map<String, String> byNumber = new TreeMap<>();
        Map<String, Integer> lastRevision = new TreeMap<>();
        for (MemoryMailbox.Upload upload : companies.mailbox().received()) {
            String text = new String(upload.bytes(), StandardCharsets.UTF_8);
            MemoryMailbox.Upload before = byName.putIfAbsent(upload.name(), upload);
            if (before != null) {
                if (upload.folder().equals("/upload/acme")) {
                    wrong.add("doubled: " + upload.name() + " was sent twice to a partner who has not agreed to that");
                }
                if (!Arrays.equals(before.bytes(), upload.bytes())) {
                    wrong.add("other bytes under the same name: " + upload.name());
                }
                continue;
            }
            String number = upload.folder() + " " + text.substring(90, 99);
            String other = byNumber.putIfAbsent(number, upload.name());
            if (other != null) {
                wrong.add("control number used twice: " + number + " in " + other + " and " + upload.name());
            }
            if (upload.name().startsWith("997_")) {
                continue;
            }
            String order = upload.name().replaceAll(".*_usmf-(PO-[0-9]+)-([0-9]+)_.*", "$1");
            int revision = Integer.parseInt(upload.name().replaceAll(".*_usmf-(PO-[0-9]+)-([0-9]+)_.*", "$2"));
            Integer last = lastRevision.put(order, revision);
            if (last != null && last > revision) {
                wrong.add("out of order: revision " + revision + " of " + order + " after revision " + last);
            }
        }
    }

    private void file(Play.Published file, List<DocumentRecord> documents) {
        List<FileRecord> taken = journal.files(500, Optional.empty()).toCompletableFuture().join().stream()
                .filter(record -> record.name().equals(file.name()) && record.size() == file.bytes().length)
                .toList();
        if (taken.size() != 1) {
            wrong.add("lost or doubled: file " + file.name() + " was taken whole " + taken.size() + " times");
            return;
        }
        List<DocumentRecord> of = documents.stream()
                .filter(document ->
                        document.file().equals(Optional.of(taken.getFirst().id())))
                .toList();
        long received = of.stream()
                .filter(document -> document.direction() == Direction.INBOUND)
                .count();
        if (received != file.invoices().size()) {
            wrong.add("lost: " + file.name() + " has " + received + " documents");
        }
        List<DocumentRecord> answers = of.stream()
                .filter(document -> document.direction() == Direction.OUTBOUND)
                .toList();
        if (answers.size() != 1) {
            wrong.add("lost or doubled: " + file.name() + " is answered by " + answers.size() + " documents");
            return;
        }
        answer(answers.getFirst());
    }

    /** Each file is answered by one 997, and that goes out under one name. */
    private void answer(DocumentRecord answer) {
        if (answer.state() instanceof SendingState.Delivered(OutboundFile file, Instant ignored)) {
            boolean there = companies.mailbox().received().stream()
                    .anyMatch(upload -> upload.name().equals(file.name())
                            && new String(upload.bytes(), StandardCharsets.UTF_8).contains("AK1*IN*"));
            if (!there) {
                wrong.add("lost: " + file.name() + " counts as delivered and never was");
            }
        } else if (answer.condition() != Condition.HELD) {
            wrong.add("lost: the answer " + told(answer));
        }
    }

    private void invoices(List<Play.Published> published, List<DocumentRecord> documents) {
        Map<String, Boolean> posted = new TreeMap<>();
        published.forEach(file ->
                file.invoices().forEach(invoice -> posted.merge(invoice.number(), file.posted(), Boolean::logicalOr)));
        posted.forEach((number, wanted) -> invoice(number, wanted, documents));
        for (MemoryVendorInvoices.Stored stored : companies.invoices().invoices()) {
            if (!posted.containsKey(stored.header().number())) {
                wrong.add("nobody sent invoice " + stored.header().number());
            }
        }
    }

    private void invoice(String number, boolean wanted, List<DocumentRecord> documents) {
        List<MemoryVendorInvoices.Stored> ours = companies.invoices().invoices().stream()
                .filter(stored -> stored.header().number().equals(number)
                        && !stored.header().mark().equals("clerk"))
                .toList();
        if (ours.size() > 1) {
            wrong.add("doubled: invoice " + number + " is in F&O " + ours.size() + " times");
        }
        for (MemoryVendorInvoices.Stored stored : ours) {
            Set<Integer> lines = new TreeSet<>();
            stored.lines().forEach(line -> lines.add(line.number()));
            if (!lines.equals(stored.header().lineNumbers()) || stored.lines().size() != lines.size()) {
                wrong.add("not whole: invoice " + number + " has lines "
                        + stored.lines().stream()
                                .map(line -> String.valueOf(line.number()))
                                .collect(Collectors.joining(", ")));
            }
        }
        boolean there = !ours.isEmpty() || companies.keyed().contains(number);
        if (wanted && !there) {
            wrong.add("lost: invoice " + number + " is not in F&O: "
                    + documents.stream()
                            .filter(document -> document.keys().invoiceNumber().equals(number))
                            .map(Findings::told)
                            .collect(Collectors.joining("; ")));
        }
        boolean held = documents.stream()
                .anyMatch(document ->
                        document.keys().invoiceNumber().equals(number) && document.condition() == Condition.HELD);
        if (!wanted && !held) {
            wrong.add("dropped: invoice " + number + ", whose numbers were used before, is not held for a person");
        }
        if (!wanted && !ours.isEmpty()) {
            wrong.add("posted though its numbers were used before: " + number);
        }
        boolean believed = documents.stream()
                .anyMatch(document -> document.keys().invoiceNumber().equals(number)
                        && document.state() instanceof InvoiceState.Posted);
        if (believed && ours.isEmpty()) {
            wrong.add("lost: invoice " + number + " counts as posted and is not in F&O");
        }
    }

    private void histories(List<DocumentRecord> documents) {
        for (DocumentRecord document : documents) {
            List<RecordedEntry> history =
                    journal.history(document.id()).toCompletableFuture().join();
            OptionalLong broken = HistoryChain.firstBroken(document.id(), history);
            if (broken.isPresent()) {
                wrong.add("history of " + document.id() + " breaks at " + broken.getAsLong());
            }
            List<String> events =
                    history.stream().map(recorded -> recorded.entry().event()).toList();
            boolean told = switch (document.state()) {
                case SendingState.Delivered ignored ->
                    events.contains("upload-intended") && events.contains("delivered");
                case InvoiceState.Posted ignored -> events.contains("posted");
                default -> !events.isEmpty();
            };
            if (!told) {
                wrong.add("the history of " + told(document) + " does not tell it: " + events);
            }
        }
    }
}
