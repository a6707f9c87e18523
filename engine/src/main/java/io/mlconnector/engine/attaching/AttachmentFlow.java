package io.mlconnector.engine.attaching;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState.Attaching;
import io.mlconnector.domain.invoicing.InvoiceState.AttachmentsInDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Explained;
import io.mlconnector.domain.invoicing.InvoiceState.FollowUp;
import io.mlconnector.domain.invoicing.InvoiceState.ToAttach;
import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.invoicing.attachment.AttachmentDecisions;
import io.mlconnector.domain.invoicing.attachment.Dossier;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.StoredIntent;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/** Acts for the attachments of posted invoices; what to do is decided by {@link AttachmentDecisions}. It creates no invoice and no line. */
public final class AttachmentFlow {

    private static final Logger LOG = Logger.getLogger(AttachmentFlow.class.getName());

    private final Engine engine;
    private final Connection connection;
    private final DossierReading dossiers;

    /** For the invoices of one connection. */
    public AttachmentFlow(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
        this.dossiers = new DossierReading(engine);
    }

    /** What the invoices of a partner get; nothing from a partner that is not known. */
    public static Attachments wanted(Connection connection, String partner) {
        return agreed(connection, partner).map(InvoiceAgreement::attachments).orElse(Attachments.NONE);
    }

    private static Optional<InvoiceAgreement> agreed(Connection connection, String partner) {
        return connection.partners().all().stream()
                .filter(known -> known.id().id().equals(partner))
                .findFirst()
                .flatMap(known -> known.invoices());
    }

    /** Brings the attachments of a posted invoice forward until they rest or somebody else has the document. */
    public Future<Void> visit(Claim claim, FollowUp state) {
        return brought(claim, state)
                .recover(failure ->
                        BrokenOff.journalAway(failure) ? Future.failedFuture(failure) : givenUp(claim, state, failure));
    }

    /** A defect of ours must not hold an invoice that is posted. */
    private Future<Void> givenUp(Claim claim, FollowUp state, Throwable failure) {
        BrokenOff.log(LOG, "Attaching to the invoice of document " + claim.id() + " broke off", failure);
        return commit(
                claim,
                AttachmentDecisions.abandoned(
                        state.invoice(),
                        "work on it broke off because of a defect of ml-connector; the log says where. Report it.",
                        engine.circumstances()));
    }

    private Future<Void> brought(Claim claim, FollowUp state) {
        return switch (state) {
            case ToAttach toAttach ->
                wanted(claim, toAttach.invoice())
                        .compose(wanted -> look(toAttach.invoice(), wanted)
                                .compose(there -> begin(claim, toAttach, wanted, there)));
            case Attaching attaching -> commit(claim, AttachmentDecisions.crashed(attaching, engine.circumstances()));
            case AttachmentsInDoubt doubt ->
                wanted(claim, doubt.invoice())
                        .compose(wanted -> look(doubt.invoice(), wanted)
                                .compose(there -> commit(
                                        claim,
                                        AttachmentDecisions.afterAsking(
                                                doubt, wanted, there, engine.circumstances()))));
        };
    }

    /** What cannot be put together is not attached; with the journal away it is tried again. */
    private Future<List<Attachment>> wanted(Claim claim, Explained invoice) {
        Optional<InvoiceAgreement> agreed = agreed(connection, claim.partner());
        if (agreed.isEmpty() || agreed.get().attachments() == Attachments.NONE) {
            return Future.succeededFuture(List.of());
        }
        return dossiers.of(claim, invoice, agreed.get())
                .map(found ->
                        found.map(dossier -> attachments(dossier, agreed.get())).orElseGet(List::of));
    }

    private static List<Attachment> attachments(Dossier dossier, InvoiceAgreement agreed) {
        return dossier.attachments(agreed.attachments());
    }

    /** Where nothing is wanted nothing is asked. */
    private Future<Outcome<Set<String>>> look(Explained invoice, List<Attachment> wanted) {
        return wanted.isEmpty()
                ? Future.succeededFuture(Outcome.done(Set.of()))
                : engine.onContext(connection
                        .vendorInvoices()
                        .attached(invoice.legalEntity(), invoice.posted().headerReference()));
    }

    private Future<Void> begin(Claim claim, ToAttach state, List<Attachment> wanted, Outcome<Set<String>> there) {
        Decision decision = AttachmentDecisions.afterLooking(state, wanted, there, engine.circumstances());
        return decision.step() instanceof Step.Write && there instanceof Outcome.Done<Set<String>>(Set<String> names)
                ? write(claim, decision, AttachmentDecisions.missing(wanted, names))
                : commit(claim, decision);
    }

    private Future<Void> write(Claim claim, Decision intent, List<Attachment> missing) {
        Attaching attaching = (Attaching) intent.next();
        Explained invoice = attaching.invoice();
        StoredIntent<Boolean> stored = new StoredIntent<>(
                engine,
                () -> engine.journal()
                        .commit(claim, Change.of(intent), engine.clock().instant(), engine.lease()),
                () -> true);
        return engine.onContext(connection
                        .vendorInvoices()
                        .attach(invoice.legalEntity(), invoice.posted().headerReference(), missing, stored))
                .compose(outcome -> switch (stored.fate()) {
                    case StoredIntent.Fate.Withdrawn ignored -> Future.succeededFuture();
                    case StoredIntent.Fate.TooLate ignored -> Future.succeededFuture();
                    case StoredIntent.Fate.Broken(Throwable cause) -> Future.failedFuture(cause);
                    default ->
                        commit(
                                claim.in(attaching),
                                AttachmentDecisions.afterAttaching(
                                        attaching, missing, outcome, engine.circumstances()));
                });
    }

    private Future<Void> commit(Claim claim, Decision decision) {
        Change change = Change.of(decision);
        return engine.onContext(
                        engine.journal().commit(claim, change, engine.clock().instant(), engine.lease()))
                .compose(committed -> committed instanceof Committed.Stands
                                && !change.resting()
                                && change.state() instanceof FollowUp next
                        ? visit(claim.in(next), next)
                        : Future.succeededFuture());
    }
}
