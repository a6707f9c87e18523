package io.mlconnector.dynamics.internal.units;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.Outcome;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remembers for some minutes which conversions of units F&O has. A product without any is asked again after seconds: somebody may be
 * entering one because a document waits for it.
 */
public final class RememberedConversions {

    /** How long what is known is not asked again. */
    private static final Duration KNOWN = Duration.ofMinutes(5);

    /** How long something that is missing is not asked again. */
    private static final Duration MISSING = Duration.ofSeconds(10);

    /** Products that are remembered; when there are more, the one that was asked first is forgotten. */
    private static final int MOST = 20_000;

    private final UnitConversionRows source;
    private final InstantSource clock;

    // Guarded by this.
    private final Map<String, Remembered> remembered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST;
        }
    };

    /** Nothing is remembered yet. */
    public RememberedConversions(UnitConversionRows source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    private record Remembered(UnitConversions conversions, Instant until) {}

    /**
     * The conversions of some products, and those of every product.
     *
     * @param products numbers of items and variants
     */
    public Future<Outcome<UnitConversions>> of(LegalEntity legalEntity, Set<String> products) {
        Future<Outcome<UnitConversions>> ofAll = general();
        Future<Outcome<UnitConversions>> ofProducts = ofProducts(legalEntity, products);
        return ofAll.compose(all -> ofProducts.map(found -> all.then(known -> found.map(known::and))));
    }

    private Future<Outcome<UnitConversions>> ofProducts(LegalEntity legalEntity, Set<String> products) {
        Set<String> missing = missing(legalEntity, products);
        return missing.isEmpty()
                ? Future.succeededFuture(Outcome.done(known(legalEntity, products)))
                : source.ofProducts(legalEntity, missing)
                        .map(outcome -> outcome.map(found -> {
                            remember(legalEntity, missing, found);
                            return found.and(known(legalEntity, products));
                        }));
    }

    private Future<Outcome<UnitConversions>> general() {
        synchronized (this) {
            Remembered known = remembered.get("");
            if (known != null && clock.instant().isBefore(known.until())) {
                return Future.succeededFuture(Outcome.done(known.conversions()));
            }
        }
        return source.general()
                .map(outcome -> outcome.map(found -> {
                    keep("", found);
                    return found;
                }));
    }

    private synchronized Set<String> missing(LegalEntity legalEntity, Set<String> products) {
        Instant now = clock.instant();
        Set<String> missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String product : products) {
            Remembered known = remembered.get(key(legalEntity, product));
            if (known == null || !now.isBefore(known.until())) {
                missing.add(product);
            }
        }
        return missing;
    }

    private void remember(LegalEntity legalEntity, Set<String> products, UnitConversions found) {
        for (String product : products) {
            keep(
                    key(legalEntity, product),
                    new UnitConversions(found.all().stream()
                            .filter(one -> one.product()
                                    .filter(product::equalsIgnoreCase)
                                    .isPresent())
                            .toList()));
        }
    }

    private synchronized void keep(String key, UnitConversions found) {
        remembered.remove(key);
        remembered.put(
                key, new Remembered(found, clock.instant().plus(found.all().isEmpty() ? MISSING : KNOWN)));
    }

    private synchronized UnitConversions known(LegalEntity legalEntity, Set<String> products) {
        UnitConversions all = UnitConversions.NONE;
        for (String product : products) {
            Remembered known = remembered.get(key(legalEntity, product));
            if (known != null) {
                all = all.and(known.conversions());
            }
        }
        return all;
    }

    private static String key(LegalEntity legalEntity, String product) {
        return legalEntity.id() + "/" + product.toLowerCase(Locale.ROOT);
    }
}
