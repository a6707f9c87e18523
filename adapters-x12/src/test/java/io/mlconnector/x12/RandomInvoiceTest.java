package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.DecodedDocument;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Any invoice")
class RandomInvoiceTest {
    private static final int INVOICES = 2000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20260322, 810})
    @DisplayName("that is written as an 810 is read back unchanged")
    void roundTrip(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var invoices = new RandomInvoices(random);
        List<String> delimiters = List.of("*>~", "|:\n", "^\u001f\u001c", "*~\r\n");
        for (int i = 0; i < INVOICES; i++) {
            VendorInvoice invoice = invoices.next();
            String signs = delimiters.get(i % delimiters.size());
            Interchange interchange = Interchange.of(InvoiceText.segments(invoice))
                    .version(i % 2 == 0 ? "004010" : "005010VICS")
                    .delimiters(signs.charAt(0), signs.charAt(1), signs.substring(2));
            DecodedDocument document = DecodedInvoices.document(interchange);
            assertThat(document.usable())
                    .as("seed %s, invoice %s: %s", seed, i, document.problems())
                    .isTrue();
            assertThat(DecodedInvoices.invoice(document))
                    .as("seed %s, invoice %s: %s", seed, i, interchange.text())
                    .isEqualTo(invoice);
        }
    }
}
