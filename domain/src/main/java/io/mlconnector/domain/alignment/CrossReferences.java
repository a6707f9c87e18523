package io.mlconnector.domain.alignment;

import io.mlconnector.domain.alignment.CrossReference.Kind;
import io.mlconnector.domain.trade.PartnerId;
import java.util.List;
import java.util.Optional;

/**
 * The translations that apply.
 *
 * @param all of any partner and kind
 */
public record CrossReferences(List<CrossReference> all) {

    /** No translation at all. */
    public static final CrossReferences NONE = new CrossReferences(List.of());

    public CrossReferences {
        all = List.copyOf(all);
    }

    /** Our word for a partner's word. */
    public Optional<String> ours(PartnerId partner, Kind kind, String theirs) {
        return all.stream()
                .filter(entry -> entry.partner().equals(partner) && entry.kind() == kind)
                .filter(entry -> entry.theirs().equalsIgnoreCase(theirs))
                .map(CrossReference::ours)
                .findFirst();
    }

    /** A partner's word for our word; the first one where there are several. */
    public Optional<String> theirs(PartnerId partner, Kind kind, String ours) {
        return allTheirs(partner, kind, ours).stream().findFirst();
    }

    /** All words of a partner for our word: one item may have a vendor's number and a GTIN. */
    public List<String> allTheirs(PartnerId partner, Kind kind, String ours) {
        return all.stream()
                .filter(entry -> entry.partner().equals(partner) && entry.kind() == kind)
                .filter(entry -> entry.ours().equalsIgnoreCase(ours))
                .map(CrossReference::theirs)
                .toList();
    }
}
