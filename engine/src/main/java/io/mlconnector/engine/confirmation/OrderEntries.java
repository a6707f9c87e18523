package io.mlconnector.engine.confirmation;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.ordering.OrderRecipient;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.NewDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents of confirmed orders, as they enter the journal; whoever finds a confirmation enters the same. */
public final class OrderEntries {

    private final Engine engine;
    private final Connection connection;

    /** For one connection. */
    public OrderEntries(Engine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /** A row that cannot be read is held, so that somebody sees it; once it is corrected it is another row. */
    public NewDocument of(Confirmations.UnreadableRow row) {
        return new NewDocument(
                engine.ids().next(),
                connection.id(),
                "",
                Direction.OUTBOUND,
                "850",
                Optional.of(DedupeKeys.ofUnreadableRow(connection.id(), row.fingerprint())),
                Optional.empty(),
                Optional.empty(),
                BusinessKeys.ofConfirmation(row.legalEntity(), row.orderNumber(), row.confirmationNumber()),
                Validity.INVALID,
                Held.because(row.why(), new SendingState.Announced(0)),
                Optional.empty(),
                List.of(HistoryEntry.entry(engine.clock().instant(), "held", row.why())));
    }

    /** A confirmation as it is announced; settled at once where it is not for EDI. */
    public NewDocument of(Confirmation confirmation) {
        OrderKey key = confirmation.key();
        DocumentId id = engine.ids().next();
        String partner = connection
                .partners()
                .withVendor(key.legalEntity(), confirmation.vendor())
                .map(TradingPartner::id)
                .map(found -> found.id())
                .orElse("");
        Instant now = engine.clock().instant();
        List<HistoryEntry> history = new ArrayList<>();
        history.add(HistoryEntry.entry(
                now,
                "announced",
                "F&O confirmed order " + key.orderNumber() + " of " + key.legalEntity() + " as "
                        + key.confirmationNumber() + " on " + confirmation.date()));
        Optional<Problem> notForEdi = notForEdi(confirmation);
        notForEdi.ifPresent(why -> history.add(HistoryEntry.entry(now, "nothing-to-send", why)));
        return new NewDocument(
                id,
                connection.id(),
                partner,
                Direction.OUTBOUND,
                "850",
                Optional.of(DedupeKeys.ofOrder(connection.id(), key)),
                Optional.of(confirmation.fingerprint()),
                Optional.of(DedupeKeys.sequenceOfOrder(connection.id(), key)),
                BusinessKeys.ofConfirmation(key.legalEntity().id(), key.orderNumber(), key.confirmationNumber()),
                Validity.PENDING,
                notForEdi
                        .<FlowState>map(why -> Discarded.because(why, new SendingState.Announced(0)))
                        .orElseGet(() -> new SendingState.Announced(0)),
                Optional.empty(),
                history);
    }

    /**
     * The neutral form of a confirmation, as a document of its own beside the X12 form: whatever becomes of one, the other goes its
     * way. See {@code docs/decisions/0026-json-beside-x12.md}.
     *
     * @return empty if none is agreed with its recipient
     */
    public Optional<NewDocument> beside(Confirmation confirmation) {
        OrderKey key = confirmation.key();
        String type = OrderAgreement.typeBeside("850");
        if (!(connection.recipient(key.legalEntity(), confirmation.vendor(), confirmation.kind())
                        instanceof OrderRecipient.Partner(TradingPartner partner, OrderAgreement agreement))
                || agreement.ofType(type).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewDocument(
                engine.ids().next(),
                connection.id(),
                partner.id().id(),
                Direction.OUTBOUND,
                type,
                Optional.of(DedupeKeys.ofOrderBeside(connection.id(), key)),
                Optional.of(confirmation.fingerprint()),
                Optional.of(DedupeKeys.sequenceOfOrderBeside(connection.id(), key)),
                BusinessKeys.ofConfirmation(key.legalEntity().id(), key.orderNumber(), key.confirmationNumber()),
                Validity.PENDING,
                new SendingState.Announced(0),
                Optional.empty(),
                List.of(HistoryEntry.entry(
                        engine.clock().instant(),
                        "announced",
                        "F&O confirmed order " + key.orderNumber() + " of " + key.legalEntity() + " as "
                                + key.confirmationNumber() + " on " + confirmation.date()
                                + "; this is its neutral form, which is agreed beside X12"))));
    }

    /** Settled without a question and without reading the order: its vendor is no partner, or its kind is not sent. */
    private Optional<Problem> notForEdi(Confirmation confirmation) {
        return connection.recipient(confirmation.key().legalEntity(), confirmation.vendor(), confirmation.kind())
                        instanceof OrderRecipient.Nobody(Problem why)
                ? Optional.of(why)
                : Optional.empty();
    }
}
