package io.mlconnector.domain.crossreference;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import java.util.Objects;
import java.util.Optional;

/**
 * For whom a cross reference holds. Where several hold, the narrower one wins: a partner's in one legal entity before the
 * partner's, and that before one for all partners.
 *
 * @param partner whose word it is; empty: every partner's
 * @param legalEntity in whose documents; empty: in those of all
 */
public record CrossReferenceScope(Optional<PartnerId> partner, Optional<LegalEntity> legalEntity) {

    public CrossReferenceScope {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(legalEntity, "legalEntity");
    }

    /** One partner's, in every legal entity. */
    public static CrossReferenceScope of(PartnerId partner) {
        return new CrossReferenceScope(Optional.of(partner), Optional.empty());
    }

    boolean includes(PartnerId whose, Optional<LegalEntity> where) {
        return partner.map(whose::equals).orElse(true)
                && legalEntity
                        .map(wanted -> where.map(wanted::equals).orElse(false))
                        .orElse(true);
    }

    /** The more, the narrower. */
    int narrowness() {
        return (partner.isPresent() ? 2 : 0) + (legalEntity.isPresent() ? 1 : 0);
    }

    /** For sentences, such as "acme in usmf". */
    @Override
    public String toString() {
        return partner.map(PartnerId::id).orElse("every partner")
                + legalEntity.map(where -> " in " + where).orElse("");
    }
}
