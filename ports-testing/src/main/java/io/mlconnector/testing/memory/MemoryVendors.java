package io.mlconnector.testing.memory;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.Vendors;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Vendors in memory. Every method is done when it returns. Safe for use by several threads. */
public final class MemoryVendors implements Vendors {

    private final Object lock = new Object();

    // All guarded by lock.
    private final Map<String, Vendor> vendors = new HashMap<>();
    private final Endings endings = Endings.ofDynamics();
    private int reads;

    /** Enters a vendor, or changes it. */
    public void put(LegalEntity legalEntity, Vendor vendor) {
        synchronized (lock) {
            vendors.put(name(legalEntity, vendor.account()), vendor);
        }
    }

    /** Plans how the next call ends that has no planned ending yet; {@code UNKNOWN_} is for writes only. */
    public void nextEnding(Ending ending) {
        synchronized (lock) {
            endings.planRead(ending);
        }
    }

    /** How often it was asked. */
    public int reads() {
        synchronized (lock) {
            return reads;
        }
    }

    @Override
    public CompletionStage<Outcome<Optional<Vendor>>> find(LegalEntity legalEntity, VendorAccount account) {
        synchronized (lock) {
            reads++;
            return CompletableFuture.completedFuture(
                    endings.end(() -> Outcome.done(Optional.ofNullable(vendors.get(name(legalEntity, account))))));
        }
    }

    /** F&O does not regard case. */
    private static String name(LegalEntity legalEntity, VendorAccount account) {
        return legalEntity.id() + "/" + account.number().toUpperCase(Locale.ROOT);
    }
}
