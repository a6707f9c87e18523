package io.mlconnector.runtime.crossreference;

import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConnectionSettings;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The partners and legal entities of a configuration: a translation for others would never be used.
 *
 * @param partners of any connection
 * @param legalEntities of any connection
 */
public record ConfiguredPlaces(Set<PartnerId> partners, Set<LegalEntity> legalEntities) {

    public ConfiguredPlaces {
        partners = Set.copyOf(partners);
        legalEntities = Set.copyOf(legalEntities);
    }

    /** Those of a configuration. */
    public static ConfiguredPlaces of(Configuration configuration) {
        Set<PartnerId> partners = new HashSet<>();
        Set<LegalEntity> legalEntities = new HashSet<>();
        for (ConnectionSettings connection : configuration.connections()) {
            connection.partners().all().forEach(partner -> partners.add(partner.id()));
            legalEntities.addAll(connection.dynamics().legalEntities());
        }
        return new ConfiguredPlaces(partners, legalEntities);
    }

    /**
     * Refuses a scope that names what is not configured.
     *
     * @throws IllegalArgumentException with the names that are
     */
    public void refuseUnknown(CrossReferenceScope scope) {
        scope.partner()
                .map(PartnerId::id)
                .ifPresent(id -> known(
                        "partner",
                        id,
                        partners.stream().map(PartnerId::id).collect(Collectors.toCollection(TreeSet::new))));
        scope.legalEntity()
                .map(LegalEntity::id)
                .ifPresent(id -> known(
                        "legal entity",
                        id,
                        legalEntities.stream().map(LegalEntity::id).collect(Collectors.toCollection(TreeSet::new))));
    }

    private static void known(String what, String id, Set<String> configured) {
        if (!configured.contains(id)) {
            throw new IllegalArgumentException(
                    "No " + what + " " + id + " is configured" + NearestWord.orAll(id, configured));
        }
    }
}
