package io.mlconnector.x12;

import io.mlconnector.domain.invoicing.detail.Carriage;
import io.mlconnector.domain.invoicing.detail.FreightTerms;
import io.mlconnector.domain.invoicing.detail.InformativeCharge;
import io.mlconnector.domain.invoicing.detail.InvoiceContact;
import io.mlconnector.domain.invoicing.detail.InvoiceDetails;
import io.mlconnector.domain.invoicing.detail.InvoiceNote;
import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import io.mlconnector.domain.invoicing.detail.PartyDetails;
import io.mlconnector.domain.invoicing.detail.PaymentTerms;
import io.mlconnector.domain.invoicing.detail.ShipmentTotal;
import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.invoicing.detail.line.LineDescription;
import io.mlconnector.domain.invoicing.detail.line.LinePrice;
import io.mlconnector.domain.invoicing.detail.line.LineQuantity;
import io.mlconnector.domain.invoicing.detail.line.Packing;
import io.mlconnector.domain.invoicing.detail.line.SubLine;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Generates the invoice details that are not posted, deterministically for a generator. */
final class RandomDetails {
    private final RandomGenerator random;

    RandomDetails(RandomGenerator random) {
        this.random = random;
    }

    InvoiceDetails ofInvoice(boolean credit) {
        return new InvoiceDetails(
                credit ? "CR" : "DI",
                text(""),
                text(""),
                some(() -> new InvoiceNote("GEN", word())),
                some(this::contact),
                some(this::terms),
                random.nextBoolean() ? Map.of("011", date(), "035", date()) : Map.of(),
                maybe(new FreightTerms("PP", "DE", word(), "EXW")),
                maybe(new Carriage("M", "", "ABCD", word(), "BM", word())),
                random.nextBoolean() ? Map.of("5", number(2), "D8", number(2)) : Map.of(),
                some(() -> new ShipmentTotal(
                        Optional.of(number(0)), "CA", Optional.of(number(1)), "LB", Optional.empty(), "")),
                maybe(number(2)),
                maybe(number(2)),
                maybe(number(2)),
                some(this::informative),
                List.of());
    }

    InvoiceLineDetails ofLine(int position, BigDecimal per) {
        String basis = Map.of(100, "HP", 1000, "TP", 12, "PD", 10, "PN").getOrDefault(per.intValue(), "");
        return new InvoiceLineDetails(
                basis,
                some(() -> new LineDescription("S", random.nextBoolean() ? "" : "74", "RED", "")),
                random.nextBoolean() ? Map.of("BM", word(), "LT", word()) : Map.of(),
                random.nextBoolean() ? Map.of("011", date()) : Map.of(),
                some(() -> new LinePrice("RS", "RTL", Optional.of(number(3)), maybe(number(0)), "")),
                some(() -> new LineQuantity("39", number(1), "CA")),
                some(() -> new SubLine(
                        position + "A",
                        "I",
                        Optional.of(number(0)),
                        "EA",
                        maybe(number(2)),
                        List.of(new ProductId("VN", word())))),
                some(() -> new InvoiceParty(
                        "ST", "92", new Address(word(), word(), "", "", "", "", ""), PartyDetails.NONE)),
                maybe(new Packing(Optional.of(new BigDecimal("12")), maybe(number(1)), "EA", "", Optional.empty())),
                some(this::contact),
                some(this::informative),
                some(() -> "MEA*PD*WT*" + number(1).toPlainString() + "*LB"));
    }

    PartyDetails ofParty() {
        return new PartyDetails(
                some(this::word), random.nextBoolean() ? Map.of("GT", word()) : Map.of(), some(this::contact));
    }

    private PaymentTerms terms() {
        return new PaymentTerms(
                "01",
                "3",
                maybe(new BigDecimal("2.5")),
                maybe(date()),
                maybe(new BigDecimal("10")),
                maybe(date()),
                maybe(new BigDecimal("30")),
                maybe(number(2)),
                maybe(new BigDecimal("15")),
                text(""));
    }

    private InvoiceContact contact() {
        return new InvoiceContact(
                "AR",
                word(),
                some(() -> new InvoiceContact.Line("TE", word())).stream()
                        .limit(3)
                        .toList());
    }

    private InformativeCharge informative() {
        return new InformativeCharge("N", "C310", maybe(number(2)), Optional.empty(), "15", word());
    }

    private <T> List<T> some(Supplier<T> made) {
        return random.nextInt(3) == 0
                ? Stream.generate(made).limit(1 + random.nextInt(2)).toList()
                : List.of();
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private String text(String otherwise) {
        return random.nextBoolean() ? word() : otherwise;
    }

    private String word() {
        var text = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(18); i++) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".charAt(random.nextInt(62)));
        }
        return text.append('x').toString();
    }

    private BigDecimal number(int scale) {
        return BigDecimal.valueOf(1 + random.nextInt(90_000), scale);
    }

    private LocalDate date() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
    }
}
