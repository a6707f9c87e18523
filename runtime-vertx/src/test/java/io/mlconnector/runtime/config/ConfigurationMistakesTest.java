package io.mlconnector.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mlconnector.domain.agreement.AcknowledgementAgreement;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.Level;
import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.charging.ChargePlace;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.charging.TaxPlace;
import io.mlconnector.domain.agreement.header.DocumentNumber;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.agreement.header.TermsTable;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.dynamics.options.AttachmentTypes;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.runtime.config.section.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with a file is said at once, with its line. */
class ConfigurationMistakesTest {

    private static final Path HERE = Path.of("/etc/mlc");

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ConfigurationMistakesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> mistakes(String yaml) {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> ConfigurationReader.parse(yaml, "mlc.yaml", HERE));
        assertThat(refused).as("it is refused").isNotNull();
        return refused.mistakes().stream().map(Mistake::toString).toList();
    }

    private static void assertValid(String yaml) {
        assertThatCode(() -> ConfigurationReader.parse(yaml, "mlc.yaml", HERE)).doesNotThrowAnyException();
    }

    private static String minimal() {
        return resource("/config/minimal.yaml");
    }

    private static String proven(String with) {
        return minimal().replace("clientSecret: {secret: contoso-dynamics}", with);
    }

    @Test
    void a_certificate_stands_for_the_client_secret() {
        assertThat(ConfigurationReader.parse(
                                proven("certificate: ours.pem\n      privateKey: {secret: contoso-key}"),
                                "mlc.yaml",
                                HERE)
                        .connections()
                        .getFirst()
                        .dynamics()
                        .credential())
                .isEqualTo(new ConnectionSettings.ClientProof.ByCertificate(
                        new Secret.File(HERE.resolve("ours.pem")), new Secret.Stored("contoso-key")));
        assertThat(ConfigurationReader.parse(
                                proven("certificate: ours.pem\n      privateKey: key.pem"), "mlc.yaml", HERE)
                        .connections()
                        .getFirst()
                        .dynamics()
                        .credential())
                .isEqualTo(new ConnectionSettings.ClientProof.ByCertificate(
                        new Secret.File(HERE.resolve("ours.pem")), new Secret.File(HERE.resolve("key.pem"))));
    }

    @Test
    void an_application_has_one_proof_and_all_of_it() {
        assertThat(mistakes(proven("certificate: ours.pem")))
                .singleElement()
                .asString()
                .contains("needs privateKey");
        assertThat(mistakes(proven("privateKey: key.pem")))
                .singleElement()
                .asString()
                .contains("needs certificate");
        assertThat(mistakes(proven("clientSecret: {secret: a}\n      certificate: c.pem\n      privateKey: k.pem")))
                .singleElement()
                .asString()
                .contains("exclude each other");
        assertThat(mistakes(proven("largestAnswer: 16MiB")))
                .singleElement()
                .asString()
                .contains("clientSecret");
    }

    @Test
    void orders_are_read_where_and_with_the_notes_that_are_configured() {
        ConnectionSettings.DynamicsSide usual = ConfigurationReader.parse(minimal(), "mlc.yaml", HERE)
                .connections()
                .getFirst()
                .dynamics();
        assertThat(usual.orderSource()).isEqualTo(OrderSource.AUTOMATIC);
        assertThat(usual.orderNotes()).isEqualTo(OrderNotes.NONE);
        ConnectionSettings.DynamicsSide other = ConfigurationReader.parse(
                        proven("clientSecret: {secret: a}\n      orders: {source: orders, notes: all}"),
                        "mlc.yaml",
                        HERE)
                .connections()
                .getFirst()
                .dynamics();
        assertThat(other.orderSource()).isEqualTo(OrderSource.ORDERS);
        assertThat(other.orderNotes()).isEqualTo(OrderNotes.ALL);
    }

    private static ConnectionSettings with(String dynamics, String invoices) {
        String text = proven("clientSecret: {secret: a}\n      " + dynamics).stripTrailing() + "\n        invoices: {"
                + invoices + "folder: /download/acme}\n";
        return ConfigurationReader.parse(text, "mlc.yaml", HERE).connections().getFirst();
    }

    private static Attachments ofPartner(ConnectionSettings connection) {
        return connection.partners().all().getFirst().invoices().orElseThrow().attachments();
    }

    private static HeaderAgreement headerOf(ConnectionSettings connection) {
        return connection.partners().all().getFirst().invoices().orElseThrow().header();
    }

    @Test
    void what_stands_on_the_header_of_invoices_is_said_by_the_partner_and_else_by_the_connection() {
        assertThat(headerOf(with("batchReads: true", ""))).isEqualTo(HeaderAgreement.USUAL);
        HeaderAgreement ofConnection = headerOf(with(
                "timeZone: America/Chicago\n      invoiceHeader: {receivedDate: false, dueDate: true,"
                        + " documentNumber: REF BM, terms: {Net 30: N030, legalEntities: {usmf: {net 30: D30}}}}",
                ""));
        assertThat(ofConnection)
                .isEqualTo(new HeaderAgreement(
                        false,
                        ZoneId.of("America/Chicago"),
                        new TermsTable(
                                Map.of("net 30", "N030"),
                                Map.of(new LegalEntity("usmf"), new TermsTable(Map.of("NET 30", "D30"), Map.of()))),
                        true,
                        new DocumentNumber.Reference("BM")));
        HeaderAgreement ofPartner = headerOf(with(
                "invoiceHeader: {receivedDate: false, dueDate: true, terms: {net 30: N030, net 60: N060}}",
                "header: {receivedDate: true, documentNumber: BIG10, terms: {NET 30: P030}}, "));
        assertThat(ofPartner.receivedDate()).isTrue();
        assertThat(ofPartner.dueDate()).as("as the connection says").isTrue();
        assertThat(ofPartner.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(ofPartner.documentNumber()).isEqualTo(new DocumentNumber.SecondNumber());
        assertThat(ofPartner.terms().find("net 30")).contains("P030");
        assertThat(ofPartner.terms().find("net 60")).contains("N060");
    }

    @Test
    void mistakes_about_the_header_of_invoices_are_named() {
        assertThat(mistakes(proven(
                        "clientSecret: {secret: a}\n      timeZone: Chicago\n      invoiceHeader: {dueDates: true,"
                                + " documentNumber: BIG02, terms: {net 30: FAR-TOO-LONG, legalEntities: {xxxx: {}}}}")))
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).contains("timeZone", "America/Chicago"),
                        one -> assertThat(one).contains("dueDates", "did you mean dueDate?"),
                        one -> assertThat(one).contains("documentNumber", "REF BM"),
                        one -> assertThat(one).contains("net 30", "1 to 10 characters"),
                        one -> assertThat(one).contains("xxxx", "dynamics.legalEntities"));
    }

    @Test
    void what_is_attached_is_said_by_the_partner_and_else_by_the_connection() {
        assertThat(ofPartner(with("batchReads: true", ""))).isEqualTo(Attachments.NONE);
        assertThat(ofPartner(with("attachments: note", ""))).isEqualTo(Attachments.NOTE);
        assertThat(ofPartner(with("attachments: note", "attachments: all, "))).isEqualTo(Attachments.ALL);
        assertThat(ofPartner(with("attachments: all", "attachments: none, "))).isEqualTo(Attachments.NONE);
        assertThat(with("batchReads: true", "").dynamics().attachmentTypes()).isEqualTo(AttachmentTypes.USUAL);
        assertThat(with("attachmentTypes: {note: Remark, file: Invoice}", "")
                        .dynamics()
                        .attachmentTypes())
                .isEqualTo(new AttachmentTypes("Remark", "Invoice"));
        assertThat(mistakes(proven("clientSecret: {secret: a}\n      attachments: some")))
                .singleElement()
                .asString()
                .contains("none", "note", "all");
    }

    @Test
    void a_small_file_is_enough() {
        Configuration configuration = ConfigurationReader.parse(minimal(), "mlc.yaml", HERE);
        assertThat(configuration.connections()).singleElement().satisfies(connection -> {
            assertThat(connection.id()).isEqualTo("contoso");
            assertThat(connection.partners().all()).hasSize(1);
            assertThat(connection.cleo().requestsPerSecond()).isEqualTo(5.0);
        });
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("/etc/mlc/data"));
        assertThat(configuration.http().port()).isEqualTo(8080);
    }

    private static ChargeTable charges(String ofPartner, String ofConnection) {
        String yaml = minimal().replaceFirst("( +)legalEntities:", "$1charges: " + ofConnection + "\n$1legalEntities:")
                + "        invoices: {folder: /download/acme, charges: " + ofPartner + "}\n";
        return ConfigurationReader.parse(yaml, "mlc.yaml", HERE)
                .connections()
                .getFirst()
                .partners()
                .all()
                .iterator()
                .next()
                .invoices()
                .orElseThrow()
                .charges();
    }

    @Test
    void charges_are_agreed_by_code_for_partner_and_connection_and_for_single_legal_entities() {
        ChargeTable table = charges(
                "{C310: price, taxes: charge TAX, legalEntities: {usmf: {D240: line FRT}}}",
                "{D240: header FREIGHT, C310: ignore, others: hold}");
        ChargeTable usmf = table.in(new LegalEntity("usmf"));
        assertThat(usmf.place("D240", "", "")).contains(new ChargePlace.Line("FRT"));
        assertThat(usmf.place("C310", "", "")).contains(new ChargePlace.Price());
        assertThat(usmf.place("F050", "", "")).contains(new ChargePlace.Person());
        assertThat(usmf.taxPlace()).isEqualTo(new TaxPlace.Charged(new ChargePlace.Header("TAX")));
        assertThat(table.in(new LegalEntity("gbsi")).place("D240", "", "")).contains(new ChargePlace.Header("FREIGHT"));
    }

    @Test
    void what_is_wrong_about_charges_is_said_with_the_key() {
        assertThat(mistakes(minimal()
                        + "        invoices: {folder: /download/acme, charges: {D240: freight, FR: price, H750: header TAX,"
                        + " taxes: none, legalEntities: {dat: {D240: price}}}}\n"))
                .anySatisfy(one -> assertThat(one).contains("charges.D240", "header CODE"))
                .anySatisfy(one -> assertThat(one).contains("charges.FR", "SAC02"))
                .anySatisfy(one -> assertThat(one).contains("charges.H750", "taxes"))
                .anySatisfy(one -> assertThat(one).contains("charges.taxes", "compare"))
                .anySatisfy(one -> assertThat(one).contains("legalEntities.dat"));
    }

    @Test
    void checks_are_agreed_one_by_one_and_for_single_legal_entities() {
        String yaml = minimal() + """
                        invoices:
                          folder: /download/acme
                          checks:
                            matching: two-way
                            levels: {price: warn, nearDuplicate: off}
                            legalEntities: {usmf: {quantityTolerance: 0.1, levels: {received: warn}}}
                """;
        Checks checks = ConfigurationReader.parse(yaml, "mlc.yaml", HERE)
                .connections()
                .getFirst()
                .partners()
                .all()
                .iterator()
                .next()
                .invoices()
                .orElseThrow()
                .checks();
        assertThat(checks.matching()).isEqualTo(Matching.TWO_WAY);
        assertThat(checks.level(Check.PRICE)).isEqualTo(Level.WARN);
        assertThat(checks.level(Check.RECEIVED)).isEqualTo(Level.HOLD);
        Checks there = checks.in(new LegalEntity("usmf"));
        assertThat(there.level(Check.RECEIVED)).isEqualTo(Level.WARN);
        assertThat(there.level(Check.NEAR_DUPLICATE)).isEqualTo(Level.OFF);
        assertThat(there.quantityTolerance()).isEqualByComparingTo("0.1");
        assertThat(mistakes(yaml.replace("price: warn", "price: never").replace("received: warn", "recieved: warn")))
                .anySatisfy(one -> assertThat(one).contains("price").contains("never"))
                .anySatisfy(one -> assertThat(one).contains("recieved").contains("received"));
    }

    @Test
    void the_example_of_the_contract_is_valid() {
        assertValid(resource("/config/contract.yaml"));
    }

    @Test
    void an_api_provider_is_configured_with_its_address_its_access_and_what_proves_an_arrival() {
        String yaml = resource("/config/contract.yaml");
        String url = "          apiUrl: https://contoso.cleointegration.com/api/orders\n";
        assertThat(yaml).contains(url);
        String api = url + "          api: ";
        assertValid(yaml.replace(
                url,
                api + "{authentication: {scheme: basic, username: mlc, password: {secret: acme-api}}, proof: status,"
                        + " statusUrl: \"https://contoso.cleointegration.com/api/orders/{document}\"}\n"));
        assertValid(yaml.replace(
                url,
                api + "{authentication: {scheme: header, header: X-Key, key: {env: ACME}}, proof: member,"
                        + " member: order.id}\n"));
        assertThat(mistakes(yaml.replace(url, "")))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("orders.format").contains("needs apiUrl"));
        assertThat(mistakes(yaml.replace(
                        "https://contoso.cleointegration.com/api/orders", "http://contoso.example/orders")))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("orders.apiUrl").contains("https://"));
        assertThat(mistakes(yaml.replace(url, api + "{authentication: {scheme: bearer}, proof: status}\n")))
                .anySatisfy(one -> assertThat(one).contains("bearer needs key"))
                .anySatisfy(one -> assertThat(one).contains("needs statusUrl"))
                .hasSize(2);
        assertThat(mistakes(yaml.replace(
                        url, api + "{proof: status, statusUrl: \"https://contoso.cleointegration.com/api/orders\"}\n")))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("statusUrl").contains("{document}"));
        assertThat(mistakes(yaml.replace(url, api + "{authentication: {scheme: bearer, key: plain}}\n")))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("plain text"));
        assertValid(yaml.replace("format: api", "format: x12"));
    }

    @Test
    void the_way_to_cleo_can_be_configured_and_mistakes_in_it_are_told() {
        String yaml = resource("/config/contract.yaml");
        String cleo = "      poll: 60s\n      stabilityWindow: 10s\n";
        assertThat(yaml).contains(cleo);
        assertThat(mistakes(yaml.replace(
                        cleo,
                        cleo
                                + "      tls: {trust: /no/such/file.pem}\n      proxy: socks://x:1\n      largestFolder: 0\n"
                                + "      timeouts: {request: 0s}\n      ignore: [\"*.ack\"]\n      readAgain: 5m\n")))
                .anySatisfy(one -> assertThat(one).contains("cleo.tls.trust").contains("not there"))
                .anySatisfy(one -> assertThat(one).contains("cleo.proxy").contains("http://host:port"))
                .anySatisfy(one -> assertThat(one).contains("cleo.largestFolder"))
                .anySatisfy(one -> assertThat(one).contains("cleo.timeouts.request"))
                .hasSize(4);
    }

    @Test
    void answers_go_where_orders_go_unless_a_folder_is_named() {
        assertThat(acknowledgement("acknowledge: \"997\""))
                .contains(new AcknowledgementAgreement(
                        new FolderReference.ByPath("/upload/acme"), Confirmation.ON_REQUEST, OnUnknownOutcome.RESEND));
        assertThat(
                        acknowledgement(
                                "acknowledge: \"997\", acknowledgements: {folder: /answers, interchange: always, onUnknownOutcome: hold}"))
                .contains(new AcknowledgementAgreement(
                        new FolderReference.ByPath("/answers"), Confirmation.ALWAYS, OnUnknownOutcome.HOLD));
        assertThat(acknowledgement("acknowledge: none")).isEmpty();
    }

    @Test
    void a_TA1_goes_alone_unless_agreed_otherwise() {
        assertThat(acknowledgement("acknowledge: \"997\"").orElseThrow().together())
                .isFalse();
        assertThat(acknowledgement("acknowledge: \"997\", acknowledgements: {ta1: with-997}")
                        .orElseThrow()
                        .together())
                .isTrue();
    }

    @Test
    void nothing_is_forgiven_or_filed_away_unless_it_is_named() {
        assertThatCode(() -> ConfigurationReader.parse(
                        withInvoices("forgive: [SE01, ge01], keep: [\"864\"]"), "mlc.yaml", HERE))
                .doesNotThrowAnyException();
        assertThat(mistakes(withInvoices("forgive: [SE03]")))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).contains("SE03").contains("IEA02"));
        assertThat(mistakes(withInvoices("keep: [\"810\"]")))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).contains("810").contains("cannot be filed away"));
        assertThat(mistakes(withInvoices("keep: [text]")))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).contains("no transaction set"));
    }

    private static String withInvoices(String keys) {
        return minimal()
                .replace(
                        "orders: {folder: /upload/acme}",
                        "orders: {folder: /upload/acme}\n        invoices: {folder: /download/acme, " + keys + "}");
    }

    @Test
    void answers_need_a_folder() {
        assertThat(mistakes(minimal()
                        .replace(
                                "orders: {folder: /upload/acme}",
                                "invoices: {folder: /download/acme, acknowledge: \"997\"}")))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).contains("needs a folder for the answers"));
    }

    private static Optional<AcknowledgementAgreement> acknowledgement(String keys) {
        String text = minimal()
                .replace(
                        "orders: {folder: /upload/acme}",
                        "orders: {folder: /upload/acme}\n        invoices: {folder: /download/acme, " + keys + "}");
        return ConfigurationReader.parse(text, "mlc.yaml", HERE)
                .connections()
                .getFirst()
                .partners()
                .all()
                .getFirst()
                .invoices()
                .orElseThrow()
                .acknowledgement();
    }

    @Test
    void all_mistakes_are_found_in_order_of_their_lines() {
        List<String> mistakes = mistakes(resource("/config/mistakes.yaml"));
        assertThat(mistakes)
                .satisfiesExactly(
                        port -> assertThat(port).startsWith("line 1, http.port: must be a whole number"),
                        unknown -> assertThat(unknown)
                                .startsWith("line 2, htpp: is not known here")
                                .contains("did you mean http?"),
                        secret -> assertThat(secret)
                                .startsWith("line 9, connections[0].dynamics.clientSecret: must not stand here")
                                .doesNotContain("hunter2"),
                        entities -> assertThat(entities)
                                .startsWith("line 10, connections[0].dynamics.legalEntities: must be a list"),
                        none -> assertThat(none).contains("names no legal entity"),
                        poll -> assertThat(poll)
                                .startsWith("line 11, connections[0].dynamics.orders.poll: must be a dur"),
                        missing -> assertThat(missing).startsWith("line 14, connections[0].cleo.username: is missing"),
                        word -> assertThat(word)
                                .startsWith("line 24, connections[0].partners[0].orders.changes: must be one of"),
                        folder -> assertThat(folder).contains("partners[0].invoices.folder: is missing"));
    }

    @Test
    void a_partner_that_stands_twice_is_a_mistake() {
        String partner = minimal().substring(minimal().indexOf("      - id: acme"));
        assertThat(mistakes(minimal() + partner))
                .anySatisfy(twice -> assertThat(twice).contains("acme").contains("twice"));
    }

    @Test
    void what_is_not_yaml_is_told_with_its_line() {
        assertThat(mistakes("http: {port: 1\nconnections: []\n"))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).startsWith("line 2").contains("is not YAML"));
        assertThat(mistakes(""))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake).contains("is empty"));
    }
}
