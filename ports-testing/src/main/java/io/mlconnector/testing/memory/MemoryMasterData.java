package io.mlconnector.testing.memory;

import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.MasterData;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Master data in memory. Every method is done when it returns. Safe for use by several threads. */
public final class MemoryMasterData implements MasterData {

    private final Object lock = new Object();

    // All guarded by lock.
    private final Set<String> released = new HashSet<>();
    private final Set<UnitSymbol> units = new HashSet<>();
    private final Endings endings = Endings.ofDynamics();

    /** Releases an item in a company. */
    public void release(LegalEntity legalEntity, ItemNumber item) {
        synchronized (lock) {
            released.add(name(legalEntity, item));
        }
    }

    /** Enters a unit of measure. */
    public void enter(UnitSymbol unit) {
        synchronized (lock) {
            units.add(unit);
        }
    }

    /** Plans how the next call ends that has no planned ending yet; {@code UNKNOWN_} is for writes only. */
    public void nextEnding(Ending ending) {
        synchronized (lock) {
            endings.planRead(ending);
        }
    }

    @Override
    public CompletionStage<Outcome<Set<ItemNumber>>> released(LegalEntity legalEntity, Set<ItemNumber> items) {
        synchronized (lock) {
            return CompletableFuture.completedFuture(endings.end(() -> Outcome.done(items.stream()
                    .filter(item -> released.contains(name(legalEntity, item)))
                    .collect(Collectors.toUnmodifiableSet()))));
        }
    }

    @Override
    public CompletionStage<Outcome<Set<UnitSymbol>>> units() {
        synchronized (lock) {
            return CompletableFuture.completedFuture(endings.end(() -> Outcome.done(Set.copyOf(units))));
        }
    }

    /** F&O does not regard case. */
    private static String name(LegalEntity legalEntity, ItemNumber item) {
        return legalEntity.id() + "/" + item.number().toUpperCase(Locale.ROOT);
    }
}
