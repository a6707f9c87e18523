package io.mlconnector.domain.ordering;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
     * Nobody gets it, as configured: its vendor is no partner, or orders of its kind are not sent.
     *
     * @param why code {@code not-for-edi}; names the vendor or the kind
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
     * Which orders are for partners at all.
     *
     * @param holdOtherVendors whether orders of vendors that are no partner are held with the question; if not, they are recorded as
     *     not for EDI
     * @param kinds kinds of orders that are sent; one that F&O does not tell counts as a purchase
     */
    record Rules(boolean holdOtherVendors, Set<OrderKind> kinds) {

        /** Purchases, to partners; all others are recorded as not for EDI. */
        public static final Rules USUAL = new Rules(false, Set.of(OrderKind.PURCHASE));

        public Rules {
            kinds = Set.copyOf(kinds);
        }

        private boolean sends(OrderKind kind) {
            return kinds.contains(kind.or(OrderKind.PURCHASE));
        }
    }

    /**
     * Decides by what is known at announcement already.
     *
     * @param legalEntity the buying company
     * @param vendor who delivers
     * @param kind as far as it is known
     * @param partners all partners of the connection
     * @param rules which orders are sent at all
     */
    static OrderRecipient of(
            LegalEntity legalEntity, VendorAccount vendor, OrderKind kind, TradingPartners partners, Rules rules) {
        Optional<TradingPartner> partner = partners.withVendor(legalEntity, vendor);
        if (partner.isEmpty()) {
            return rules.holdOtherVendors()
                    ? new Undecided(Problem.of(
                            ProblemCode.PARTNER_UNKNOWN,
                            legalEntity + ":" + vendor,
                            "No partner is vendor " + vendor + " of " + legalEntity
                                    + ". If this vendor is to receive orders by EDI, add the account under"
                                    + " partners[].vendors and replay the document; if not, discard it, or set"
                                    + " dynamics.orders.otherVendors to skip."))
                    : new Nobody(Problem.of(
                                    ProblemCode.NOT_FOR_EDI,
                                    "vendor-no-partner",
                                    "Not for EDI: no partner is vendor " + vendor + " of " + legalEntity
                                            + ". If this vendor is to receive orders by EDI, add the account under"
                                            + " partners[].vendors and restore the document.")
                            .with("vendor", vendor.number()));
        }
        if (!rules.sends(kind)) {
            return new Nobody(Problem.of(
                            ProblemCode.NOT_FOR_EDI,
                            kind.words().replace(' ', '-'),
                            "Not for EDI: it is a " + kind.words()
                                    + ". If these are to be sent too, add them to dynamics.orders.kinds and restore the"
                                    + " document.")
                    .with("vendor", vendor.number()));
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
