package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.erp.Vendors;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every source of vendors must do. */
public abstract class VendorsContract {

    /** The port under test; the same one during a test. */
    protected abstract Vendors vendors();

    /** Enters a vendor; on hold for this reason, or not if it is empty. */
    protected abstract void vendor(LegalEntity legalEntity, VendorAccount account, String name, Optional<String> hold);

    @Test
    void a_vendor_is_found_with_its_name() {
        vendor(Trade.USMF, Trade.VENDOR, "Acme Foods", Optional.empty());
        assertThat(done(vendors().find(Trade.USMF, Trade.VENDOR)))
                .contains(new Vendors.Vendor(Trade.VENDOR, "Acme Foods", Optional.empty()));
    }

    @Test
    void a_vendor_on_hold_says_why() {
        vendor(Trade.USMF, Trade.VENDOR, "Acme Foods", Optional.of("Invoice"));
        assertThat(done(vendors().find(Trade.USMF, Trade.VENDOR)))
                .contains(new Vendors.Vendor(Trade.VENDOR, "Acme Foods", Optional.of("Invoice")));
    }

    @Test
    void a_vendor_is_found_in_its_legal_entity_only() {
        vendor(Trade.DAT, Trade.VENDOR, "Acme Foods", Optional.empty());
        assertThat(done(vendors().find(Trade.USMF, Trade.VENDOR))).isEmpty();
        assertThat(done(vendors().find(Trade.DAT, Trade.VENDOR))).isPresent();
    }

    @Test
    void an_unknown_vendor_is_not_found() {
        vendor(Trade.USMF, Trade.VENDOR, "Acme Foods", Optional.empty());
        assertThat(done(vendors().find(Trade.USMF, new VendorAccount("V-11")))).isEmpty();
        assertThat(done(vendors().find(Trade.USMF, new VendorAccount("O'Neil & Co"))))
                .isEmpty();
    }
}
