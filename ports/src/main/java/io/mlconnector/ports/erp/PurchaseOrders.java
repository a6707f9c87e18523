package io.mlconnector.ports.erp;

import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Reads purchase orders. Every method completes with an outcome in every foreseeable case and fails only on a defect;
 * it may complete on any thread. All are reads and may be repeated; none answers {@link Outcome.Unknown}.
 */
public interface PurchaseOrders {

    /**
     * Every revision confirmed on or after a day, oldest first; rows that cannot be read are told beside the others.
     *
     * @param legalEntities in which to look; not empty
     * @param since first day
     */
    CompletionStage<Outcome<Confirmations>> confirmedSince(Set<LegalEntity> legalEntities, LocalDate since);

    /**
     * Every revision of one order, oldest first; empty if there is none.
     *
     * @param legalEntity in which to look
     * @param orderNumber the order
     */
    CompletionStage<Outcome<List<Confirmation>>> confirmationsOf(LegalEntity legalEntity, String orderNumber);

    /**
     * The order as it was confirmed in one revision, with the lines that F&O shows and its header's totals; whether these are all
     * lines is for the caller to judge. Where F&O has several confirmations of this number, the one of the newest day.
     *
     * @return {@link Outcome.Refused} with {@code order-not-found} if F&O has no such confirmation, and with {@code order-changed}
     *     where a revision is recognised by its content and the order says something else now;
     *     {@link Outcome.NotNow} with {@code order-without-lines} while it shows none of its lines
     */
    CompletionStage<Outcome<PurchaseOrder>> read(OrderKey key);

    /**
     * Every order of this number in its present state, with all lines; empty if there is none.
     *
     * @param legalEntities in which to look; not empty
     * @param orderNumber the order
     */
    CompletionStage<Outcome<List<OpenOrder>>> find(Set<LegalEntity> legalEntities, String orderNumber);

    /** What somebody should know of where confirmed orders come from; empty while there is nothing to tell. */
    default Optional<String> remark() {
        return Optional.empty();
    }
}
