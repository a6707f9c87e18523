package io.mlconnector.domain.ordering;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Objects;
import java.util.Optional;

/** Who gets a confirmed order. */
public sealed interface OrderRecipient {

    /**
     * A partner gets it.
     *
     * @param partner who
     * @param agreement how
     */
    record Partner(TradingPartner partner, OrderAgreement agreement) implements OrderRecipient {
        public Partner {
            Objects.requireNonNull(partner, "partner");
            Objects.requireNonNull(agreement, "agreement");
        }
    }

    /**
     * Nobody gets it, as configured: the vendor is no partner.
     *
     * @param why names the vendor
     */
    record Nobody(Problem why) implements OrderRecipient {
        public Nobody {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * A person decides.
     *
     * @param why what is missing from the configuration
     */
    record Undecided(Problem why) implements OrderRecipient {
        public Undecided {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Decides.
     *
     * @param legalEntity the buying company
     * @param vendor who delivers
     * @param partners all partners of the connection
     * @param skipOtherVendors whether vendors that are no partner are passed over without a question
     */
    static OrderRecipient of(
            LegalEntity legalEntity, VendorAccount vendor, TradingPartners partners, boolean skipOtherVendors) {
        Optional<TradingPartner> partner = partners.withVendor(legalEntity, vendor);
        if (partner.isEmpty()) {
            Problem why = Problem.of(
                    ProblemCode.PARTNER_UNKNOWN,
                    legalEntity + ":" + vendor,
                    "No partner is vendor " + vendor + " of " + legalEntity
                            + ". If this vendor is to receive orders by EDI, add the account under partners[].vendors"
                            + " and replay the document; if not, discard it, or set dynamics.orders.otherVendors to"
                            + " skip.");
            return skipOtherVendors ? new Nobody(why) : new Undecided(why);
        }
        return partner.get()
                .orders()
                .<OrderRecipient>map(agreement -> new Partner(partner.get(), agreement))
                .orElseGet(() -> new Undecided(Problem.of(
                        ProblemCode.ORDERS_NOT_AGREED,
                        partner.get().id().id(),
                        "Partner " + partner.get().id()
                                + " has no orders section: nothing says which folder its orders go to. Add it and"
                                + " replay the document.")));
    }
}
