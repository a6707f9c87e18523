package io.mlconnector.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.x12.explanation.ExplainedElement;
import io.mlconnector.x12.explanation.ExplainedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected result for each public sample, derived by hand from reference x12 and the files. */
@DisplayName("The public samples")
class SampleCorpusTest {
    private static Arguments expect(String file, String sets, String problems) {
        return Arguments.of(file, sets, problems.isEmpty() ? List.of() : List.of(problems.split("; ")));
    }

    /** File; its sets as id:control number, unusable ones with an exclamation mark; problems outside of sets. */
    static Stream<Arguments> files() {
        return Stream.of(
                expect("810_4010_two-invoices.edi", "810:000000001 810:000000002", ""),
                expect("mixed_810-4010_850-3010.edi", "810:000000001 810:000000002 850:000191240", ""),
                expect(
                        "810_4010_ariba_bom-indent-badisa.edi",
                        "810:0001",
                        "NOTE byte-order-mark; WARNING interchange-header-width TA105 022 ISA"),
                expect(
                        "810_4010_ariba_tax.edi",
                        "810:0001",
                        "NOTE byte-order-mark; WARNING interchange-header-width TA105 022 ISA"),
                expect(
                        "810_4010_ariba_header-invoice.edi",
                        "810:0001",
                        "NOTE byte-order-mark; WARNING interchange-header-width TA105 022 ISA"),
                expect("810_4010_freight-multi-st.edi", "810:0001 810:0002", ""),
                expect("810_4010_lf-terminated.edi", "810:0001!", ""),
                expect("810_4010_caret-delims.edi", "810:0001", ""),
                expect("850_4010vics.edi", "850:000000010", ""),
                expect("850_4010vics_lf.edi", "850:000000010", ""),
                expect("850_4010_no-linenumber.edi", "850:8830", ""),
                expect(
                        "850_4010_two-isa-same-control.edi",
                        "850:000000010 850:000000010",
                        "WARNING interchange-number-repeated TA105 025 ISA13"),
                expect("850_4010vics_bad-se-count.edi", "850:000000010!", "NOTE terminator-missing IEA"),
                expect("850_4010_syntaxnote-errors.edi", "850:000000010", ""),
                expect("850_4010_sln-composite.edi", "850:000000010", ""),
                expect(
                        "850_4010_broken-terminators.edi",
                        "850:0001 850:0001",
                        "WARNING component-separator-missing TA105 027 ISA16; NOTE terminator-missing IEA"),
                expect(
                        "850_4010_dropship-multi-st.edi",
                        "850:001504868 850:001504869 850:001504870 850:001504871 850:001504872 850:001504873",
                        ""),
                expect("850_4010_loops.edi", "850:0001", ""),
                expect("855_5010.edi", "855:0001", ""),
                expect("855_4010_book-trade.edi", "855:0005", ""),
                expect("855_4010_no-final-terminator.edi", "855:0001", "NOTE terminator-missing IEA"),
                expect("860_4010_two-st.edi", "860:0001 860:0002", ""),
                expect("824_5010_partial-reject.edi", "824:0001", "NOTE byte-order-mark"),
                expect("997_5010_rejected.edi", "997:0001", ""),
                expect("997_5010_three-isa.edi", "997:0001 997:0001 997:0001", ""),
                expect(
                        "997_5010_invalid.edi",
                        "997:0001!",
                        "WARNING date-invalid TA105 024 GS04; WARNING time-invalid TA105 024 GS05;"
                                + " ERROR group-number-differs AK905 4 GE02"),
                expect("997_4010_backslash-terminator.edi", "997:023760001", ""),
                expect("997_4010_short-isa.edi", "997:300044350", "WARNING interchange-header-width TA105 022 ISA"),
                expect(
                        "env_control-mismatch.edi",
                        "940:0001!",
                        "ERROR group-number-differs AK905 4 GE02;"
                                + " ERROR interchange-number-differs TA105 001 IEA02"),
                expect(
                        "env_wrong-counts.edi",
                        "940:0001!",
                        "ERROR set-count-wrong AK905 5 GE01; ERROR group-count-wrong TA105 021 IEA01;"
                                + " NOTE control-number-spelling IEA02"),
                expect(
                        "env_mixed-st-in-gs_blank-ids.edi",
                        "850:0001 864:0002! 850:0003",
                        "WARNING element-missing TA105 024 GS02; WARNING element-missing TA105 024 GS03;"
                                + " WARNING element-missing TA105 024 GS02; WARNING element-missing TA105 024 GS03"),
                expect(
                        "env_bad-elements.edi",
                        "850:0001!",
                        "ERROR group-number-differs AK905 4 GE02;"
                                + " ERROR interchange-number-differs TA105 001 IEA02"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @DisplayName("yield their transaction sets and envelope problems")
    void setsAndProblems(String file, String sets, List<String> problems) {
        DecodedFile decoded = DecodedInvoices.file(Samples.file(file));
        assertThat(decoded.documents().stream().map(SampleCorpusTest::brief).toList())
                .isEqualTo(List.of(sets.split(" ")));
        assertThat(DecodedInvoices.told(decoded.problems())).isEqualTo(problems);
        assertThat(decoded.problems()).noneMatch(problem -> problem.severity() == Severity.FATAL);
        assertThat(decoded.unread()).isEmpty();
    }

    private static String brief(DecodedDocument document) {
        return document.reference().transactionSetId() + ":"
                + document.reference().transactionSetNumber()
                + (document.usable() ? "" : "!");
    }

    @Test
    @DisplayName("are all listed in the table of origins and all tested")
    void allFiles() {
        assertThat(files().map(arguments -> (String) arguments.get()[0]).toList())
                .containsExactlyInAnyOrderElementsOf(Samples.names());
    }

    /** File, index, number, lines, TDS01, total by reference x12, section 13 (worked out by hand). */
    static Stream<Arguments> invoices() {
        return Stream.of(
                Arguments.of("810_4010_two-invoices.edi", 0, "00001", 7, "2554.38", "2554.38"),
                Arguments.of("810_4010_two-invoices.edi", 1, "00001", 2, "2554.38", "1851.00"),
                Arguments.of("mixed_810-4010_850-3010.edi", 0, "00001", 7, "2554.38", "2554.38"),
                // 359.96 of goods, 3.00 twice on lines, repeated as 6.00 at the end
                Arguments.of("810_4010_ariba_bom-indent-badisa.edi", 0, "DO091003TESTINV01", 2, "365.96", "371.96"),
                // line charges 3.00 and 0.03, summary 6.00, tax 35.96 sent on lines and in the summary
                Arguments.of("810_4010_ariba_tax.edi", 0, "DO091003TESTINV01TAX", 2, "401.92", "404.95"),
                // -41.19 + 6.00 + 10.00 on the line and again at the end, tax once
                Arguments.of("810_4010_ariba_header-invoice.edi", 0, "DO091003TESTHDRINV01", 1, "411.92", "345.54"),
                Arguments.of("810_4010_freight-multi-st.edi", 0, "654983115", 1, "1395.50", "807.50"),
                Arguments.of("810_4010_freight-multi-st.edi", 1, "658089516", 1, "827.75", "827.75"),
                Arguments.of("810_4010_lf-terminated.edi", 0, "55555555", 1, "5.35", "5.35"),
                Arguments.of("810_4010_caret-delims.edi", 0, "12973821", 124, "24669.39", "24669.39"));
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("invoices")
    @DisplayName("contain invoices with these totals")
    void totals(String file, int index, String number, int lines, String total, String computed) {
        DecodedDocument document =
                DecodedInvoices.file(Samples.file(file)).documents().get(index);
        VendorInvoice invoice = DecodedInvoices.invoice(document);
        assertThat(document.usable()).isEqualTo(!file.equals("810_4010_lf-terminated.edi"));
        assertThat(invoice.number()).isEqualTo(number);
        assertThat(invoice.lines()).hasSize(lines);
        assertThat(invoice.total()).isEqualTo(total);
        assertThat(invoice.computedTotal()).isEqualTo(computed);
        assertThat(invoice.kind()).isEqualTo(VendorInvoice.Kind.INVOICE);
    }

    @Test
    @DisplayName("an Ariba header invoice names its order on the line and has no line number")
    void aribaHeaderInvoice() {
        VendorInvoice invoice =
                DecodedInvoices.invoice(DecodedInvoices.file(Samples.file("810_4010_ariba_header-invoice.edi"))
                        .documents()
                        .get(0));
        assertThat(invoice.orderNumber()).isEmpty();
        assertThat(invoice.lines().get(0).orderNumber()).contains("DO091003");
        assertThat(invoice.lines().get(0).lineNumber()).isEmpty();
        assertThat(invoice.lines().get(0).unit()).hasToString("ZZ");
        assertThat(invoice.lines().get(0).charges()).hasSize(3);
        assertThat(invoice.statedTax()).isEqualTo("35.96");
    }

    @Test
    @DisplayName("wrong counts and control numbers in a set are reported at SE with the code of the standard")
    void setTrailers() {
        assertThat(problemsOf("850_4010vics_bad-se-count.edi")).contains("ERROR segment-count-wrong AK502 4 SE01");
        assertThat(problemsOf("env_control-mismatch.edi"))
                .contains("ERROR transaction-set-number-differs AK502 3 SE02");
        assertThat(problemsOf("810_4010_lf-terminated.edi"))
                .containsExactly("WARNING hash-total-wrong CTT02", "ERROR segment-count-wrong AK502 4 SE01");
        assertThat(problemsOf("env_bad-elements.edi"))
                .contains("WARNING segment-unknown AK304 1 InvalidSegment", "ERROR segment-count-wrong AK502 4 SE01");
    }

    @Test
    @DisplayName("no code of the standard is called unknown in them, and of their codes 97 in 100 have a name")
    void codes() {
        var unknown = new TreeSet<String>();
        var coded = new ArrayList<ExplainedElement>();
        for (String file : Samples.names()) {
            for (ExplainedElement element : elements(file)) {
                if (element.type().equals("ID") && !element.value().isBlank()) {
                    coded.add(element);
                }
                element.problems().stream()
                        .filter(problem -> problem.code().equals("code-unknown"))
                        .forEach(problem -> unknown.add(problem.segment() + problem.element() + " " + problem.text()));
            }
        }
        // ZZZ is no code of element 128; the others are there to be found.
        assertThat(unknown).containsExactly("AK11 <NOT_IN_CODESET>", "DTM1 XXX213", "REF1 ZZZ");
        long named =
                coded.stream().filter(element -> !element.meaning().isEmpty()).count();
        assertThat(coded).hasSizeGreaterThan(2000);
        assertThat(named * 100).isGreaterThanOrEqualTo(coded.size() * 97L);
    }

    private static List<ExplainedElement> elements(String file) {
        var elements = new ArrayList<ExplainedElement>();
        new X12Explainer().explain(Samples.file(file)).interchanges().forEach(interchange -> {
            interchange.segments().forEach(segment -> elements.addAll(segment.elements()));
            interchange.groups().forEach(group -> {
                group.segments().forEach(segment -> elements.addAll(segment.elements()));
                group.sets().stream()
                        .flatMap(set -> set.parts().stream())
                        .flatMap(ExplainedPart::segments)
                        .forEach(segment -> elements.addAll(segment.elements()));
            });
        });
        return elements;
    }

    @Test
    @DisplayName("an order is checked element by element although it is not converted")
    void ordersAreChecked() {
        assertThat(problemsOf("850_4010_syntaxnote-errors.edi"))
                .contains("WARNING element-conditionally-missing AK403 2 PO107");
        assertThat(problemsOf("env_bad-elements.edi"))
                .contains(
                        "WARNING date-invalid AK403 8 DTM02",
                        "WARNING element-too-long AK403 5 DTM01",
                        "WARNING segment-missing AK304 3 BEG");
    }

    private static List<String> problemsOf(String file) {
        return DecodedInvoices.told(DecodedInvoices.file(Samples.file(file)).documents().get(0).problems().stream()
                .filter(problem -> problem.severity() != Severity.NOTE)
                .toList());
    }
}
