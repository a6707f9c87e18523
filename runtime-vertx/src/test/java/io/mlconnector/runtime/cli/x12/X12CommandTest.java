package io.mlconnector.runtime.cli.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.cli.Main;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class X12CommandTest {

    @TempDir
    private Path folder;

    /** What a command printed, and how it ended. */
    private record Answer(int code, String text) {
        List<String> lines() {
            return text.lines().map(String::stripTrailing).toList();
        }
    }

    private static Answer run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return new Answer(Main.execute(arguments), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = X12CommandTest.class.getResourceAsStream("/x12/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice", "broken", "order"})
    void a_file_is_explained_as_written_down(String name) throws IOException {
        Answer answer = run("x12", "explain", file("in.edi", resource(name + ".edi")));

        // -Dgolden.write=true writes the expected files anew.
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(
                    Path.of("src/test/resources/x12", name + ".txt"), String.join("\n", answer.lines()) + "\n");
        }
        assertThat(answer.lines()).isEqualTo(resource(name + ".txt").lines().toList());
        assertThat(answer.code()).isZero();
    }

    @Test
    void one_json_value_holds_loops_names_and_problems() throws IOException {
        JsonObject json = new JsonObject(run("x12", "explain", "--json", file("in.edi", resource("broken.edi")))
                .text());

        JsonObject set = json.getJsonArray("interchanges")
                .getJsonObject(0)
                .getJsonArray("groups")
                .getJsonObject(0)
                .getJsonArray("sets")
                .getJsonObject(0);
        assertThat(set.getBoolean("usable")).isFalse();
        assertThat(set.encode()).contains("\"loop\":\"IT1/SAC\"", "number-invalid", "ZQ9", "what");
        assertThat(json.getJsonArray("strays").getJsonObject(0).getString("text"))
                .isEqualTo("left over");
    }

    @Test
    void a_part_of_a_file_can_be_shown() throws IOException {
        String file = file("in.edi", resource("invoice.edi"));

        assertThat(run("x12", "explain", "--only", "TDS", file).text())
                .contains("TDS  Total")
                .doesNotContain("BIG");
        assertThat(run("x12", "explain", "--set", "2", file).text()).doesNotContain("BIG");
        assertThat(run("x12", "explain", "--colour", file).text()).contains("\u001b[");
        assertThat(run("x12", "explain", "--no-colour", file).text()).doesNotContain("\u001b[");
    }

    @Test
    void a_file_that_breaks_a_guide_passes_with_warnings_and_is_refused_when_strict() throws IOException {
        String file = file("in.edi", resource("invoice.edi"));
        String guide = file("guide.yaml", "name: Acme\nsets:\n  \"810\": {required: [CUR]}\n");

        Answer warned = run("x12", "check", "--guide", guide, file);
        assertThat(warned.code()).isZero();
        assertThat(warned.text()).contains("guide-segment-missing", "rule: Acme: CUR required");
        Answer refused = run("x12", "check", "--guide", guide, "--strict", "--answer", file);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains("NOT usable", "AK5*R*5~").doesNotContain("TA1*");
        assertThat(run("x12", "check", file).code()).isZero();
    }

    @Test
    void an_answer_has_a_ta1_only_where_isa14_asks_for_it() throws IOException {
        String text = resource("invoice.edi");

        assertThat(run("x12", "check", "--answer", file("no.edi", text)).text())
                .contains("AK9*A*")
                .doesNotContain("TA1*");
        assertThat(run("x12", "check", "--answer", file("yes.edi", text.replace("*0*P*>", "*1*P*>")))
                        .text())
                .contains("AK9*A*", "TA1*000000007");
    }

    @Test
    void an_answer_to_a_partner_is_as_agreed_with_him() throws IOException {
        String text = resource("invoice.edi");
        String invoice = file("in.edi", text);
        String broken =
                file("broken.edi", text.replace("IT1*1*10*EA*", "IT1*1*10*QQ*").replace("CTT*2*14", "CTT*2*x"));
        String agreed = config("agreed", "acknowledge: \"997\", acknowledgements: {interchange: always}");
        String silent = config("silent", "acknowledge: none");

        // ISA14 asks for no TA1; the partner gets one all the same.
        Answer answer = run("x12", "check", "--config", agreed, "--partner", "acme", "--answer", invoice);
        assertThat(answer.text()).contains("AK9*A*1*1*1~", "TA1*000000007*260310*0915*A*000~");
        assertThat(answer.code()).isZero();
        assertThat(run("x12", "check", "--config", agreed, "--partner", "acme", "--answer", broken)
                        .text())
                .contains("AK3*CTT", "AK4*2*", "TA1*000000007");
        assertThat(run("x12", "check", "--config", silent, "--partner", "acme", "--answer", invoice)
                        .text())
                .doesNotContain("AK9*", "TA1*");
        Answer unknown = run("x12", "check", "--config", agreed, "--partner", "globex", "--answer", invoice);
        assertThat(unknown.code()).isEqualTo(2);
    }

    private String config(String name, String answering) throws IOException {
        try (var in = X12CommandTest.class.getResourceAsStream("/config/minimal.yaml")) {
            return file(
                    name + ".yaml",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            + "        invoices: {folder: /download/acme, " + answering + "}\n");
        }
    }

    @Test
    void a_file_that_only_acknowledges_an_interchange_is_good() throws IOException {
        String text = resource("invoice.edi");
        String header = text.substring(0, 106);

        Answer good =
                run("x12", "check", file("ta1.edi", header + "\nTA1*000000007*260310*0915*A*000~\nIEA*0*000000007~\n"));
        assertThat(good.text()).contains("0 transaction sets, 0 problems.");
        assertThat(good.code()).isZero();
        assertThat(run("x12", "check", file("none.edi", header + "\nIEA*0*000000007~\n"))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void like_problems_are_one_line_with_their_number() throws IOException {
        String text = resource("broken.edi").replace("ZQ9*what*is*this~", "ZQ9*1~\n".repeat(60));

        Answer answer = run("x12", "check", file("in.edi", text));

        assertThat(answer.lines().stream().filter(line -> line.contains("[segment-unknown]")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("And 59 more of this kind, the last at ZQ9 (segment "));
        JsonObject json = new JsonObject(
                run("x12", "check", "--json", file("in.edi", text)).text());
        assertThat(json.getInteger("problemCount"))
                .isEqualTo(json.getJsonArray("problems").size());
    }

    @Test
    void sets_of_an_interchange_that_was_cut_off_are_not_usable() throws IOException {
        String text = resource("invoice.edi");

        Answer answer = run("x12", "check", file("in.edi", text.substring(0, text.indexOf("GE*"))));

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("NOT usable").doesNotContain(": usable");
    }

    @ParameterizedTest
    @CsvSource({
        "SE*11*0001, SE*12*0001",
        "SE*11*0001, SE*11*0002",
        "GE*1*7, GE*2*7",
        "GE*1*7, GE*1*8",
        "IEA*1*000000007, IEA*2*000000007",
        "IEA*1*000000007, IEA*1*000000009"
    })
    void an_envelope_that_does_not_agree_with_itself_makes_its_sets_unusable(String right, String wrong)
            throws IOException {
        String text = resource("invoice.edi");

        Answer answer = run("x12", "check", file("in.edi", text.replace(right, wrong)));

        assertThat(run("x12", "check", file("right.edi", text)).code()).isZero();
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("NOT usable").doesNotContain(": usable");
    }

    @Test
    void a_preview_says_when_totals_differ_and_shows_what_stands_with_the_lines() throws IOException {
        String text = resource("invoice.edi");
        String total =
                text.lines().filter(line -> line.startsWith("TDS")).findFirst().orElseThrow();
        String odd = text.replace(total, "TDS*100~");

        String config = folder.resolve("none.yaml").toString();
        String shown = run("preview", "invoice", "--config", config, file("in.edi", odd))
                .text();
        assertThat(shown).contains("The totals differ: the stated total is ", "\n      charge D240 1.50");
        assertThat(run("preview", "invoice", "--config", config, file("in.edi", text))
                        .text())
                .doesNotContain("The totals differ");
    }

    @Test
    void spelling_and_envelopes_are_no_differences_but_quantities_and_lines_are() throws IOException {
        String before = file("a.edi", resource("invoice.edi"));
        String same = file(
                "b.edi",
                resource("invoice.edi")
                        .replace("*2.5*", "*2.50*")
                        .replace("IT1*1*", "IT1*01*")
                        .replace("000000007", "000000008")
                        .replace("\n", ""));
        assertThat(run("x12", "diff", before, same).code()).isZero();
        assertThat(run("x12", "diff", before, same).text())
                .contains("The documents say the same.", "(envelope: ISA, ISA13 control number");

        String other = file(
                "c.edi", resource("invoice.edi").replace("IT1*2*4*", "IT1*3*4*").replace("IT1*1*10*", "IT1*1*11*"));
        Answer answer = run("x12", "diff", before, other);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text())
                .contains(
                        "810 INV-1: IT1 1, IT102 quantity invoiced: 10 -> 11",
                        "810 INV-1: IT1 2, IT102 quantity invoiced: 4 -> (nothing)",
                        "810 INV-1: IT1 3, IT102 quantity invoiced: (nothing) -> 4");
        String one = file("d.edi", resource("invoice.edi").replace("IT1*1*10*", "IT1*1*11*"));
        assertThat(run("x12", "diff", before, one).text()).contains("\n1 difference.\n");
        assertThat(new JsonObject(run("x12", "diff", "--json", before, other).text()).getBoolean("same"))
                .isFalse();
    }
}
