package io.mlconnector.domain.invoicing.charging;

import io.mlconnector.domain.agreement.charging.ChargePlace;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.charging.TaxPlace;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.MatchedLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.conversion.ExactPrice;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives every allowance, charge and tax of an invoice its place in F&O, by the table that was agreed. What has no place is a problem,
 * never dropped: the sum of all places is what the vendor's amounts add up to, save what the table calls information only.
 */
public final class ChargePlacement {

    private final VendorInvoice invoice;
    private final PartnerId partner;
    private final ChargeTable table;
    private final List<MatchedLine> lines;
    private final List<BigDecimal> nets = new ArrayList<>();
    private final boolean[] repriced;
    private final List<ChargeToPost> charges = new ArrayList<>();
    private final List<PlacedCharges.CategoryLine> categories = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private BigDecimal unplaced = BigDecimal.ZERO;
    private BigDecimal tax = BigDecimal.ZERO;

    private ChargePlacement(VendorInvoice invoice, List<MatchedLine> lines, PartnerId partner, ChargeTable table) {
        this.invoice = invoice;
        this.partner = partner;
        this.table = table;
        this.lines = new ArrayList<>(lines);
        this.repriced = new boolean[lines.size()];
        lines.forEach(line -> nets.add(line.line().amount()));
    }

    /**
     * Places everything.
     *
     * @param lines all lines of the invoice, aligned
     * @param table what applies in the legal entity
     */
    public static PlacedCharges place(
            VendorInvoice invoice, List<MatchedLine> lines, PartnerId partner, ChargeTable table) {
        return new ChargePlacement(invoice, lines, partner, table).placed();
    }

    private PlacedCharges placed() {
        for (int at = 0; at < lines.size(); at++) {
            for (Charge charge : lines.get(at).line().charges()) {
                place(charge, Optional.of(at));
            }
        }
        invoice.charges().forEach(charge -> place(charge, Optional.empty()));
        reprice();
        taxes();
        return new PlacedCharges(lines, charges, categories, tax, unplaced, reasons, problems);
    }

    private void place(Charge charge, Optional<Integer> at) {
        if (charge.amount().signum() == 0) {
            return;
        }
        Optional<ChargePlace> place = table.place(charge.code(), charge.agency(), charge.agencyCode());
        if (place.isEmpty()) {
            unmapped(charge, at, "for which nothing says where it goes in F&O");
            return;
        }
        switch (place.get()) {
            case ChargePlace.Header(String code) -> {
                charged(Optional.empty(), code, charge.amount(), charge.description());
                reasons.add(told(charge, at) + " is charge " + code + " of the header");
            }
            case ChargePlace.Line(String code) -> line(charge, at, code);
            case ChargePlace.Price ignored -> price(charge, at);
            case ChargePlace.Category(String name) -> {
                categories.add(new PlacedCharges.CategoryLine(name, charge.amount(), charge.description()));
                reasons.add(told(charge, at) + " is a line of category " + name);
            }
            case ChargePlace.Nowhere ignored -> reasons.add(told(charge, at) + " is information only and not posted");
            case ChargePlace.Person ignored -> unmapped(charge, at, "about which a person decides, as agreed");
        }
    }

    private void charged(Optional<Integer> line, String code, BigDecimal amount, String description) {
        charges.add(new ChargeToPost(charges.size() + 1, line, code, amount, description));
    }

    private void line(Charge charge, Optional<Integer> at, String code) {
        shares(charge, at).ifPresent(shares -> {
            for (int one = 0; one < shares.size(); one++) {
                if (shares.get(one).signum() != 0) {
                    charged(Optional.of(one + 1), code, shares.get(one), charge.description());
                }
            }
            reasons.add(told(charge, at) + " is charge " + code
                    + (at.isPresent() ? " of the line" : " of the lines, spread by amount"));
        });
    }

    /** Either all lines take their shares, or none does: half a charge would be a wrong one. */
    private void price(Charge charge, Optional<Integer> at) {
        shares(charge, at).ifPresent(shares -> {
            for (int one = 0; one < shares.size(); one++) {
                if (shares.get(one).signum() != 0
                        && priceOf(one, nets.get(one).add(shares.get(one))).isEmpty()) {
                    notPlaceable(
                            charge,
                            at,
                            "the price of line " + lines.get(one).line().position() + " cannot take it");
                    return;
                }
            }
            for (int one = 0; one < shares.size(); one++) {
                nets.set(one, nets.get(one).add(shares.get(one)));
                repriced[one] |= shares.get(one).signum() != 0;
            }
            reasons.add(told(charge, at) + " is in the price of the "
                    + (at.isPresent() ? "line" : "lines, spread by amount"));
        });
    }

    /** For as many units as the order prices, where that is exact. */
    private Optional<Price> priceOf(int at, BigDecimal net) {
        MatchedLine line = lines.get(at);
        return ExactPrice.costing(
                net, line.line().quantity(), line.orderLine().price().per());
    }

    private void reprice() {
        for (int at = 0; at < repriced.length; at++) {
            if (repriced[at]) {
                MatchedLine line = lines.get(at);
                InvoiceLine before = line.line();
                Price price = priceOf(at, nets.get(at)).orElse(before.price());
                lines.set(at, new MatchedLine(before.at(before.quantity(), price), line.order(), line.orderLine()));
            }
        }
    }

    /** What each line takes of a charge: all of it the line that it stands at, else in proportion. */
    private Optional<List<BigDecimal>> shares(Charge charge, Optional<Integer> at) {
        if (at.isPresent() || lines.size() == 1) {
            List<BigDecimal> shares = new ArrayList<>();
            for (int one = 0; one < lines.size(); one++) {
                shares.add(one == at.orElse(0) ? charge.amount() : BigDecimal.ZERO);
            }
            return Optional.of(shares);
        }
        Optional<List<BigDecimal>> spread = Spread.over(
                charge.amount(),
                lines.stream().map(line -> line.line().amount()).toList());
        if (spread.isEmpty()) {
            notPlaceable(
                    charge, at, "it cannot be spread over lines of which some are credited and some are not, or free");
        }
        return spread;
    }

    private void taxes() {
        BigDecimal stated = invoice.statedTax();
        if (stated.signum() == 0) {
            return;
        }
        switch (table.taxPlace()) {
            case TaxPlace.Compared ignored -> tax = stated;
            case TaxPlace.Charged(ChargePlace.Header place) -> {
                charged(Optional.empty(), place.chargesCode(), stated, "TAX");
                reasons.add("Tax of " + plain(stated) + " is charge " + place.chargesCode() + " of the header");
            }
            case TaxPlace.Person ignored -> {
                unplaced = unplaced.add(stated);
                problems.add(Problem.of(
                        ProblemCode.TAX_TO_DECIDE,
                        partner.id(),
                        "Invoice " + invoice.number() + " states a tax of " + plain(stated)
                                + ", about which a person decides, as agreed (invoices.charges of partner " + partner
                                + ", taxes: hold). Release the invoice to post it without the tax, and enter the tax in"
                                + " F&O; or write taxes: compare, or taxes: charge CODE, and replay the document."));
            }
        }
    }

    private void unmapped(Charge charge, Optional<Integer> at, String why) {
        unplaced = unplaced.add(charge.amount());
        problems.add(problem(
                ProblemCode.CHARGE_UNMAPPED,
                charge,
                "Invoice " + invoice.number() + " carries " + article(charge) + " of " + plain(charge.amount())
                        + " with code " + charge.named() + described(charge) + at(at) + ", " + why
                        + ". Write under invoices.charges of partner " + partner
                        + " a line such as \"" + key(charge)
                        + ": header CODE\" with a charges code of F&O, and replay the document; or release the invoice to"
                        + " post it without, and add it in F&O."));
    }

    private void notPlaceable(Charge charge, Optional<Integer> at, String why) {
        unplaced = unplaced.add(charge.amount());
        problems.add(problem(
                ProblemCode.CHARGE_NOT_PLACEABLE,
                charge,
                told(charge, at) + " cannot go where invoices.charges of partner " + partner + " says under "
                        + key(charge) + ": " + why
                        + ". Let it go to the header, and replay the document; or release the invoice to post it"
                        + " without, and add it in F&O."));
    }

    private Problem problem(ProblemCode code, Charge charge, String message) {
        return Problem.of(code, partner + ":" + charge.named(), message)
                .with("charge", charge.named())
                .with("amount", plain(charge.amount()));
    }

    private String told(Charge charge, Optional<Integer> at) {
        String what = isAllowance(charge) ? "Allowance " : "Charge ";
        return what + charge.named() + " of " + plain(charge.amount()) + at(at);
    }

    private String at(Optional<Integer> at) {
        return at.map(one -> " at line " + lines.get(one).line().position()).orElse("");
    }

    private static String article(Charge charge) {
        return isAllowance(charge) ? "an allowance" : "a charge";
    }

    /** By what the vendor calls it: on a credit note the signs are turned round. */
    private static boolean isAllowance(Charge charge) {
        return charge.indicator().isEmpty()
                ? charge.amount().signum() < 0
                : charge.indicator().equals("A");
    }

    private static String described(Charge charge) {
        return charge.description().isBlank() ? "" : " (" + charge.description() + ")";
    }

    private static String key(Charge charge) {
        if (!charge.code().isEmpty()) {
            return charge.code();
        }
        return charge.agencyCode().isEmpty() ? "others" : charge.agency() + ":" + charge.agencyCode();
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
