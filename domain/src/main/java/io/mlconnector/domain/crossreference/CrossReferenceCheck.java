package io.mlconnector.domain.crossreference;

import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether translations name what F&O has: an item that is released where the translation holds, a unit of measure, and a vendor whose
 * documents they are. What F&O is asked for is gathered first, so that many translations need few questions.
 */
public final class CrossReferenceCheck {

    private final List<CrossReference> references;
    private final Map<PartnerId, Map<LegalEntity, VendorAccount>> vendors;

    /**
     * Of these translations.
     *
     * @param vendors of each configured partner, by company
     */
    public CrossReferenceCheck(
            List<CrossReference> references, Map<PartnerId, Map<LegalEntity, VendorAccount>> vendors) {
        this.references = List.copyOf(references);
        this.vendors = Map.copyOf(vendors);
    }

    /**
     * What F&O says.
     *
     * @param vendors that exist, by company
     * @param items of those that were asked for, the ones that are released, by company
     * @param units every unit of measure; not looked at if no translation names one
     */
    public record Known(
            Map<LegalEntity, Set<VendorAccount>> vendors,
            Map<LegalEntity, Set<ItemNumber>> items,
            Set<UnitSymbol> units) {
        public Known {
            vendors = Map.copyOf(vendors);
            items = Map.copyOf(items);
            units = Set.copyOf(units);
        }
    }

    /**
     * A translation that names what F&O does not have.
     *
     * @param position in the list, from 0
     * @param why what is missing and what to do, a sentence without a full stop
     */
    public record Unfounded(int position, String why) {}

    /** Whether any of them names a unit. */
    public boolean namesUnits() {
        return references.stream().anyMatch(one -> one.kind() == Kind.UNIT);
    }

    /** The vendors that have to exist, by company, each once. */
    public Map<LegalEntity, Set<VendorAccount>> vendorsToAsk() {
        Map<LegalEntity, Set<VendorAccount>> asked = new HashMap<>();
        references.stream()
                .map(CrossReference::scope)
                .distinct()
                .forEach(scope -> scope.partner()
                        .ifPresent(partner -> ofPartner(partner).forEach((company, vendor) -> {
                            if (scope.legalEntity().map(company::equals).orElse(true)) {
                                asked.computeIfAbsent(company, ignored -> new HashSet<>())
                                        .add(vendor);
                            }
                        })));
        return asked;
    }

    /** The items that have to be released, by company, each once. */
    public Map<LegalEntity, Set<ItemNumber>> itemsToAsk() {
        Map<LegalEntity, Set<ItemNumber>> asked = new HashMap<>();
        references.stream()
                .filter(one -> one.kind() == Kind.ITEM)
                .forEach(one -> companies(one.scope())
                        .forEach(company -> asked.computeIfAbsent(company, ignored -> new HashSet<>())
                                .add(new ItemNumber(one.ours()))));
        return asked;
    }

    private Map<LegalEntity, VendorAccount> ofPartner(PartnerId partner) {
        return vendors.getOrDefault(partner, Map.of());
    }

    /** Where a translation may come to be used. */
    private Set<LegalEntity> companies(CrossReferenceScope scope) {
        Set<LegalEntity> all = scope.partner()
                .map(partner -> ofPartner(partner).keySet())
                .orElseGet(() -> vendors.values().stream()
                        .map(Map::keySet)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet()));
        return scope.legalEntity()
                .map(only -> all.contains(only) ? Set.of(only) : Set.<LegalEntity>of())
                .orElse(all);
    }

    /** Those that name what F&O does not have, in the order of the list. */
    public List<Unfounded> judge(Known known) {
        Set<String> units =
                known.units().stream().map(unit -> lower(unit.symbol())).collect(Collectors.toSet());
        Map<LegalEntity, Set<String>> items = lower(known.items());
        List<Unfounded> unfounded = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            CrossReference one = references.get(i);
            int position = i;
            vendorMissing(one.scope(), known)
                    .or(() -> switch (one.kind()) {
                        case UNIT -> unitMissing(one, units);
                        case ITEM -> itemMissing(one, items);
                    })
                    .ifPresent(why -> unfounded.add(new Unfounded(position, why)));
        }
        return unfounded;
    }

    private static Optional<String> unitMissing(CrossReference one, Set<String> units) {
        return units.contains(lower(one.ours()))
                ? Optional.empty()
                : Optional.of(
                        "F&O has no unit of measure " + one.ours() + ". Correct it, or enter it in F&O (Units) first");
    }

    private Optional<String> itemMissing(CrossReference one, Map<LegalEntity, Set<String>> items) {
        Set<LegalEntity> companies = companies(one.scope());
        boolean there = companies.stream()
                .anyMatch(company -> items.getOrDefault(company, Set.of()).contains(lower(one.ours())));
        return there
                ? Optional.empty()
                : Optional.of("item " + one.ours() + " is not released in " + names(companies)
                        + ". Correct it, or release the product there first");
    }

    /** A translation for one partner needs a vendor whose documents it is for; one for all partners does not. */
    private Optional<String> vendorMissing(CrossReferenceScope scope, Known known) {
        if (scope.partner().isEmpty()) {
            return Optional.empty();
        }
        PartnerId partner = scope.partner().get();
        Set<LegalEntity> companies = companies(scope);
        if (companies.isEmpty()) {
            return Optional.of(partner + " has no vendor account in "
                    + scope.legalEntity().map(LegalEntity::id).orElse("any legal entity")
                    + " by the configuration. Name another legal entity, or enter the account under vendors");
        }
        boolean there = companies.stream().anyMatch(company -> {
            VendorAccount wanted = ofPartner(partner).get(company);
            return wanted != null
                    && known.vendors().getOrDefault(company, Set.of()).stream()
                            .anyMatch(found -> lower(found.number()).equals(lower(wanted.number())));
        });
        return there
                ? Optional.empty()
                : Optional.of("F&O has no vendor account of " + partner + " in " + names(companies)
                        + ". Correct vendors in the configuration, or enter the vendor in F&O first");
    }

    private static Map<LegalEntity, Set<String>> lower(Map<LegalEntity, Set<ItemNumber>> items) {
        Map<LegalEntity, Set<String>> all = new HashMap<>();
        items.forEach((company, some) ->
                all.put(company, some.stream().map(item -> lower(item.number())).collect(Collectors.toSet())));
        return all;
    }

    private static String names(Set<LegalEntity> companies) {
        return String.join(
                ", ", companies.stream().map(LegalEntity::id).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
