package io.mlconnector.benchmarks;

import io.mlconnector.benchmarks.data.InvoiceFiles;
import io.mlconnector.benchmarks.data.Trade;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.OrderAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.InvoiceExamination;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.x12.X12Codec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Their words to ours and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AlignmentBenchmark {

    private final PurchaseOrder order = Trade.order();
    private final TradingPartner partner = Trade.partner();
    private final ProductFacts products = Trade.products();
    private final VendorInvoice invoice = invoice();
    private final InvoiceExamination.Facts facts = Trade.facts();

    /** Proves that the invoice passes. */
    public AlignmentBenchmark() {
        if (!(InvoiceExamination.examine(invoice, facts) instanceof Examination.Passed)) {
            throw new IllegalStateException("The invoice does not pass");
        }
    }

    private static VendorInvoice invoice() {
        Content content = new X12Codec()
                .decode(InvoiceFiles.oneInvoice())
                .documents()
                .getFirst()
                .content();
        if (content instanceof Content.Invoice(VendorInvoice decoded)) {
            return decoded;
        }
        throw new IllegalStateException("The generated file holds no invoice");
    }

    /** An order of twenty lines. */
    @Benchmark
    public OrderAlignment.Result orderOfTwentyLines() {
        return OrderAlignment.align(order, partner, products, CrossReferences.NONE);
    }

    /** Alignment and checks of an invoice of twenty lines. */
    @Benchmark
    public Examination invoiceOfTwentyLines() {
        return InvoiceExamination.examine(invoice, facts);
    }
}
