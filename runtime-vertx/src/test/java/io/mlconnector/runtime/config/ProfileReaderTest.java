package io.mlconnector.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.CodeTables;
import io.mlconnector.domain.agreement.InterchangeAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.alignment.OrderAlignment;
import io.mlconnector.domain.alignment.ProductFacts;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PlaceNumbers;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.ports.edi.EncodedFile;
import io.mlconnector.runtime.config.section.Mistake;
import io.mlconnector.x12.X12Codec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileReaderTest {

    private static final LegalEntity USMF = new LegalEntity("usmf");
    private static final VendorAccount VENDOR = new VendorAccount("V10023");
    private static final InterchangeAddress US = new InterchangeAddress("ZZ", "BUYERCO", "BUYERCO");
    private static final InterchangeAddress THEM = new InterchangeAddress("01", "123456789", "VENDOR1");

    private static WritingProfile example(String name) {
        try {
            List<Mistake> mistakes = new ArrayList<>();
            WritingProfile profile = ProfileReader.parse(
                    Files.readString(Path.of("..", "docs", "profiles", name + ".yaml")), name, mistakes);
            assertThat(mistakes).isEmpty();
            return profile;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static OrderLine line(long number, String item, String barcode, String unit, OrderLineDetails details) {
        var quantity = new BigDecimal("120");
        Price price = Price.each(new BigDecimal("9.95"));
        return new OrderLine(
                number,
                Optional.of(new ItemNumber(item)),
                "",
                "Corn chips, lightly salted and twice baked, 12 oz",
                new Quantity(quantity, new UnitSymbol(unit)),
                price,
                price.times(quantity),
                Optional.of("ABC-" + number),
                Optional.of(barcode),
                Optional.empty(),
                false,
                Optional.empty(),
                details);
    }

    private static PurchaseOrder order(String paymentTerms, String deliveryTerms) {
        var details = new OrderDetails(
                "Truck",
                "UPS",
                Optional.of(LocalDate.of(2026, 3, 17)),
                Optional.empty(),
                Optional.empty(),
                "",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "jane@contoso.com",
                "030",
                "PROJ-9",
                "",
                List.of("Deliver to dock 4"),
                List.of(new OrderCharge("FREIGHT", OrderCharge.Category.FIXED, new BigDecimal("35"), "Freight")),
                BigDecimal.ZERO,
                Optional.empty(),
                OrderKind.UNKNOWN,
                false,
                "",
                Optional.empty(),
                PlaceNumbers.NONE);
        return new PurchaseOrder(
                new OrderKey(USMF, "PO-000471", "PO-000471-1"),
                LocalDate.of(2026, 3, 12),
                LocalDate.of(2026, 3, 10),
                VENDOR,
                VENDOR,
                new CurrencyCode("USD"),
                "",
                Optional.of(LocalDate.of(2026, 3, 20)),
                paymentTerms,
                deliveryTerms,
                "Jane Doe",
                Optional.of(
                        new Address("WH-01", "Main warehouse", "100 Harbor Road", "Springfield", "IL", "62701", "US")),
                List.of(
                        line(1, "ITEM-1001", "012345678905", "ea", OrderLineDetails.NONE),
                        line(2, "ITEM-1002", "10012345678902", "box", OrderLineDetails.NONE)),
                details);
    }

    private static EncodedFile written(WritingProfile profile, Release release, PurchaseOrder order) {
        var partner = new TradingPartner(
                new PartnerId("acme"),
                "Vendor One Inc",
                Map.of(USMF, VENDOR),
                new InterchangeAgreement(US, THEM, release, Usage.TEST, Delimiters.USUAL, true, profile),
                Optional.empty(),
                Optional.empty());
        AlignedOrder aligned = OrderAlignment.align(order, partner, ProductFacts.NONE, new CrossReferences(List.of()))
                .order()
                .orElseThrow();
        var envelope = new Envelope(
                US,
                THEM,
                release,
                Usage.TEST,
                partner.interchange().acknowledgementRequested(),
                new ControlNumbers(123, 45, 1),
                Delimiters.USUAL,
                LocalDateTime.of(2026, 3, 10, 9, 15));
        return new X12Codec().encode(new OrderMessage.NewOrder(aligned), envelope, profile);
    }

    private static String text(EncodedFile encoded) {
        assertThat(encoded).isInstanceOf(EncodedFile.Written.class);
        return new String(((EncodedFile.Written) encoded).bytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void the_usual_profile_written_out_is_the_usual_one() {
        WritingProfile read = example("usual");

        assertThat(read).usingRecursiveComparison().isEqualTo(WritingProfile.USUAL);
        assertThat(text(written(read, Release.R004010, order("Net30", "FOB"))))
                .contains(
                        "~FOB*CC***01*FOB~",
                        "~ITD*05*3*****30~",
                        "~TD5*****Truck~",
                        "~SAC*C*F050***3500*******CA***Freight~")
                .contains("*T*>~GS*", "*000000123*1*T*");
    }

    @Test
    void a_grocer_gets_what_grocers_ask_for() {
        String text = text(written(example("grocer"), Release.R004010, order("2%10 Net30", "FOB")));

        assertThat(text)
                .contains("~REF*IA*V10023~REF*DP*030~PER*BD*JANE DOE~")
                .contains("~FOB*PP*DE~SAC*C*D240***3500*******06***FREIGHT~")
                .contains("~ITD*01*3*2**10**30*****2 PCT 10 NET 30~DTM*002*20260320~DTM*001*20260327~")
                .contains("~TD5*O*2*UPSN*M~N9*ZZ*NOTES~MSG*DELIVER TO DOCK 4~MSG*DELIVER TO DOCK 4 BEFORE NOON~")
                .contains("~N1*BT*ACCOUNTS PAYABLE*92*AP-01~N1*SU*VENDOR ONE INC*92*V10023~")
                .contains("~PO1*1*120*EA*9.95**UP*012345678905*VN*ABC-1*IN*ITEM-1001~"
                        + "PID*F****CORN CHIPS, LIGHTLY SALTED AND TWICE~PID*F****BAKED, 12 OZ~"
                        + "SCH*120*EA***002*20260320~")
                .contains("~PO1*2*120*CA*9.95**UK*10012345678902*VN*ABC-2*IN*ITEM-1002~")
                .contains("~CTT*2*240~AMT*TT*2423~");
    }

    @Test
    void codes_that_nobody_agreed_on_keep_an_order_from_a_grocer_who_wants_it_so() {
        assertThat(written(example("grocer"), Release.R004010, order("Net45EOM", "DAP")))
                .isInstanceOfSatisfying(
                        EncodedFile.Impossible.class,
                        impossible -> assertThat(impossible.problems())
                                .extracting(problem -> problem.code() + " " + problem.text())
                                .containsExactly("code-unmapped DAP", "code-unmapped Net45EOM"));
    }

    @Test
    void a_maker_of_machine_parts_gets_part_numbers_and_notes_of_the_newer_release() {
        String text = text(written(example("industrial"), Release.R005010, order("EOM15", "DAP")));

        assertThat(text)
                .contains("~BEG*00*KN*PO-000471**20260310~CUR*BY*USD~REF*IA*V10023~REF*CT*PROJ-9~REF*12*447-1100~")
                .contains("~PER*BD*Jane Doe*EM*jane@contoso.com~FOB*PP*DE*Our dock*01*DAP~")
                .contains("~ITD*02*3***********15~")
                .contains("~DTM*002*20260320~DTM*010*20260317~DTM*097*20260310~TD5****ZZ*UPS~")
                .contains("~N9*ZZ*NOTES~MTX**Deliver to dock 4~MTX**Our terms of purchase apply.~")
                .contains("~N1*BY*usmf*1*123456789~")
                .contains("~PO1*1*120*EA*9.95**BP*ITEM-1001*MG*ABC-1~");
    }

    @Test
    void every_mistake_is_named_with_its_line() {
        List<Mistake> mistakes = new ArrayList<>();
        ProfileReader.parse("""
                name: wrong
                texts: {characters: utf8, limits: {description: 3}, upper: true}
                references: {IA: vendorNumber, TOOLONG: vendorAccount}
                dates: {"002": tomorrow, "2": requestedShip}
                lines: {productIds: {UP: barcode}, units: {ea: EACH}, priceBases: [XX]}
                codes:
                  paymentTerms: {Net30: {ITD99: "30"}}
                  charges: {FREIGHT: {SAC02: D240}}
                leaveOut: [BEG]
                """, "wrong.yaml", mistakes);

        assertThat(mistakes)
                .extracting(mistake -> mistake.line() + " " + mistake.path())
                .contains(
                        "2 texts.characters",
                        "2 texts.limits.description",
                        "2 texts.upper",
                        "3 references.IA",
                        "3 references.TOOLONG",
                        "4 dates.002",
                        "4 dates.2",
                        "5 lines.productIds.UP",
                        "5 lines.units.ea",
                        "5 lines.priceBases",
                        "7 codes.paymentTerms.Net30.ITD99",
                        "8 codes.charges",
                        "9 leaveOut");
    }

    @Test
    void a_table_that_is_not_named_is_the_usual_one() {
        List<Mistake> mistakes = new ArrayList<>();
        WritingProfile profile = ProfileReader.parse("codes: {unknown: refuse}", "short", mistakes);

        assertThat(mistakes).isEmpty();
        assertThat(profile.codes().strict()).isTrue();
        assertThat(profile.codes().deliveryTerms()).isEqualTo(CodeTables.USUAL.deliveryTerms());
        assertThat(profile.lines()).isEqualTo(WritingProfile.USUAL.lines());
    }
}
