package io.mlconnector.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.agreement.OrderAgreement.Format;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Neutral JSON beside X12: an agreement of its own, made of the one about X12. */
class BesideTest {

    private static final OrderAgreement X12 = new OrderAgreement(
            Format.X12,
            new FolderReference.ByPath("/upload/acme"),
            Changes.REPLACE,
            OnUnknownOutcome.RESEND,
            Optional.of(Duration.ofHours(4)),
            Optional.of(new FolderReference.ByPath("/archive/acme")));
    private static final FolderReference JSON = new FolderReference.ByPath("/upload/acme-json");

    @Test
    void nothing_is_put_beside_unless_it_is_agreed() {
        assertThat(X12.ofType("850")).contains(X12);
        assertThat(X12.ofType("850-json")).isEmpty();
    }

    @Test
    void what_is_put_beside_goes_into_its_own_folder_and_is_not_answered() {
        OrderAgreement both = X12.with(Optional.of(JSON));
        assertThat(both.ofType("860")).contains(both);
        assertThat(both.ofType(OrderAgreement.typeBeside("860")))
                .contains(new OrderAgreement(
                        Format.JSON,
                        JSON,
                        Changes.REPLACE,
                        OnUnknownOutcome.RESEND,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void its_type_tells_it_apart() {
        assertThat(OrderAgreement.isBeside(OrderAgreement.typeBeside("850"))).isTrue();
        assertThat(OrderAgreement.isBeside("850")).isFalse();
    }
}
