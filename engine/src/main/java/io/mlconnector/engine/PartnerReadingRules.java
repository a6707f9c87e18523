package io.mlconnector.engine;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.ports.edi.ReadingRules;

/** How strictly received documents are read: as agreed with the partner who sent them. */
public final class PartnerReadingRules {

    private static final ReadingRules STRANGERS =
            new ReadingRules(Validation.WARN, PartnerGuide.NONE, Leniency.NONE, true);

    private PartnerReadingRules() {}

    /** The rules of all partners, found by the sender of a set; documents of strangers are read with warnings. */
    public static ReadingRules.Book of(TradingPartners partners) {
        return reference -> partners.sending(reference.sender())
                .map(PartnerReadingRules::of)
                .orElse(STRANGERS);
    }

    /** The rules of one partner. */
    public static ReadingRules of(TradingPartner partner) {
        return new ReadingRules(
                partner.interchange().validation(),
                partner.interchange().guide(),
                partner.invoices().map(InvoiceAgreement::leniency).orElse(Leniency.NONE),
                true);
    }
}
