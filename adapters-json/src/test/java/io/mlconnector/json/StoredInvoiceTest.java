package io.mlconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.detail.InvoiceDetails;
import io.mlconnector.domain.invoicing.detail.PartyDetails;
import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.invoicing.heading.HeaderFields;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.stored.ReceivedSet;
import io.mlconnector.x12.X12Codec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An invoice beside its document: what was stored once stays readable. */
class StoredInvoiceTest {

    private static final String OLD = """
            {"reference":{"sender":{"qualifier":"ZZ","id":"V","group":"V"},"receiver":{"qualifier":"ZZ","id":"B",
            "group":"B"},"interchangeNumber":"1","groupNumber":"1","transactionSetNumber":"0001","groupCode":"IN",
            "transactionSetId":"810","version":"005010","usage":"TEST"},"invoice":{"number":"INV-1",
            "date":"2026-03-22","kind":"INVOICE","purpose":"","orderNumber":"PO-1","orderDate":null,"currency":"USD",
            "references":{"IA":"1"},"parties":[{"role":"RI","idQualifier":"92","address":{"code":"1","name":"V",
            "street":"","city":"","state":"","postalCode":"","country":""}}],"lines":[{"position":1,"lineNumber":"1",
            "orderNumber":null,"quantity":1,"unit":"EA","price":{"amount":1,"per":1},"productIds":[{"qualifier":"VN",
            "id":"A"}],"description":"","charges":[{"code":"D240","amount":5.00,"description":""}],
            "taxes":[{"type":"ST","amount":1.00}]}],"charges":[],"taxes":[],"total":7.00},"problems":[{"code":"x",
            "severity":"NOTE","standardCode":"","segment":"","segmentInFile":0,"segmentInSet":0,"element":0,
            "component":0,"offset":0,"text":"","message":"m"}]}
            """;

    @Test
    void what_was_stored_before_there_were_details_has_none() {
        VendorInvoice invoice = new JsonStoredForm()
                .readSet(OLD.getBytes(StandardCharsets.UTF_8))
                .invoice()
                .orElseThrow();
        assertThat(invoice.details()).isEqualTo(InvoiceDetails.NONE);
        assertThat(invoice.lines().getFirst().details()).isEqualTo(InvoiceLineDetails.NONE);
        assertThat(invoice.parties().getFirst().details()).isEqualTo(PartyDetails.NONE);
        assertThat(invoice.lines().getFirst().charges().getFirst().handling()).isEmpty();
        assertThat(invoice.lines().getFirst().taxes().getFirst().rate()).isEmpty();
    }

    @Test
    void an_invoice_with_all_its_details_is_read_back_equal() {
        DecodedDocument document = new X12Codec()
                .decode(file(
                        "BIG*20260322*INV-1*20260310*PO-1*R1**DI*00**INV-0",
                        "NTE*GEN*MIND THE GAP",
                        "CUR*SE*USD",
                        "REF*IA*1",
                        "PER*AR*JO*TE*555*EM*A@B.EXAMPLE",
                        "N1*RI*ACME*92*1",
                        "N2*DIVISION*WEST",
                        "N3*1 ROAD",
                        "REF*GT*9",
                        "PER*AR*JIM",
                        "ITD*01*3*2*20260401*10*20260421*30",
                        "DTM*011*20260320",
                        "FOB*PP*DE*DOCK",
                        "IT1*1*10*EA*9.95*PE*VN*A",
                        "QTY*39*10*EA",
                        "TXI*ST*1.50*.06",
                        "CTP**RTL*12.5",
                        "PID*F****CHIPS",
                        "PID*F*08***RED",
                        "PO4*12*1*EA",
                        "REF*LT*77",
                        "DTM*011*20260319",
                        "SAC*N*C310***100*******15***INFORMATION",
                        "SLN*1**I*2*EA*3**VN*B",
                        "N1*ST*SHOP*92*5",
                        "TDS*10100*9950*9900*200",
                        "CAD*M***ABCD*ROUTE**BM*B1",
                        "AMT*5*101",
                        "SAC*C*D240***50*******02***FREIGHT",
                        "ISS*10*EA*5*LB",
                        "CTT*1*10"))
                .documents()
                .getFirst();
        assertThat(document.content()).isInstanceOf(Content.Invoice.class);
        VendorInvoice invoice = ((Content.Invoice) document.content()).invoice();
        var set = ReceivedSet.ofInvoice(document.reference(), invoice, document.problems());
        assertThat(new JsonStoredForm().readSet(new JsonStoredForm().write(set)))
                .isEqualTo(set);
    }

    private static byte[] file(String... segments) {
        String set = "ST*810*0001~" + String.join("~", List.of(segments)) + "~SE*" + (segments.length + 2) + "*0001~";
        return ("ISA*00*          *00*          *ZZ*V              *ZZ*B              *260322*1400*^*00501*000000001*0*T*>~"
                        + "GS*IN*V*B*20260322*1400*1*X*005010~" + set + "GE*1*1~IEA*1*000000001~")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static InvoiceToPost toPost(HeaderFields header) {
        return new InvoiceToPost(
                new LegalEntity("usmf"),
                new VendorAccount("1001"),
                "INV-1",
                LocalDate.of(2026, 3, 22),
                new CurrencyCode("USD"),
                "PO-1",
                new BigDecimal("10.00"),
                new BigDecimal("0.00"),
                "mark",
                List.of(new InvoiceToPost.Line(
                        1,
                        "PO-1",
                        1,
                        Optional.empty(),
                        "Services",
                        "",
                        new Quantity(BigDecimal.ONE, new UnitSymbol("ea")),
                        Price.each(BigDecimal.TEN),
                        new BigDecimal("10.00"))),
                List.of(),
                Set.of(),
                header);
    }

    @Test
    void what_else_the_header_of_an_invoice_says_is_stored_as_far_as_there_is_any() {
        JsonStoredForm form = new JsonStoredForm();
        for (HeaderFields header : List.of(
                HeaderFields.NONE,
                new HeaderFields(Optional.of(LocalDate.of(2026, 3, 23)), "", Optional.empty(), ""),
                new HeaderFields(Optional.empty(), "N030", Optional.of(LocalDate.of(2026, 4, 20)), "BOL-7"))) {
            InvoiceState.Ready state = new InvoiceState.Ready(toPost(header), 0);
            String stored = form.write(state);
            assertThat(form.readState(stored)).isEqualTo(state);
            assertThat(stored.contains("\"header\"")).isEqualTo(!header.equals(HeaderFields.NONE));
        }
    }
}
