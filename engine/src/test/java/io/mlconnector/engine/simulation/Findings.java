package io.mlconnector.engine.simulation;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Watches what leaves one connection, and judges in the end by the records of both companies and of the partners, not by what the
 * engine believes.
 */
final class Findings {

    private static final Set<String> EXPECTED_HOLDS = Set.of(
            "upload-in-doubt",
            "earlier-revision-in-doubt",
            "control-numbers-reused",
            "discarded-before",
            "charge-unmapped",
            // A file that was taken while its partner still wrote it.
            "bytes-unread");

    private final MemoryJournal journal;
    private final World world;
    private final Deeds deeds;
    private final List<String> wrong = new ArrayList<>();

    Findings(MemoryJournal journal, World world) {
        this.journal = journal;
        this.world = world;
        this.deeds = new Deeds(journal);
    }

    /** The documents of this connection, newest first. */
    List<DocumentRecord> documents() {
        return journal.list(DocumentFilter.ALL.page(500, Optional.empty())).toCompletableFuture().join().stream()
                .filter(document -> document.connection().equals(world.trade().connection()))
                .toList();
    }

    boolean settled() {
        return documents().stream()
                .allMatch(document ->
                        document.condition().settled() && !(document.state() instanceof InvoiceState.FollowUp));
    }

    /**
     * At this very moment the intent must be stored: it stands, or another daemon, whose clock is ahead, has taken it up already
     * and asks before it sends anything. And no person has put the document aside.
     */
    void leaves(String method, Object[] arguments) {
        switch (method) {
            case "upload" -> uploadLeaves(arguments);
            case "createWhole", "createHeader", "createLines" -> invoiceLeaves((InvoiceToPost) arguments[0]);
            case "attach" -> attachmentsLeave((List<?>) arguments[2]);
            default -> wrong.add("an unknown write leaves: " + method);
        }
    }

    private void uploadLeaves(Object[] arguments) {
        ((Intent<?>) arguments[1]).store().thenAccept(file -> {
            String name = ((FileToUpload) file.orElseThrow()).name();
            intended("upload of " + name, document -> switch (document.state()) {
                case SendingState.Uploading uploading -> uploading.file().name().equals(name);
                case SendingState.InDoubt doubt -> doubt.file().name().equals(name);
                default -> false;
            });
        });
    }

    private void invoiceLeaves(InvoiceToPost invoice) {
        intended(
                "invoice " + invoice.number(),
                document -> document.id().text().equals(invoice.mark())
                        && (document.state() instanceof InvoiceState.PostingWhole
                                || document.state() instanceof InvoiceState.PostingHeader
                                || document.state() instanceof InvoiceState.PostingLines
                                || document.state() instanceof InvoiceState.InDoubt));
    }

    private void attachmentsLeave(List<?> attachments) {
        String name = ((Attachment) attachments.get(0)).name();
        intended(
                name,
                document -> name.startsWith("ml-connector " + document.id() + " ")
                        && (document.state() instanceof InvoiceState.Attaching
                                || document.state() instanceof InvoiceState.AttachmentsInDoubt));
    }

    private void intended(String what, Predicate<DocumentRecord> intent) {
        Optional<DocumentRecord> intended = documents().stream().filter(intent).findFirst();
        if (intended.isEmpty()) {
            wrong.add(what + " left without an intent that stands");
        }
        if (intended.filter(document -> deeds.isDiscarded(document.id())).isPresent()) {
            wrong.add(what + " left after a person had put it aside");
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
        world.companies()
                .invoices()
                .invoices()
                .forEach(stored -> story.append(stored).append('\n'));
        return story.toString();
    }

    /** Everything that is wrong after all has come to rest. */
    List<String> judge(boolean calm) {
        List<DocumentRecord> documents = documents();
        standing(documents);
        wrong.addAll(new OrderFindings(world, deeds, documents).judge());
        wrong.addAll(new FileFindings(world, journal, documents).judge());
        wrong.addAll(new InvoiceFindings(world, deeds, documents).judge());
        wrong.addAll(new AnswerFindings(world, documents).judge());
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

    private void standing(List<DocumentRecord> documents) {
        for (DocumentRecord document : documents) {
            if (!document.condition().settled()) {
                wrong.add("never came to rest: " + told(document));
            }
            String code = document.reason().map(Problem::code).orElse("");
            // There is nothing to go on with in bytes that belong to no document, whoever releases or replays them.
            boolean unread = document.type().equals("unread")
                    && deeds.of(document.id()).stream().anyMatch(Set.of("release", "replay")::contains);
            boolean held = document.condition() == Condition.HELD && !EXPECTED_HOLDS.contains(code) && !unread;
            boolean failed = document.condition() == Condition.FAILED
                    && !code.equals(Storm.REFUSED)
                    && !deeds.of(document.id()).contains("restore");
            if (held || failed) {
                wrong.add("stopped for no good reason: " + told(document));
            }
        }
    }

    static String told(DocumentRecord document) {
        return document.id() + " " + document.type() + " " + document.keys().confirmationNumber()
                + document.keys().invoiceNumber() + " " + document.condition().word() + " "
                + document.state().getClass().getSimpleName() + " "
                + document.reason().map(Problem::message).orElse("");
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
