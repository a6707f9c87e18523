package io.mlconnector.domain.agreement;

import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.VendorAccount;
import java.util.List;
import java.util.Optional;

/**
 * All partners of one connection.
 *
 * @param all in the order of the configuration
 */
public record TradingPartners(List<TradingPartner> all) {

    public TradingPartners {
        all = List.copyOf(all);
    }

    /** The partner of this short name. */
    public Optional<TradingPartner> named(PartnerId id) {
        return all.stream().filter(partner -> partner.id().equals(id)).findFirst();
    }

    /** The partner that is this vendor. */
    public Optional<TradingPartner> withVendor(LegalEntity legalEntity, VendorAccount account) {
        return all.stream()
                .filter(partner -> partner.isVendor(legalEntity, account))
                .findFirst();
    }

    /**
     * To whom a received transaction set belongs: whoever its sender is, wherever it lay; the owner of the folder only
     * where nobody has that address.
     */
    public TradingPartner behind(InterchangeAddress sender, TradingPartner folderOwner) {
        return sending(sender).orElse(folderOwner);
    }

    /**
     * The partner behind the sender of an interchange. Where several share one address (a service bureau), the group
     * code decides.
     */
    public Optional<TradingPartner> sending(InterchangeAddress sender) {
        List<TradingPartner> same = all.stream()
                .filter(partner -> partner.interchange().them().sameEnd(sender))
                .toList();
        if (same.size() < 2) {
            return same.stream().findFirst();
        }
        return same.stream()
                .filter(partner -> partner.interchange().them().group().equalsIgnoreCase(sender.group()))
                .findFirst();
    }
}
