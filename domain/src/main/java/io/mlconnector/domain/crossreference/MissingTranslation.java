package io.mlconnector.domain.crossreference;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.ProblemCode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A word for which documents stand still, and which one translation would free.
 *
 * @param partner whose documents they are
 * @param kind of what
 * @param word that has no translation
 * @param ours whether it is our word, of an order that goes out; otherwise the partner's
 */
public record MissingTranslation(PartnerId partner, Kind kind, String word, boolean ours) {

    public MissingTranslation {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(word, "word");
    }

    /**
     * What a cause lacks; empty if a translation would not help.
     *
     * @param causeKey a code, a partner and a word, with colons between them
     * @param outbound whether the documents go out: then the word is ours
     */
    public static Optional<MissingTranslation> of(String causeKey, boolean outbound) {
        String[] parts = causeKey.split(":", 3);
        if (parts.length < 3 || !parts[1].matches("[a-z0-9-]{1,40}") || parts[2].isBlank()) {
            return Optional.empty();
        }
        PartnerId partner = new PartnerId(parts[1]);
        if (parts[0].equals(ProblemCode.UNIT_UNKNOWN.text())) {
            return Optional.of(new MissingTranslation(partner, Kind.UNIT, parts[2], outbound));
        }
        return parts[0].equals(ProblemCode.ITEM_UNKNOWN.text()) && !outbound
                ? Optional.of(new MissingTranslation(partner, Kind.ITEM, parts[2], false))
                : Optional.empty();
    }

    /**
     * The translation that would free them.
     *
     * @param means the other word: ours for a partner's, the partner's for ours
     * @param legalEntity in whose documents it shall hold; empty: in those of all
     * @param from the first day of documents for which it shall hold; empty: all
     * @throws IllegalArgumentException if the word cannot be one of its kind
     */
    public CrossReference by(String means, Optional<LegalEntity> legalEntity, Optional<LocalDate> from) {
        return new CrossReference(
                new CrossReferenceScope(Optional.of(partner), legalEntity),
                kind,
                ours ? means : word,
                ours ? word : means,
                new EffectiveDates(from, Optional.empty()));
    }
}
