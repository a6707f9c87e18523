package io.mlconnector.x12;

import static io.mlconnector.x12.DecodedInvoices.document;
import static io.mlconnector.x12.DecodedInvoices.invoice;
import static io.mlconnector.x12.DecodedInvoices.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.Tax;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An 810")
class InvoiceTest {
    private static final String BIG = "BIG*20260322*INV-7781*20260310*PO-000471***DI";
    private static final String IT1 = "IT1*1*120*EA*9.95**UP*012345678905*VN*ABC-1";

    @Test
    @DisplayName("of the reference is read as documented: 1789.04 with discount, freight and tax")
    void workedExample() {
        VendorInvoice invoice = invoice(Interchange.of(
                BIG,
                "CUR*SE*USD",
                "REF*IA*V10023",
                "REF*BM*BOL555",
                "N1*RI*VENDOR ONE INC*92*V10023",
                "N1*ST*MAIN WAREHOUSE*92*WH-01",
                "N3*100 HARBOR ROAD",
                "N4*SPRINGFIELD*IL*62701*US",
                "ITD*01*3*2*20260401*10*20260421*30",
                "DTM*011*20260320",
                "FOB*PP*DE",
                IT1,
                "PID*F****CORN CHIPS 12 OZ",
                "IT1*2*10*CA*48.5**UK*10012345678902*VN*ABC-2",
                "PID*F****CORN CHIPS CASE OF 12",
                "SAC*A*C310***2425*2*5*****02***VOLUME DISCOUNT",
                "TDS*178904*165475*175594*3310",
                "TXI*ST*99.29*.06*SP*IL**A*1654.75",
                "SAC*C*D240***3500*******02***FREIGHT",
                "ISS*130*EA",
                "CTT*2*130"));
        assertThat(invoice.number()).isEqualTo("INV-7781");
        assertThat(invoice.date()).isEqualTo(LocalDate.of(2026, 3, 22));
        assertThat(invoice.orderNumber()).contains("PO-000471");
        assertThat(invoice.orderDate()).contains(LocalDate.of(2026, 3, 10));
        assertThat(invoice.currency()).contains(new CurrencyCode("USD"));
        assertThat(invoice.references()).containsEntry("IA", "V10023").containsEntry("BM", "BOL555");
        assertThat(invoice.parties()).hasSize(2);
        assertThat(invoice.parties().get(1).address().city()).isEqualTo("SPRINGFIELD");
        assertThat(invoice.parties().get(0).idQualifier()).isEqualTo("92");
        assertThat(invoice.lines().get(0).productIds())
                .containsExactly(new ProductId("UP", "012345678905"), new ProductId("VN", "ABC-1"));
        assertThat(invoice.lines().get(0).description()).isEqualTo("CORN CHIPS 12 OZ");
        assertThat(invoice.lines().get(1).charges())
                .containsExactly(new Charge("C310", new BigDecimal("-24.25"), "VOLUME DISCOUNT", "A", "02"));
        assertThat(invoice.charges())
                .containsExactly(new Charge("D240", new BigDecimal("35.00"), "FREIGHT", "C", "02"));
        assertThat(invoice.taxes())
                .containsExactly(new Tax(
                        "ST",
                        new BigDecimal("99.29"),
                        Optional.of(new BigDecimal("0.06")),
                        Optional.of(new BigDecimal("1654.75"))));
        assertThat(invoice.total()).isEqualTo("1789.04");
        assertThat(invoice.computedTotal()).isEqualTo("1789.04");
    }

    @Test
    @DisplayName("that follows the standard has no problem at all")
    void noProblem() {
        assertThat(document(Interchange.of(BIG, IT1, "TDS*119400", "CTT*1*120")).problems())
                .isEmpty();
    }

    @ParameterizedTest(name = "basis {0}: price for {1}")
    @CsvSource({"HP,100", "TP,1000", "PD,12", "PN,10", "HF,100", "PE,1", "UM,1", "CT,1", "'',1"})
    @DisplayName("gives a price for as many units as its basis says")
    void priceBasis(String basis, BigDecimal per) {
        VendorInvoice invoice = invoice(Interchange.of(BIG, "IT1*1*250*EA*12.50*" + basis + "*VN*A", "TDS*1", "CTT*1"));
        assertThat(invoice.lines().get(0).price().per()).isEqualByComparingTo(per);
        assertThat(invoice.lines().get(0).price().amount()).isEqualTo("12.50");
    }

    @Test
    @DisplayName("with a price per hundred comes to a hundredth of quantity times price")
    void pricePerHundred() {
        VendorInvoice invoice = invoice(Interchange.of(BIG, "IT1*1*250*EA*12.5*HP*VN*A", "TDS*3125", "CTT*1"));
        assertThat(invoice.lines().get(0).amount()).isEqualTo("31.25");
        assertThat(invoice.computedTotal()).isEqualTo(invoice.total());
    }

    @ParameterizedTest(name = "TDS01 {0} is {1}")
    @CsvSource({"178904,1789.04", "5,0.05", "0,0.00", "10000000000,100000000.00"})
    @DisplayName("has a total with two implied decimals")
    void impliedDecimals(String written, String total) {
        assertThat(invoice(Interchange.of(BIG, IT1, "TDS*" + written, "CTT*1")).total())
                .isEqualTo(total);
    }

    @Test
    @DisplayName("with a point in its total is taken as written, with a warning")
    void pointInTotal() {
        DecodedDocument document = document(Interchange.of(BIG, IT1, "TDS*1194.00", "CTT*1"));
        assertThat(told(document.problems())).containsExactly("WARNING point-not-allowed AK403 6 TDS01");
        assertThat(invoice(document).total()).isEqualTo("1194.00");
    }

    @Test
    @DisplayName("names the order of a line by its PO id pair, else by REF*PO below it")
    void orderOfLine() {
        VendorInvoice invoice = invoice(Interchange.of(
                "BIG*20260322*1",
                "IT1*1*1*EA*1**PO*A-1*VN*X",
                "REF*PO*NOT-THIS",
                "IT1*2*1*EA*1**VN*Y",
                "REF*PO*A-2",
                "IT1*3*1*EA*1**VN*Z",
                "TDS*300",
                "CTT*3"));
        assertThat(invoice.lines())
                .extracting(line -> line.orderNumber().orElse("-"))
                .containsExactly("A-1", "A-2", "-");
        assertThat(invoice.references()).isEmpty();
    }

    @Test
    @DisplayName("prefers amount to percentage to rate, and uses only allowances and charges that are billed")
    void charges() {
        VendorInvoice invoice = invoice(Interchange.of(
                BIG,
                IT1,
                "SAC*A*C310***1000*1*50",
                "SAC*A*C260****1*10",
                "SAC*C*D500******.25*EA*8",
                "SAC*C*D500******.25*EA",
                "SAC*N*B840***99999",
                "SAC*C*F050***500*******15",
                "SAC*C*F050***500*******01",
                "TDS*119400",
                "SAC*C*D240****1*10",
                "SAC*C*G821******.5*EA",
                "CTT*1"));
        assertThat(invoice.lines().get(0).charges())
                .extracting(Charge::amount)
                .map(BigDecimal::toPlainString)
                .containsExactly("-10.00", "-119.40", "2.00", "30.00");
        assertThat(invoice.charges())
                .extracting(Charge::amount)
                .map(BigDecimal::toPlainString)
                .containsExactly("119.40", "60.00");
    }

    @Test
    @DisplayName("counts a tax once: TXI takes precedence over SAC on its level")
    void taxOnce() {
        VendorInvoice invoice = invoice(Interchange.of(
                BIG,
                IT1,
                "TXI*ST*71.64",
                "SAC*C*H850***7164",
                "IT1*2*1*EA*10**VN*B",
                "SAC*C*H750***60",
                "TDS*119400",
                "TXI*ST*72.24",
                "SAC*C*H850***7224",
                "CTT*2"));
        assertThat(invoice.lines().get(0).taxes())
                .containsExactly(new Tax("ST", new BigDecimal("71.64"), Optional.empty(), Optional.empty()));
        assertThat(invoice.lines().get(1).taxes())
                .containsExactly(new Tax("H750", new BigDecimal("0.60"), Optional.empty(), Optional.empty()));
        assertThat(invoice.taxes())
                .containsExactly(new Tax("ST", new BigDecimal("72.24"), Optional.empty(), Optional.empty()));
        assertThat(invoice.charges()).isEmpty();
        assertThat(invoice.statedTax()).isEqualTo("72.24");
    }

    @ParameterizedTest(name = "BIG07 {0}, quantity {1}, SAC05 {2}, TDS01 {3}")
    @CsvSource({"CR,5,100,4875", "CR,-5,-100,-4875", "CN,5,100,4875", "'',-5,-100,-4875", "'',5,100,-4875"})
    @DisplayName("that is a credit is negative throughout, whatever its convention")
    void credits(String type, String quantity, String allowance, String total) {
        VendorInvoice invoice = invoice(Interchange.of(
                "BIG*20260322*CM-551*20260310*PO-000471***" + type,
                "REF*OI*INV-7702",
                "IT1*1*" + quantity + "*EA*9.95**VN*ABC-1",
                "TDS*" + total,
                "SAC*A*C310***" + allowance,
                "CTT*1*" + quantity));
        assertThat(invoice.kind()).isEqualTo(VendorInvoice.Kind.CREDIT_NOTE);
        assertThat(invoice.lines().get(0).quantity()).isEqualTo("-5");
        assertThat(invoice.lines().get(0).price().amount()).isEqualTo("9.95");
        assertThat(invoice.charges().get(0).amount()).isEqualTo("1.00");
        assertThat(invoice.total()).isEqualTo("-48.75");
        assertThat(invoice.computedTotal()).isEqualTo("-48.75");
        assertThat(invoice.references()).containsEntry("OI", "INV-7702");
    }

    @Test
    @DisplayName("keeps a returned line negative on an invoice")
    void returnedLine() {
        VendorInvoice invoice =
                invoice(Interchange.of(BIG, IT1, "IT1*2*-2*EA*9.95**VN*ABC-1", "TDS*117410", "CTT*2*118"));
        assertThat(invoice.kind()).isEqualTo(VendorInvoice.Kind.INVOICE);
        assertThat(invoice.lines().get(1).quantity()).isEqualTo("-2");
        assertThat(invoice.computedTotal()).isEqualTo(invoice.total());
    }

    @Test
    @DisplayName("may hold a total only")
    void totalOnly() {
        assertThat(invoice(Interchange.of(BIG, "TDS*10000", "CTT*0")).lines()).isEmpty();
    }

    @Test
    @DisplayName("may have a line with charges only: quantity zero at price zero, with a warning")
    void lineWithChargesOnly() {
        DecodedDocument document =
                document(Interchange.of(BIG, "IT1*****PE*PO*PO-9", "SAC*C*D240***500", "TDS*500", "CTT*1"));
        assertThat(document.usable()).isTrue();
        assertThat(invoice(document).lines().get(0).quantity()).isZero();
        assertThat(invoice(document).computedTotal()).isEqualTo("5.00");
        assertThat(told(document.problems())).contains("WARNING line-without-amount IT102");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "IT1*1*12x*EA*9.95**VN*A | ERROR number-invalid AK403 6 IT102",
                "IT1*1*1,5*EA*9.95**VN*A | ERROR number-invalid AK403 6 IT102",
                "IT1*1*12*EA*$9.95**VN*A | ERROR number-invalid AK403 6 IT104",
                "IT1*1*12*EA***VN*A | ERROR element-conditionally-missing AK403 2 IT104",
                "IT1*1**EA*9.95**VN*A | ERROR element-conditionally-missing AK403 2 IT102",
                "IT1*1*12**9.95**VN*A | ERROR element-conditionally-missing AK403 2 IT103",
                "IT1*1*12*EACHANDEVERY*1**VN*A | ERROR element-too-long AK403 5 IT103"
            })
    @DisplayName("with a line without a determinable amount is an error, never a guess")
    void unusableLine(String line, String problem) {
        DecodedDocument document = document(Interchange.of(BIG, line, "TDS*1", "CTT*1"));
        assertThat(document.usable()).isFalse();
        assertThat(document.content()).isEqualTo(new Content.Opaque());
        assertThat(told(document.problems())).contains(problem);
    }

    @ParameterizedTest(name = "{0} | {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BIG*20261322*1 | TDS*1 | ERROR date-invalid AK403 8 BIG01",
                "BIG**1 | TDS*1 | ERROR element-missing AK403 1 BIG01",
                "BIG*20260322 | TDS*1 | ERROR element-missing AK403 1 BIG02",
                "BIG*20260322*1 | TDS*1x | ERROR number-invalid AK403 6 TDS01",
                "BIG*20260322*1 | TDS**1 | ERROR element-missing AK403 1 TDS01",
                "BIG*20260322*1 | AMT*1*5 | ERROR segment-missing AK304 3 TDS",
                "REF*IA*1 | TDS*1 | ERROR segment-missing AK304 3 BIG"
            })
    @DisplayName("without date, number or total is an error")
    void unusableHeader(String big, String tds, String problem) {
        DecodedDocument document = document(Interchange.of(big, IT1, tds, "CTT*1"));
        assertThat(document.usable()).isFalse();
        assertThat(told(document.problems())).contains(problem);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "REF*QQQQ*1 | WARNING element-too-long AK403 5 REF01",
                "REF*##*1 | WARNING code-unknown AK403 7 REF01",
                "REF*IA | WARNING element-conditionally-missing AK403 2 REF02",
                "DTM*011*20260229 | WARNING date-invalid AK403 8 DTM02",
                "DTM*011*260320 | WARNING date-short AK403 8 DTM02",
                "DTM*011*00000000 | WARNING date-zero AK403 8 DTM02",
                "DTM*011*20260320*2500 | WARNING time-invalid AK403 9 DTM03",
                "N1*ST*A*92 | WARNING element-conditionally-missing AK403 2 N104",
                "ZZ9*1 | WARNING segment-unknown AK304 1 ZZ9",
                "BEG*00*SA*1**20260322 | WARNING segment-not-in-set AK304 6 BEG",
                "TXI*ST*1*****X*Y*Z*1*2 | WARNING elements-too-many AK403 3 TXI11",
                "ISS*1*EA | WARNING segment-out-of-sequence AK304 7 ISS",
                "ref*IA*1 | WARNING lower-case-tag REF",
                "CUR*SE*USD*** | NOTE trailing-separators CUR05",
                "N1*ST*A>B | WARNING components-too-many AK403 13 N102",
                "N1*ST*A^B | WARNING repetitions-too-many AK403 12 N102",
                "N3*A | WARNING segment-unexpected AK304 2 N3"
            })
    @DisplayName("stays usable with harmless errors, each reported at its position")
    void slips(String segment, String problem) {
        DecodedDocument document = document(Interchange.of(BIG, segment, IT1, "TDS*119400", "CTT*1*120"));
        assertThat(document.usable()).isTrue();
        assertThat(told(document.problems())).contains(problem);
        assertThat(invoice(document).lines()).hasSize(1);
    }

    @Test
    @DisplayName("has the codes inside composites judged like others, where the list is complete")
    void codesOfComponents() {
        DecodedDocument known = document(Interchange.of(BIG, IT1, "MEA*PD*G*5*LB>1>1>in", "TDS*119400", "CTT*1*120"));
        assertThat(told(known.problems())).isEmpty();
        Interchange odd = Interchange.of(BIG, IT1, "MEA*PD*G*5*LB>1>1>QQ", "TDS*119400", "CTT*1*120");
        DecodedDocument unknown = document(odd);
        assertThat(unknown.usable()).isTrue();
        assertThat(told(unknown.problems())).containsExactly("WARNING code-unknown AK403 7 MEA04");
        var problem = unknown.problems().get(0);
        assertThat(problem.component()).isEqualTo(4);
        assertThat(problem.text()).isEqualTo("QQ");
        assertThat(problem.message()).contains("MEA04-4", "data element 355");
        assertThat(told(document(Interchange.of(BIG, "REF*IA*1**##>2", IT1, "TDS*119400", "CTT*1*120"))
                        .problems()))
                .containsExactly("WARNING code-unknown AK403 7 REF04");
    }

    @Test
    @DisplayName("states the exact position of a problem: segment in file and set, element, byte and text")
    void exactPlace() {
        Interchange interchange = Interchange.of(BIG, "IT1*1*1*QQ*2**VN*A", "TDS*200", "CTT*1");
        var problem = document(interchange).problems().get(0);
        assertThat(problem.segment()).isEqualTo("IT1");
        assertThat(problem.segmentInFile()).isEqualTo(5);
        assertThat(problem.segmentInSet()).isEqualTo(3);
        assertThat(problem.element()).isEqualTo(3);
        assertThat(problem.text()).isEqualTo("QQ");
        assertThat(problem.offset()).isEqualTo(interchange.text().indexOf("QQ"));
        assertThat(problem.standardCode()).isEqualTo("AK403 7");
    }

    @Test
    @DisplayName("with wrong counts and hash total or no CTT is usable")
    void counts() {
        Interchange wrong = Interchange.of(BIG, IT1, "TDS*1", "CTT*3*7");
        List<SyntaxProblem> problems = document(wrong).problems();
        assertThat(told(problems)).containsExactly("WARNING line-count-wrong CTT01", "WARNING hash-total-wrong CTT02");
        assertThat(problems).extracting(SyntaxProblem::element).containsExactly(1, 2);
        assertThat(problems)
                .extracting(SyntaxProblem::offset)
                .containsExactly(
                        wrong.text().indexOf("CTT*3") + 4L, wrong.text().indexOf("CTT*3") + 6L);
        assertThat(problems.getFirst().message()).contains("has 1 line.");
        assertThat(told(document(Interchange.of(BIG, IT1, "TDS*1")).problems()))
                .containsExactly("WARNING line-count-missing SE");
    }

    @Test
    @DisplayName("of another release is read with the nearest dictionary and a warning")
    void otherRelease() {
        DecodedDocument document =
                document(Interchange.of(BIG, IT1, "TDS*1", "CTT*1").version("005040VICS"));
        assertThat(told(document.problems())).containsExactly("WARNING release-unsupported ST");
        assertThat(document.usable()).isTrue();
    }

    @Test
    @DisplayName("may be longer in 005010 than in 004010: the invoiced quantity")
    void releaseDiffers() {
        Interchange interchange = Interchange.of(BIG, "IT1*1*12345678901*EA*1**VN*A", "TDS*1", "CTT*1");
        assertThat(document(interchange).problems()).isEmpty();
        assertThat(told(document(interchange.version("004010")).problems()))
                .containsExactly("WARNING element-too-long AK403 5 IT102");
    }

    @Test
    @DisplayName("that is a memorandum or a request for credit requires a manual review")
    void memorandum() {
        assertThat(told(document(Interchange.of("BIG*20260322*1*****ME", IT1, "TDS*1", "CTT*1"))
                        .problems()))
                .containsExactly("WARNING transaction-type-unclear BIG07");
    }

    @Test
    @DisplayName("keeps names outside of ASCII, as ISO-8859-1 or after a byte order mark as UTF-8")
    void letters() {
        Interchange interchange = Interchange.of(BIG, "N1*ST*CAF\u00c9", IT1, "TDS*1", "CTT*1*120");
        assertThat(invoice(interchange).parties().get(0).address().name()).isEqualTo("CAF\u00c9");
        byte[] utf8 = ("\ufeff" + interchange.text()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(invoice(DecodedInvoices.file(utf8).documents().get(0))
                        .parties()
                        .get(0)
                        .address()
                        .name())
                .isEqualTo("CAF\u00c9");
    }

    @Test
    @DisplayName("reads ten product ids and keeps the first of a kind")
    void productIds() {
        var line = new StringBuilder("IT1*1*1*EA*1*");
        for (String qualifier : List.of("UP", "VN", "BP", "IN", "SK", "CB", "PI", "MG", "LT", "UP")) {
            line.append('*').append(qualifier).append('*').append("ID").append(qualifier);
        }
        DecodedDocument document = document(Interchange.of(BIG, line.toString(), "TDS*1", "CTT*1"));
        assertThat(invoice(document).lines().get(0).productIds()).hasSize(9);
        assertThat(told(document.problems())).containsExactly("WARNING product-id-repeated IT124");
    }
}
