package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.Content;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invoices written by other software. */
@DisplayName("Every invoice of the samples")
class ForeignInvoiceTest {
    private static Stream<VendorInvoice> invoices() {
        return Samples.names().stream()
                .flatMap(name -> DecodedInvoices.file(Samples.file(name)).documents().stream())
                .map(document -> document.content() instanceof Content.Invoice read
                        ? List.of(read.invoice())
                        : List.<VendorInvoice>of())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"004010", "005010"})
    @DisplayName("that is read, written by other means and read again is the same")
    void roundTrip(String release) {
        invoices().forEach(invoice -> {
            Interchange written = Interchange.of(InvoiceText.segments(invoice)).version(release);
            assertThat(DecodedInvoices.invoice(DecodedInvoices.document(written)))
                    .as(written.text())
                    .isEqualTo(invoice);
        });
    }

    @Test
    @DisplayName("is tested: there are eleven")
    void all() {
        assertThat(invoices()).hasSize(11);
    }
}
