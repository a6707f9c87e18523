package io.mlconnector.ports.erp;

import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Outcome;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Reads what is known of items. Promises as in {@link PurchaseOrders}. */
public interface Products {

    /**
     * The vendor's item numbers and the barcodes of some items.
     *
     * @param legalEntity in which to look
     * @param vendor whose numbers
     * @param items of which; may be empty, then nothing is asked
     */
    CompletionStage<Outcome<ProductFacts>> facts(LegalEntity legalEntity, VendorAccount vendor, Set<ItemNumber> items);

    /**
     * The conversions of units of some products, and those that are true of every product.
     *
     * @param products numbers of items and of variants; may be empty, then only the general ones are told
     * @return each conversion under the number that was asked; {@link Outcome.Refused} with {@code set-not-readable} if F&O does not
     *     show any
     */
    CompletionStage<Outcome<UnitConversions>> conversions(LegalEntity legalEntity, Set<String> products);
}
