package io.mlconnector.domain.alignment;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.TradingPartners;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Optional;

/** Finds the partner who sent an interchange, and checks that it was meant for us and for this purpose. */
public final class SenderAlignment {

    private SenderAlignment() {}

    /**
     * The partner.
     *
     * @return {@code partner-unknown}, {@code receiver-differs} or {@code usage-differs} if a person must look
     */
    public static Alignment<TradingPartner> find(EnvelopeReference reference, TradingPartners partners) {
        Optional<TradingPartner> found = partners.sending(reference.sender());
        if (found.isEmpty()) {
            return new Alignment.Missing<>(Problem.of(
                    ProblemCode.PARTNER_UNKNOWN,
                    reference.sender().toString(),
                    "No partner sends as " + reference.sender()
                            + " (ISA05/06). If it is one of yours, enter the address"
                            + " under partners[].interchange.them and replay the document; if not, discard it."));
        }
        TradingPartner partner = found.get();
        if (!partner.interchange().us().sameEnd(reference.receiver())) {
            return new Alignment.Missing<>(Problem.of(
                    ProblemCode.RECEIVER_DIFFERS,
                    partner.id() + ":" + reference.receiver(),
                    "Partner " + partner.id() + " addressed the interchange to " + reference.receiver()
                            + " (ISA07/08); with this partner we are "
                            + partner.interchange().us()
                            + ". Correct interchange.us or ask the partner, then replay the document."));
        }
        Usage usage = reference.usage();
        if (usage != partner.interchange().usage()) {
            return new Alignment.Missing<>(Problem.of(
                    ProblemCode.USAGE_DIFFERS,
                    partner.id() + ":" + usage.code(),
                    "The interchange is marked " + usage.code() + " (ISA15), agreed is "
                            + partner.interchange().usage().code()
                            + ". A test never posts in production. Change interchange.usage or discard the document."));
        }
        return new Alignment.Found<>(
                partner, "interchange-sender", "The sender " + reference.sender() + " is partner " + partner.id());
    }
}
