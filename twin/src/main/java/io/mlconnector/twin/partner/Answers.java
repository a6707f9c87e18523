package io.mlconnector.twin.partner;

import io.mlconnector.twin.partner.Mail.Letter;
import io.mlconnector.twin.scenario.ExtraFile;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.twin.scenario.PlannedAnswer.Twist;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Composes the files that partners send, with the expected outcome of each. */
final class Answers {

    private static final Partner.Side STRANGER = new Partner.Side("ZZ", "STRANGERCO", "STRANGER");
    private static final BigDecimal FREIGHT = new BigDecimal("18.50");
    private static final BigDecimal TAX = new BigDecimal("7.25");
    private static final int BOX = 10;
    private static final BigDecimal TOO_MUCH = new BigDecimal("1.25");

    private final Mail mail;

    Answers(Mail mail) {
        this.mail = mail;
    }

    /** One file with an invoice for each order. */
    Letter answer(Partner partner, int controlNumber, List<InvoiceDocument> plain, Twist twist) {
        List<InvoiceDocument> invoices =
                plain.stream().map(invoice -> twisted(invoice, twist)).toList();
        Fate fate = twist == Twist.PRICE_TOO_HIGH || twist == Twist.UNKNOWN_ITEM ? Fate.HOLD : Fate.POST;
        List<Publication.Invoice> expected = new ArrayList<>();
        // In boxes it is the same goods: F&O has them in the unit of the order.
        (twist == Twist.IN_BOXES ? plain : invoices)
                .forEach(invoice -> expected.add(expect(invoice, fate, why(twist))));
        Buffer content = Buffer.buffer();
        if (twist == Twist.INTERCHANGE_EACH) {
            int number = controlNumber;
            for (InvoiceDocument invoice : invoices) {
                content.appendBuffer(mail.interchange(partner, number, List.of(invoice)));
                number++;
            }
        } else {
            content.appendBuffer(mail.interchange(partner, controlNumber, invoices));
        }
        String words = invoices.size() == 1 ? "one invoice" : invoices.size() + " invoices";
        String in = twist == Twist.INTERCHANGE_EACH ? ", each in an interchange of its own" : " in one interchange";
        return mail.letter(
                partner, Mail.fileName(partner, controlNumber), content, words + in + ": " + why(twist), expected);
    }

    private static InvoiceDocument twisted(InvoiceDocument invoice, Twist twist) {
        List<BookedLine> lines = new ArrayList<>(invoice.lines());
        switch (twist) {
            case NO_PRODUCT_IDS -> lines.replaceAll(BookedLine::withoutIds);
            case PRICE_TOO_HIGH ->
                lines.set(0, lines.getFirst().at(lines.getFirst().price().multiply(TOO_MUCH)));
            case UNKNOWN_ITEM ->
                lines.add(new BookedLine(
                        "99",
                        BigDecimal.ONE,
                        "EA",
                        BigDecimal.valueOf(25),
                        "",
                        List.of("VN", "XX-999"),
                        "Item nobody ordered"));
            case IN_BOXES -> lines.set(0, lines.getFirst().inBoxesOf(BOX));
            case HALF -> lines.replaceAll(line -> line.of(half(line.quantity())));
            case NONE, INTERCHANGE_EACH, FREIGHT, FREIGHT_AND_TAX -> {}
        }
        return new InvoiceDocument(
                invoice.order(),
                invoice.number(),
                lines,
                invoice.credits(),
                twist == Twist.FREIGHT || twist == Twist.FREIGHT_AND_TAX ? FREIGHT : BigDecimal.ZERO,
                twist == Twist.FREIGHT_AND_TAX ? TAX : BigDecimal.ZERO);
    }

    private static BigDecimal half(BigDecimal quantity) {
        return quantity.divide(BigDecimal.valueOf(2), 0, RoundingMode.UP);
    }

    private static String why(Twist twist) {
        return switch (twist) {
            case NONE, INTERCHANGE_EACH -> "as ordered";
            case FREIGHT -> "as ordered, with freight";
            case FREIGHT_AND_TAX -> "as ordered, with freight and tax";
            case IN_BOXES -> "as ordered, the first line in boxes of " + BOX;
            case HALF -> "half of what was ordered";
            case NO_PRODUCT_IDS -> "as ordered, lines to be matched by their numbers";
            case PRICE_TOO_HIGH -> "the first line's price is 25 % above the order's";
            case UNKNOWN_ITEM -> "a line with an item that is not on the order";
        };
    }

    /** An extra file that follows the answer to an order. */
    Letter extra(ExtraFile.Kind kind, int controlNumber, InvoiceDocument answered, Letter answer) {
        Partner partner = answered.order().partner();
        return switch (kind) {
            case DUPLICATE_FILE -> again(partner, answer);
            case BILLED_AGAIN -> billedAgain(partner, controlNumber, answered);
            case UNKNOWN_SENDER -> fromStranger(partner, controlNumber, answered);
            case CREDIT_NOTE -> creditNote(partner, controlNumber, answered);
            case TRUNCATED -> truncated(partner, controlNumber, answered);
            case NOT_X12 -> htmlPage(partner);
        };
    }

    /** Another invoice for the same goods under the control numbers of an earlier one. */
    Letter reusingNumbers(int controlNumber, InvoiceDocument answered, Letter answer) {
        Partner partner = answered.order().partner();
        InvoiceDocument invoice =
                new InvoiceDocument(answered.order(), answered.number() + "-C", answered.lines(), answered.credits());
        String why = "other content under the control numbers of "
                + answer.publication().fileName();
        return mail.letter(
                partner,
                Mail.fileName(partner, controlNumber).replace(".edi", "_corrected.edi"),
                mail.interchange(partner, controlNumber, List.of(invoice)),
                why,
                List.of(expect(invoice, Fate.HOLD, why, answered.number())));
    }

    /** The same bytes under another name. */
    Letter again(Partner partner, Letter answer) {
        String name = answer.publication().fileName().replace(".edi", "_resent.edi");
        List<Publication.Invoice> expected = new ArrayList<>();
        for (Publication.Invoice invoice : answer.publication().invoices()) {
            expected.add(new Publication.Invoice(
                    invoice.invoiceNumber(),
                    invoice.purchaseOrderNumber(),
                    invoice.total(),
                    Fate.DUPLICATE,
                    "the same bytes as " + answer.publication().fileName(),
                    invoice.lines(),
                    invoice.instead()));
        }
        return mail.letter(partner, name, answer.content(), "the same file under another name", expected);
    }

    private Letter billedAgain(Partner partner, int controlNumber, InvoiceDocument answered) {
        InvoiceDocument invoice =
                new InvoiceDocument(answered.order(), answered.number() + "-R", answered.lines(), answered.credits());
        String why = "the goods of invoice " + answered.number() + " billed again under another number";
        return mail.letter(
                partner,
                Mail.fileName(partner, controlNumber),
                mail.interchange(partner, controlNumber, List.of(invoice)),
                why,
                List.of(expect(invoice, Fate.HOLD, why)));
    }

    private Letter fromStranger(Partner partner, int controlNumber, InvoiceDocument answered) {
        InvoiceDocument invoice =
                new InvoiceDocument(answered.order(), answered.order().invoiceNumber("S"), answered.lines(), "");
        Buffer content = mail.interchange(partner, STRANGER, controlNumber, List.of(invoice));
        String why = "interchange sender " + STRANGER.id() + " belongs to no partner";
        return mail.letter(
                partner, Mail.fileName(partner, controlNumber), content, why, List.of(expect(invoice, Fate.HOLD, why)));
    }

    private Letter creditNote(Partner partner, int controlNumber, InvoiceDocument answered) {
        BookedLine back = answered.lines().getFirst().of(BigDecimal.ONE);
        InvoiceDocument credit = new InvoiceDocument(
                answered.order(), answered.order().invoiceNumber("CR"), List.of(back), answered.number());
        String why = "a credit note for one unit on invoice " + answered.number();
        return mail.letter(
                partner,
                Mail.fileName(partner, controlNumber),
                mail.interchange(partner, controlNumber, List.of(credit)),
                why,
                List.of(expect(credit, Fate.POST, why)));
    }

    private Letter truncated(Partner partner, int controlNumber, InvoiceDocument answered) {
        InvoiceDocument invoice =
                new InvoiceDocument(answered.order(), answered.order().invoiceNumber("T"), answered.lines(), "");
        Buffer whole = mail.interchange(partner, controlNumber, List.of(invoice));
        Buffer part = whole.getBuffer(0, whole.length() * 3 / 5);
        String why = "the file ends in the middle of the interchange";
        return mail.letter(
                partner,
                Mail.fileName(partner, controlNumber),
                part,
                why,
                List.of(expect(invoice, Fate.UNREADABLE, why)));
    }

    private Letter htmlPage(Partner partner) {
        Buffer page = Buffer.buffer("""
                <!DOCTYPE html>
                <html><head><title>502 Bad Gateway</title></head>
                <body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>
                """);
        String why = "an HTML page, no X12";
        return mail.letter(
                partner,
                "810_export_failed.edi",
                page,
                why,
                List.of(new Publication.Invoice("", "", BigDecimal.ZERO, Fate.UNREADABLE, why, Map.of(), "")));
    }

    private static Publication.Invoice expect(InvoiceDocument invoice, Fate fate, String why) {
        return expect(invoice, fate, why, "");
    }

    private static Publication.Invoice expect(InvoiceDocument invoice, Fate fate, String why, String instead) {
        Map<String, BigDecimal> lines = new HashMap<>();
        invoice.lines().forEach(line -> lines.merge(line.number(), line.quantity(), BigDecimal::add));
        return new Publication.Invoice(
                invoice.number(), invoice.order().number(), invoice.total(), fate, why, lines, instead);
    }
}
