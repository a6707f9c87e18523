package io.mlconnector.domain.alignment;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Translates units of measure: a cross reference first, then a proposal. A unit that neither knows stops the line: it
 * never becomes "each".
 */
public final class UnitAlignment {

    private UnitAlignment() {}

    /**
     * The code that a partner understands for our symbol.
     *
     * @return {@code unit-unknown} if neither a cross reference nor a proposal knows the symbol
     */
    public static Alignment<UnitCode> toPartner(PartnerId partner, UnitSymbol symbol, CrossReferences references) {
        return toPartner(partner, symbol, references, Map.of());
    }

    /**
     * The same where the partner's profile names units of its own: a cross reference wins over them, and they win over
     * a proposal.
     *
     * @param agreed X12 unit code by symbol in lower case
     */
    static Alignment<UnitCode> toPartner(
            PartnerId partner, UnitSymbol symbol, CrossReferences references, Map<String, String> agreed) {
        Optional<String> byProfile =
                Optional.ofNullable(agreed.get(symbol.symbol().toLowerCase(Locale.ROOT)));
        if (byProfile.isPresent()
                && references.theirs(partner, Kind.UNIT, symbol.symbol()).isEmpty()) {
            return new Alignment.Found<>(
                    new UnitCode(byProfile.get()),
                    "profile-unit",
                    "unit " + symbol + " is " + byProfile.get() + " by the profile of " + partner);
        }
        return known(partner, symbol, references);
    }

    /** Whether a word can be a unit in X12 (element 355, two characters): invoices are read that have other words, and none is written. */
    private static boolean isCode(String word) {
        return word.matches("[A-Za-z0-9]{2}");
    }

    /**
     * What else a translation of a unit changes than what is read: what orders say from then on.
     *
     * @param added the translation
     * @param before without it
     * @param after with it
     * @return a sentence; empty if orders stay as they are
     */
    public static Optional<String> ordersToo(CrossReference added, CrossReferences before, CrossReferences after) {
        if (added.kind() != Kind.UNIT) {
            return Optional.empty();
        }
        UnitSymbol symbol = new UnitSymbol(added.ours());
        return added.scope().partner().flatMap(partner -> {
            Optional<String> now = code(known(partner, symbol, before));
            Optional<String> then = code(known(partner, symbol, after));
            return then.filter(code -> !now.equals(then))
                    .map(code -> "Orders to " + partner + " will say " + code + " for " + symbol
                            + now.map(was -> " instead of " + was + ". To keep " + was + " in orders, enter it for "
                                            + partner + " as well: crossref set " + partner + " unit " + was + " "
                                            + symbol + ".")
                                    .orElse(" from then on."));
        });
    }

    private static Optional<String> code(Alignment<UnitCode> unit) {
        return unit instanceof Alignment.Found<UnitCode> found
                ? Optional.of(found.value().code())
                : Optional.empty();
    }

    private static Alignment<UnitCode> known(PartnerId partner, UnitSymbol symbol, CrossReferences references) {
        Optional<String> proposed = ProposedUnits.code(symbol.symbol());
        List<String> all = references.allTheirs(partner, Kind.UNIT, symbol.symbol()).stream()
                .filter(UnitAlignment::isCode)
                .toList();
        // Of several words of the partner the usual one is the one that all others know.
        Optional<String> agreed =
                proposed.filter(all::contains).or(() -> all.stream().findFirst());
        if (agreed.isPresent()) {
            return new Alignment.Found<>(
                    new UnitCode(agreed.get()),
                    "cross-reference",
                    "unit " + symbol + " is " + agreed.get() + " for " + partner);
        }
        if (proposed.isPresent()) {
            return new Alignment.Found<>(
                    new UnitCode(proposed.get()),
                    "proposed-unit",
                    "unit " + symbol + " is usually " + proposed.get() + " in X12");
        }
        return new Alignment.Missing<>(Problem.of(
                ProblemCode.UNIT_UNKNOWN,
                partner + ":" + symbol,
                "No X12 unit is known for the unit " + symbol + ". Agree on one with partner " + partner
                        + " and enter it: ml-connector crossref set " + partner + " unit CODE " + symbol
                        + "; then replay the document."));
    }

    /**
     * Our symbol for a partner's code.
     *
     * @param expected the unit of the order line: a proposal counts only if it leads there, because the line can be
     *     posted in no other unit
     * @return {@code unit-unknown} if nothing fits
     */
    public static Alignment<UnitSymbol> fromPartner(
            PartnerId partner, UnitCode code, UnitSymbol expected, CrossReferences references) {
        Optional<String> agreed = references.ours(partner, Kind.UNIT, code.code());
        if (agreed.isPresent()) {
            return new Alignment.Found<>(
                    new UnitSymbol(agreed.get()),
                    "cross-reference",
                    "unit " + code + " of " + partner + " is " + agreed.get());
        }
        boolean proposed =
                ProposedUnits.code(expected.symbol()).map(code.code()::equals).orElse(false);
        if (proposed || code.code().equalsIgnoreCase(expected.symbol())) {
            return new Alignment.Found<>(
                    expected, "order-line-unit", "unit " + code + " is the order line's unit " + expected);
        }
        return new Alignment.Missing<>(Problem.of(
                ProblemCode.UNIT_UNKNOWN,
                partner + ":" + code,
                "The invoice is in unit " + code + ", the order line in " + expected
                        + ", and nothing says that both are"
                        + " the same, nor does F&O know a conversion from a unit that is usually written " + code
                        + ". If they are the same, enter it: ml-connector crossref set " + partner + " unit " + code
                        + " " + expected + "; then replay the document. If not, enter the conversion in F&O (Unit"
                        + " conversions of the product) and replay, or ask the partner for a corrected invoice."));
    }
}
