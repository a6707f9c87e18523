package io.mlconnector.engine.simulation;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.erp.InvoiceWrite;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.NewDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Faults that an engine of this kind may well have, each put between the engine and one of its ports. The simulation must find
 * every one.
 */
enum PlantedFaults implements PlantedFault {

    /** The intent is not stored before the write: after a crash the document looks as if nothing had been tried. */
    NO_INTENT_BEFORE_THE_WRITE(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            if (call.named("commit") && call.last() instanceof Change) {
                Change change = (Change) call.argument(1);
                if (Faulty.isIntent(change.state())) {
                    return CompletableFuture.completedFuture(new Committed.Stands());
                }
            }
            return call.goOn();
        }
    },

    /** What may have happened is taken for what did not, and is tried again. */
    RETRY_OF_THE_UNKNOWN(VendorInvoices.class, Mailbox.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.changed(
                    answer -> answer instanceof Outcome.Unknown<?>(Problem why) ? Outcome.notNow(why) : answer);
        }
    },

    /** A write that was under way in a crash is taken for one that never began. */
    CRASH_TAKEN_FOR_FAILURE(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.named("claim") ? call.changed(claims -> Faulty.forgotten((List<?>) claims)) : call.goOn();
        }
    },

    /** The same of attachments alone: F&O is asked once, and what arrives later is there twice. */
    ATTACHMENTS_NOT_IN_DOUBT(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.named("claim") ? call.changed(claims -> Faulty.unattached((List<?>) claims)) : call.goOn();
        }
    },

    /** Whoever comes late may commit all the same. */
    NO_FENCING(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            if (call.named("commit")) {
                Claim late = (Claim) call.argument(0);
                return call.with(0, Faulty.latest(call, late));
            }
            if (call.named("claim")) {
                return call.changed(claims -> Faulty.remembered(call, (List<?>) claims));
            }
            return call.goOn();
        }
    },

    /** A claim never runs out: what a node had in hand when it died is taken up by nobody else. */
    CLAIMS_THAT_NEVER_RUN_OUT(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            if (call.named("takeOver")) {
                return CompletableFuture.completedFuture(0);
            }
            return call.named("claim") ? call.with(2, Duration.ofDays(1_000)) : call.goOn();
        }
    },

    /** A set that came before is a duplicate, whatever became of the first. */
    DEDUPE_ON_ARRIVAL(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            if (call.named("receive")) {
                List<NewDocument> all = new ArrayList<>();
                for (Object document : (List<?>) call.argument(1)) {
                    NewDocument arrived = (NewDocument) document;
                    if (arrived.dedupeKey().map(call.seen()::add).orElse(true)) {
                        all.add(arrived);
                    }
                }
                return call.with(1, all);
            }
            return call.goOn();
        }
    },

    /** The same numbers with other bytes are taken for the same. */
    CLASHES_DROPPED(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.named("receive")
                    ? call.with(1, Faulty.each(call.argument(1), document -> Faulty.with(document, true, true, false)))
                    : call.goOn();
        }
    },

    /** A confirmation that is announced twice becomes two documents. */
    NO_DEDUPE_OF_CONFIRMATIONS(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.named("announce")
                    ? call.with(0, Faulty.each(call.argument(0), document -> Faulty.with(document, false, true, true)))
                    : call.goOn();
        }
    },

    /** Revisions of one order do not wait for each other. */
    REVISIONS_AT_ONCE(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.named("announce")
                    ? call.with(0, Faulty.each(call.argument(0), document -> Faulty.with(document, true, false, true)))
                    : call.goOn();
        }
    },

    /** Two documents may post the same invoice, and F&O is not asked before. */
    NO_JOB_KEY(Journal.class, VendorInvoices.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            if (call.named("commit") && call.last() instanceof Change) {
                return call.with(1, Faulty.withoutJob((Change) call.argument(1)));
            }
            return call.named("find") && call.port() == VendorInvoices.class
                    ? call.changed(answer -> Outcome.done(Confirmations.NONE))
                    : call.goOn();
        }
    },

    /** The header is taken for the whole invoice. */
    HEADER_TAKEN_FOR_THE_WHOLE(VendorInvoices.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.named("createLines")
                    ? CompletableFuture.completedFuture(new InvoiceWrite(Outcome.done("VI"), Optional.empty()))
                    : call.goOn();
        }
    },

    /** The first "not there" counts. */
    THE_FIRST_ABSENCE_COUNTS(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            if (call.named("commit") && call.last() instanceof Change) {
                return call.with(1, Faulty.hasty((Change) call.argument(1)));
            }
            return call.goOn();
        }
    },

    /** The cursor of the poll moves before what it passed is safe, and does not look back. */
    CURSOR_BEFORE_THE_COMMIT(Journal.class, PurchaseOrders.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            if (call.named("confirmedSince") || call.named("confirmationsOf")) {
                return call.changed(answer -> Faulty.onlyNew(call, answer));
            }
            return call.goOn();
        }
    },

    /** Control numbers are counted by each process. */
    NUMBERS_COUNTED_IN_MEMORY(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.named("commit") && call.argument(2) instanceof Function<?, ?> change
                    ? call.with(2, Faulty.numbered(call, change))
                    : call.goOn();
        }
    },

    /** A file is removed when it was read, not when it is safe. */
    REMOVED_BEFORE_IT_IS_SAFE(Mailbox.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            if (call.named("fetch")) {
                Mailbox mailbox = (Mailbox) call.whole();
                return call.goOn()
                        .thenCompose(bytes ->
                                mailbox.remove((FolderEntry) call.argument(0)).thenApply(gone -> bytes));
            }
            return call.goOn();
        }
    },

    /** Only events are believed; nobody polls. */
    EVENTS_ONLY(PurchaseOrders.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            return call.named("confirmedSince")
                    ? call.changed(answer -> Outcome.done(Confirmations.NONE))
                    : call.goOn();
        }
    },

    /** A step leaves no entry in the history. */
    HISTORY_FORGOTTEN(Journal.class) {
        @Override
        CompletionStage<?> call(Call call) throws Exception {
            if (call.named("commit") && call.last() instanceof Change) {
                return call.with(1, Faulty.withoutHistory((Change) call.argument(1)));
            }
            return call.goOn();
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Class<?>> ports;

    PlantedFaults(Class<?>... ports) {
        this.ports = List.of(ports);
    }

    /** What becomes of a call. */
    abstract CompletionStage<?> call(Call call) throws Exception;

    @Override
    public <T> T in(Class<T> port, T whole, Map<Object, Object> shared) {
        if (!ports.contains(port)) {
            return whole;
        }
        return Call.intercepted(port, whole, shared, this::call);
    }
}
