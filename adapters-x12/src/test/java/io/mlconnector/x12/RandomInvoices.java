package io.mlconnector.x12;

import io.mlconnector.domain.invoicing.detail.InvoiceParty;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.Tax;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.UnitCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes up invoices and credit notes, the same ones for the same generator. */
final class RandomInvoices {
    private final RandomGenerator random;
    private final RandomDetails details;

    RandomInvoices(RandomGenerator random) {
        this.random = random;
        this.details = new RandomDetails(random);
    }

    VendorInvoice next() {
        boolean credit = random.nextInt(4) == 0;
        var lines = new ArrayList<InvoiceLine>();
        for (int i = 1; i <= random.nextInt(6); i++) {
            lines.add(line(i, credit));
        }
        List<Charge> charges = charges(credit);
        List<Tax> taxes = taxes(credit);
        BigDecimal total = decimal(0, 1_000_000, 2);
        return new VendorInvoice(
                text(22),
                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700)),
                credit ? VendorInvoice.Kind.CREDIT_NOTE : VendorInvoice.Kind.INVOICE,
                random.nextBoolean() ? "00" : "",
                maybe(text(22)),
                maybe(LocalDate.of(2025, 12, 1).plusDays(random.nextInt(60))),
                maybe(new CurrencyCode("EUR")),
                random.nextBoolean() ? Map.of("IA", text(30), "OI", text(30)) : Map.of(),
                random.nextBoolean() ? List.of(party()) : List.of(),
                lines,
                charges,
                taxes,
                credit ? total.negate() : total,
                details.ofInvoice(credit));
    }

    private InvoiceLine line(int position, boolean credit) {
        BigDecimal quantity = decimal(1, 5000, random.nextInt(4));
        BigDecimal per = new BigDecimal(List.of("1", "100", "1000", "12", "10").get(random.nextInt(5)));
        var ids = new ArrayList<ProductId>();
        List<String> qualifiers = List.of("UP", "VN", "BP", "IN", "SK");
        for (int i = 0; i < random.nextInt(5); i++) {
            ids.add(new ProductId(qualifiers.get(i), text(40)));
        }
        return new InvoiceLine(
                position,
                maybe(Integer.toString(position * 10)),
                maybe(text(20)),
                credit ? quantity.negate() : quantity,
                new UnitCode(List.of("EA", "CA", "LB").get(random.nextInt(3))),
                new Price(decimal(1, 900, random.nextInt(5)), per),
                ids,
                random.nextBoolean() ? text(80) : "",
                charges(credit),
                taxes(credit),
                details.ofLine(position, per));
    }

    private List<Charge> charges(boolean credit) {
        var charges = new ArrayList<Charge>();
        for (int i = 0; i < random.nextInt(3); i++) {
            BigDecimal amount = decimal(1, 300, 2);
            boolean negative = random.nextBoolean() != credit;
            charges.add(new Charge(
                    "D240",
                    negative ? amount.negate() : amount,
                    text(20),
                    negative != credit ? "A" : "C",
                    random.nextBoolean() ? "02" : ""));
        }
        return charges;
    }

    private List<Tax> taxes(boolean credit) {
        BigDecimal amount = decimal(1, 300, 2);
        return random.nextInt(3) == 0
                ? List.of(new Tax(
                        "ST",
                        credit ? amount.negate() : amount,
                        maybe(new BigDecimal("0.0825")),
                        maybe(new BigDecimal("1200"))))
                : List.of();
    }

    private InvoiceParty party() {
        return new InvoiceParty(
                "RI",
                "92",
                new Address(text(10), text(30), text(30) + "\n" + text(30), "Springfield", "IL", "62701", "US"),
                details.ofParty());
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private BigDecimal decimal(int least, int below, int scale) {
        long factor = BigDecimal.TEN.pow(scale).longValueExact();
        return BigDecimal.valueOf(least * factor + random.nextLong((below - least) * factor), scale);
    }

    private String text(int most) {
        var text = new StringBuilder();
        int length = 2 + random.nextInt(most - 1);
        for (int i = 0; i < length; i++) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./ "
                    .charAt(random.nextInt(i == 0 || i == length - 1 ? 62 : 66)));
        }
        return text.toString();
    }
}
