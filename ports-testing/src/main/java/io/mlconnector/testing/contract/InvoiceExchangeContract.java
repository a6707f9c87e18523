package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.erp.InvoiceWrite;
import io.mlconnector.ports.erp.WireExchange;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What is told of a write: that nothing was sent, or what was said. */
interface InvoiceExchangeContract extends VendorInvoicesBench {

    @Test
    default void nothing_is_created_without_an_intent_that_stands() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2);
        Intent<Boolean> withdrawn = () -> CompletableFuture.completedFuture(Optional.empty());
        Intent<Boolean> broken = () -> CompletableFuture.failedFuture(new IllegalStateException("journal gone"));
        assertThat(notNow(vendorInvoices().createWhole(invoice, withdrawn)).code())
                .isEqualTo(ProblemCode.INTENT_WITHDRAWN.text());
        assertThat(notNow(vendorInvoices().createHeader(invoice, broken)).code())
                .isEqualTo(ProblemCode.INTENT_NOT_STORED.text());
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(notNow(vendorInvoices().createLines(invoice, reference, Set.of(1), withdrawn))
                        .code())
                .isEqualTo(ProblemCode.INTENT_WITHDRAWN.text());
        assertThat(done(vendorInvoices().parts(invoice, reference))).isEmpty();
        assertThat(invoices()).isEqualTo(1);
    }

    private static Problem notNow(CompletionStage<InvoiceWrite> stage) {
        InvoiceWrite write = await(stage);
        assertThat(write.exchange()).as("nothing was sent, so nothing was said").isEmpty();
        return write.outcome() instanceof Outcome.NotNow<String> later
                ? later.why()
                : Problem.named("not-so", "", "It was expected not to happen now.");
    }

    @Test
    default void what_was_said_in_a_write_is_told_with_the_answer() {
        InvoiceToPost whole = VendorInvoicesBench.invoice("INV-1", 1, 2);
        assertThat(said(vendorInvoices().createWhole(whole, Intent.stored(true))))
                .satisfies(exchange -> {
                    assertThat(exchange.method()).isEqualTo("POST");
                    assertThat(exchange.target()).contains("VendorInvoiceHeaders", "VendorInvoiceLines");
                    assertThat(exchange.status().orElse(0)).isBetween(200, 299);
                    assertThat(text(exchange.request())).contains(whole.number(), whole.mark());
                    assertThat(text(exchange.answer())).isNotEmpty();
                });
        InvoiceToPost headed = VendorInvoicesBench.invoice("INV-2", 1, 2);
        InvoiceWrite header = await(vendorInvoices().createHeader(headed, Intent.stored(true)));
        String reference = done(CompletableFuture.completedFuture(header.outcome()));
        assertThat(header.exchange()).hasValueSatisfying(exchange -> {
            assertThat(exchange.target()).isEqualTo("VendorInvoiceHeaders");
            assertThat(exchange.status().orElse(0)).isBetween(200, 299);
            assertThat(text(exchange.request())).contains(headed.number());
            assertThat(text(exchange.answer())).contains(reference);
        });
        assertThat(said(vendorInvoices().createLines(headed, reference, Set.of(1, 2), Intent.stored(true)))
                        .target())
                .contains("VendorInvoiceLines")
                .doesNotContain("Headers");
    }

    @Test
    default void what_was_said_in_a_write_that_is_refused_is_told_with_the_answer() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 99);
        InvoiceWrite write = await(vendorInvoices().createWhole(invoice, Intent.stored(true)));
        assertThat(write.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(write.exchange()).hasValueSatisfying(exchange -> {
            assertThat(text(exchange.request())).contains(invoice.number());
            assertThat(exchange.status()).isPresent();
            assertThat(text(exchange.answer())).isNotEmpty();
        });
    }

    private static WireExchange said(CompletionStage<InvoiceWrite> stage) {
        InvoiceWrite write = await(stage);
        assertThat(write.outcome()).isInstanceOf(Outcome.Done.class);
        return write.exchange().orElseThrow();
    }

    private static String text(WireExchange.Body body) {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }
}
