package io.mlconnector.benchmarks.data;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.alignment.OrderAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.invoicing.InvoiceExamination;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.OrderStanding;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.ProductVariant;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A partner, an order of twenty lines, and what F&O knows of them; it agrees with {@link InvoiceFiles}. */
public final class Trade {

    public static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final LegalEntity USMF = new LegalEntity("usmf");
    private static final VendorAccount VENDOR = new VendorAccount("1001");
    private static final CurrencyCode DOLLARS = new CurrencyCode("USD");

    private Trade() {}

    public static TradingPartner partner() {
        return new TradingPartner(
                new PartnerId("acme"),
                "Acme Foods",
                Map.of(USMF, VENDOR),
                new InterchangeAgreement(
                        new InterchangeAddress("ZZ", "CONTOSO", "CONTOSO"),
                        new InterchangeAddress("01", "123456789", "ACME"),
                        Release.R005010,
                        Usage.PRODUCTION,
                        Delimiters.USUAL),
                Optional.empty(),
                Optional.empty());
    }

    public static PurchaseOrder order() {
        return new PurchaseOrder(
                new OrderKey(USMF, "PO-000471", "PO-000471-1"),
                LocalDate.of(2026, 3, 12),
                LocalDate.of(2026, 3, 10),
                VENDOR,
                VENDOR,
                DOLLARS,
                "",
                Optional.of(LocalDate.of(2026, 3, 20)),
                "Net30",
                "",
                "Jane Doe",
                Optional.empty(),
                lines(InvoiceFiles.LINES),
                OrderDetails.NONE);
    }

    private static List<OrderLine> lines(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(Trade::line).toList();
    }

    private static OrderLine line(long number) {
        var price = Price.each(new BigDecimal("9.95"));
        return new OrderLine(
                number,
                Optional.of(new ItemNumber("ITEM-" + (1_000 + number))),
                "",
                "CORN CHIPS NO " + number,
                new Quantity(BigDecimal.TEN, new UnitSymbol("ea")),
                price,
                price.times(BigDecimal.TEN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                OrderLineDetails.NONE);
    }

    public static ProductFacts products() {
        return products(InvoiceFiles.LINES);
    }

    private static ProductFacts products(int count) {
        return new ProductFacts(
                IntStream.rangeClosed(1, count)
                        .mapToObj(line -> new ProductFacts.VendorItem(
                                new ItemNumber("ITEM-" + (1_000 + line)), ProductVariant.NONE, false, "ABC-" + line))
                        .toList(),
                List.of());
    }

    public static AlignedOrder aligned() {
        return OrderAlignment.align(order(), partner(), products(), CrossReferences.NONE)
                .order()
                .orElseThrow();
    }

    public static InvoiceExamination.Facts facts() {
        return facts(InvoiceFiles.LINES);
    }

    /** The same for an order of any number of lines. */
    public static InvoiceExamination.Facts facts(int count) {
        OpenOrder open = new OpenOrder(USMF, "PO-000471", VENDOR, VENDOR, DOLLARS, OrderStanding.OPEN, lines(count));
        return new InvoiceExamination.Facts(
                partner(),
                Checks.USUAL,
                List.of(open),
                products(count),
                CrossReferences.NONE,
                Set.of(),
                "MLC-7F3A",
                NOON);
    }

    public static Envelope envelope() {
        InterchangeAgreement agreed = partner().interchange();
        return new Envelope(
                agreed.us(),
                agreed.them(),
                agreed.release(),
                agreed.usage(),
                false,
                new ControlNumbers(123, 45, 7),
                agreed.delimiters(),
                LocalDateTime.of(2026, 3, 10, 9, 15));
    }

    public static OutboundFile file() {
        return new OutboundFile(
                new FolderReference.ByPath("/upload/acme"),
                "850_acme_20260310T091500123Z_usmf-PO-000471-1_000000123.edi",
                new ContentHash("0123456789abcdef".repeat(4)),
                1_000,
                "850",
                Optional.of(new ControlNumbers(123, 45, 7)));
    }
}
