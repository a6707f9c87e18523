package io.mlconnector.ports.erp;

import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Outcome;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Tells which numbers and words exist, for those who enter some. Promises as in {@link PurchaseOrders}. */
public interface MasterData {

    /**
     * Which of these items are released in a company. Tens of thousands are asked for in few calls.
     *
     * @param items of which; may be empty, then nothing is asked
     * @return some of {@code items}, written as they were asked; case does not matter
     */
    CompletionStage<Outcome<Set<ItemNumber>>> released(LegalEntity legalEntity, Set<ItemNumber> items);

    /** Every unit of measure that there is; they are the same in all companies. */
    CompletionStage<Outcome<Set<UnitSymbol>>> units();
}
