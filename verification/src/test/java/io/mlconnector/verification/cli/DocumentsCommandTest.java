package io.mlconnector.verification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Terminal;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal asks: beside the daemon, which answers, and the same without one. */
class DocumentsCommandTest {

    @TempDir
    private Path folder;

    @Test
    void records_are_listed_told_and_acted_on() throws IOException {
        try (World world = new World(
                        "documentscommand",
                        folder,
                        TwinOptions.demo(42),
                        yaml -> yaml.replace("afterReceive: leave}", "afterReceive: leave, acknowledge: \"997\"}"))
                .start()) {
            world.twin().play();
            world.settle(Duration.ofSeconds(60));
            Path yaml = Files.writeString(folder.resolve("ml-connector.yaml"), world.yaml());

            Printed all = command(yaml, "list", "--limit", "500");
            assertThat(all.code()).as(all.err()).isZero();
            assertThat(all.lines().getFirst())
                    .startsWith("ID")
                    .contains("TYPE", "PARTNER", "CONDITION", "STAGE", "AGE", "AMOUNT")
                    .as("nobody answered yet, nobody looks after one")
                    .doesNotContain("ANSWER", "ASSIGNEE");
            assertThat(all.out()).contains(" USD").containsPattern("\\d+ (s|min)\\b");
            assertThat(all.lines())
                    .filteredOn(line -> !line.startsWith("ID") && !line.startsWith("    "))
                    .hasSize(world.documents().size());

            words(yaml);
            limits(world, yaml);
            files(yaml);
            names(yaml);
            sentBytes(world, yaml);
            ignoredOptions(world, yaml);
            bothActsAreForeseen(world, yaml);
            nothingMatches(world, yaml);
            numbersInPlaceOfIds(world, yaml);
            causes(yaml);
            DocumentRecord held = world.documents().stream()
                    .filter(document -> document.condition() == Condition.HELD
                            && document.type().equals("810")
                            && document.keys().worth().isPresent())
                    .findFirst()
                    .orElseThrow();
            heading(yaml, held);
            attention(yaml, held);
            advice(world, yaml, held);
            story(yaml, held);
            bytes(yaml, held);
            acts(world, yaml, held);
        }
    }

    private void words(Path yaml) {
        Printed held = command(yaml, "list", "--condition", "hled");
        assertThat(held.code()).isEqualTo(2);
        assertThat(held.err()).contains("--condition").contains("held");
        Printed answered = command(yaml, "list", "--acknowledgement", "none", "--json");
        assertThat(answered.code()).as(answered.err()).isZero();
        assertThat(new JsonObject(answered.out()).getJsonArray("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(((JsonObject) item).getString("acknowledgement"))
                        .isEqualTo("none"));
        assertThat(command(yaml, "list", "--acknowledgement", "acepted").err()).contains("accepted");
        Printed none = command(yaml, "list", "-q", "there-is-no-such-number");
        assertThat(none.code()).isZero();
        assertThat(none.err()).contains("No document matches.");
        assertThat(command(yaml, "list", "--limit", "501").code()).isEqualTo(2);
        Printed empty = command(yaml, "assign", "--condition", "held", "--to", "Bob", "--partner", "");
        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.err()).contains("--partner is empty: give it a value, or leave it out.");
    }

    private static int entries(World world) {
        return world.documents().stream()
                .mapToInt(one -> world.history(one).size())
                .sum();
    }

    private void limits(World world, Path yaml) {
        int before = entries(world);
        for (String limit : List.of("0", "-1", "501")) {
            for (String[] words : List.of(
                    new String[] {"list"},
                    new String[] {"list", "--files"},
                    new String[] {"replay", "--condition", "held"},
                    new String[] {"release", "--condition", "held"},
                    new String[] {"discard", "--condition", "held"},
                    new String[] {"restore", "--condition", "held"},
                    new String[] {"assign", "--condition", "held", "--to", "Ana"},
                    new String[] {"snooze", "--condition", "held", "--for", "1d"},
                    new String[] {"comment", "--condition", "held", "--text", "x"})) {
                String[] limited = Stream.concat(Stream.of(words), Stream.of("--limit", limit))
                        .toArray(String[]::new);
                Printed refused = command(yaml, limited);
                assertThat(refused.code()).as(String.join(" ", limited)).isEqualTo(2);
                assertThat(refused.err()).contains("--limit must be 1 to 500");
            }
        }
        assertThat(entries(world)).as("nothing was done").isEqualTo(before);
        assertThat(Terminal.command(yaml, "audit", "numbers", "--limit", "0").code())
                .isEqualTo(2);
    }

    private void files(Path yaml) {
        Printed acme = command(yaml, "list", "--files", "--partner", "acme", "--json");
        assertThat(new JsonObject(acme.out()).getJsonArray("items"))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(((JsonObject) file).getString("partner")).isEqualTo("acme"));
        assertThat(new JsonObject(acme.out())
                        .getJsonArray("items").stream()
                                .mapToInt(file -> ((JsonObject) file).getInteger("documents"))
                                .sum())
                .as("what came, without our answers")
                .isEqualTo(new JsonObject(command(
                                        yaml,
                                        "list",
                                        "--direction",
                                        "inbound",
                                        "--partner",
                                        "acme",
                                        "--json",
                                        "--limit",
                                        "500")
                                .out())
                        .getJsonArray("items")
                        .size());
        assertThat(command(yaml, "list", "--files").out())
                .contains("ID", "FOLDER", "NAME", "BYTES", "DOCUMENTS", "ANSWERS OF OURS", "TAKEN")
                .containsPattern("/download/acme +810_ACME_\\d+.edi +\\d+ +1 +1 +20");
        Printed none = command(yaml, "list", "--files", "-q", "zzz", "--since", "2030-01-01");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("No file matches.");
        for (String[] option : List.of(
                new String[] {"--condition", "held"},
                new String[] {"--type", "810"},
                new String[] {"--assignee", "Ana"},
                new String[] {"--cause", "x"},
                new String[] {"--legal-entity", "usmf"})) {
            Printed refused = command(yaml, "list", "--files", option[0], option[1]);
            assertThat(refused.code()).as(option[0]).isEqualTo(2);
            assertThat(refused.err()).contains(option[0] + " says nothing about files");
        }
    }

    private void names(Path yaml) {
        Printed partner = command(yaml, "list", "--partner", "acm");
        assertThat(partner.code()).isEqualTo(2);
        assertThat(partner.err()).contains("did you mean acme?");
        assertThat(command(yaml, "list", "--legal-entity", "usm").err()).contains("did you mean usmf?");
        assertThat(command(yaml, "list", "--connection", "dmo").err()).contains("did you mean demo?");
        assertThat(command(yaml, "causes", "--partner", "acm").err()).contains("did you mean acme?");
        assertThat(command(yaml, "discard", "--partner", "acm").code()).isEqualTo(2);
        Printed translation = Terminal.command(yaml, "crossref", "set", "acm", "unit", "CT", "ctn");
        assertThat(translation.code()).isEqualTo(2);
        assertThat(translation.err()).contains("did you mean acme?");
        Printed from = command(yaml, "list", "--from", "2026-01-01");
        assertThat(from.code()).isEqualTo(2);
        assertThat(from.err()).contains("did you mean --since?").doesNotContain("--acknowledgement");
        assertThat(command(yaml, "list", "--conditon", "held").err()).contains("did you mean --condition?");
        assertThat(command(yaml, "what-if", "--help").err()).doesNotContain("WARN");
        assertThat(command(yaml, "lst").err()).contains("did you mean list?");
    }

    private void sentBytes(World world, Path yaml) throws IOException {
        Path out = folder.resolve("sent");
        DocumentRecord order = one(world, "850", Condition.DONE);
        Printed sent = command(yaml, "payload", order.id().text(), "--out", out + ".850");
        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(Files.readString(Path.of(out + ".850"), StandardCharsets.ISO_8859_1))
                .startsWith("ISA")
                .contains("ST*850*", order.keys().orderNumber());
        Printed owners = command(yaml, "payload", order.id().text(), "--owners");
        assertThat(owners.out())
                .contains(
                        order.id().text(),
                        "encoded, delivered",
                        "850",
                        order.keys().orderNumber());
        Printed byNumber =
                command(yaml, "show", order.keys().confirmationNumber().toLowerCase(Locale.ROOT));
        assertThat(byNumber.code()).isEqualTo(1);
        assertThat(byNumber.err()).contains("There is no document or file", "did you mean " + order.id());
        Printed other = command(yaml, "payload", "0".repeat(64), "--owners", "--json");
        assertThat(other.code()).isEqualTo(1);
        assertThat(command(yaml, "payload", order.id().text(), "--json").code()).isEqualTo(2);
        DocumentRecord answer = one(world, "997", Condition.DONE);
        assertThat(answer.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(command(yaml, "payload", answer.id().text(), "--out", out + ".997")
                        .code())
                .isZero();
        assertThat(Files.readString(Path.of(out + ".997"), StandardCharsets.ISO_8859_1))
                .startsWith("ISA")
                .contains("ST*997*");
        assertThat(command(yaml, "payload", order.id().text(), "--hop", "aligned", "--out", out + ".aligned")
                        .code())
                .isZero();
        assertThat(Files.readString(Path.of(out + ".aligned"))).startsWith("{");
        Printed wrong = command(yaml, "payload", order.id().text(), "--hop", "algned");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("encoded");
        DocumentRecord unwritten = world.documents().stream()
                .filter(document -> document.direction() == Direction.OUTBOUND
                        && document.state().progress() instanceof SendingState sending
                        && sending.written().isEmpty())
                .findFirst()
                .orElseThrow();
        Printed nothing = command(yaml, "payload", unwritten.id().text());
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("no file was written");
    }

    private static DocumentRecord one(World world, String type, Condition condition) {
        return world.documents().stream()
                .filter(document -> document.type().equals(type) && document.condition() == condition)
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " " + condition + " is not among "
                        + world.documents().stream()
                                .map(document -> document.type() + " " + document.condition())
                                .distinct()
                                .toList()));
    }

    private void ignoredOptions(World world, Path yaml) {
        String id = world.documents().getFirst().id().text();
        assertThat(command(yaml, "comment", id, "--text", "x", "--limit", "3").code())
                .as("a limit of named documents")
                .isEqualTo(2);
        assertThat(command(yaml, "show", id, "--story", "--json").code()).isEqualTo(2);
        assertThat(command(yaml, "payload", "0".repeat(64), "--read").code()).isEqualTo(2);
        assertThat(command(yaml, "causes", "--legal-entity", "usmf").code()).isEqualTo(2);
        assertThat(command(yaml, "causes", "--fix", "x", "--unchecked").code()).isEqualTo(2);
        assertThat(command(yaml, "causes", "--undo", "x", "--from", "2026-01-01")
                        .code())
                .isEqualTo(2);
    }

    private void bothActsAreForeseen(World world, Path yaml) {
        int before = entries(world);
        Printed release = command(yaml, "release", "--condition", "held", "--forecast");
        assertThat(release.code()).as(release.err()).isZero();
        assertThat(release.out()).containsPattern("[0-9]+ documents: [0-9]+ [a-z-]+");
        Printed restore = command(yaml, "restore", "--condition", "held", "--forecast", "--json");
        assertThat(restore.code()).as("a refusal is what a forecast tells").isZero();
        assertThat(command(yaml, "restore", "nope", "--forecast").code()).isEqualTo(1);
        assertThat(new JsonObject(restore.out()).getJsonArray("items"))
                .allSatisfy(one ->
                        assertThat(((JsonObject) one).getString("verdict")).isEqualTo("refused"));
        Printed discard = command(yaml, "discard", "--condition", "held", "--forecast");
        assertThat(discard.out())
                .containsPattern("([0-9]+) documents: \\1 would be discarded")
                .contains("would be discarded; nothing is written to F&O or Cleo.")
                .doesNotContain("nothing:", "is discarded");
        assertThat(command(yaml, "assign", "--condition", "held", "--to", "Ana", "--forecast")
                        .out())
                .containsPattern("([0-9]+) documents: \\1 would be assigned")
                .contains("would be looked after by Ana. Nothing else changes.");
        assertThat(command(yaml, "snooze", "--condition", "held", "--until", "2001-01-01", "--forecast")
                        .err())
                .contains("within the next year");
        assertThat(command(yaml, "snooze", "--condition", "held", "--for", "1d", "--until", "2001-01-01")
                        .code())
                .isEqualTo(2);
        assertThat(entries(world)).isEqualTo(before);
    }

    /** People know numbers rather than ids. */
    private void numbersInPlaceOfIds(World world, Path yaml) {
        int before = entries(world);
        String number = world.documents().stream()
                .map(one -> one.keys().invoiceNumber())
                .filter(invoice -> invoice.contains("-"))
                .findFirst()
                .orElseThrow();
        for (String[] words : List.of(
                new String[] {"show"},
                new String[] {"payload"},
                new String[] {"release"},
                new String[] {"release", "--forecast"},
                new String[] {"replay"},
                new String[] {"assign", "--to", "Ana"},
                new String[] {"advise", "--code", "012", "--text", "x"})) {
            for (String word : List.of(number, "nope")) {
                String[] all = Stream.concat(Stream.of(words), Stream.of(word)).toArray(String[]::new);
                Printed printed = command(yaml, all);
                assertThat(printed.code()).as(String.join(" ", all)).isEqualTo(1);
                assertThat(printed.err() + printed.out())
                        .contains("There is no document", word)
                        .containsPattern(word.equals("nope") ? "documents list" : "did you mean|documents list -q")
                        .doesNotContain("/api/", "Not a document id");
            }
        }
        assertThat(command(yaml, "causes", "--undo", "nope").err())
                .contains("There is no fix nope")
                .doesNotContain("/api/");
        assertThat(entries(world)).isEqualTo(before);
    }

    private void nothingMatches(World world, Path yaml) {
        int before = entries(world);
        for (String[] words : List.of(
                new String[] {"replay"},
                new String[] {"release"},
                new String[] {"discard", "--forecast"},
                new String[] {"restore"},
                new String[] {"assign", "--to", "Ana"},
                new String[] {"snooze", "--for", "1d"},
                new String[] {"comment", "--text", "x"})) {
            String[] all = Stream.concat(Stream.of(words), Stream.of("--cause", "unit-unknown:acme:NONE"))
                    .toArray(String[]::new);
            Printed printed = command(yaml, all);
            assertThat(printed.code()).as(printed.err()).isZero();
            assertThat(printed.err()).contains("No document matches; nothing was done.");
            assertThat(printed.out()).isEmpty();
        }
        assertThat(entries(world)).isEqualTo(before);
    }

    private void causes(Path yaml) {
        Printed listed = command(yaml, "causes");
        assertThat(listed.lines().getFirst()).contains("COUNT", "AGE", "DUE", "AMOUNT", "CAUSE");
        assertThat(listed.out())
                .containsPattern("[0-9],[0-9]{3}\\.[0-9]{2} USD")
                .containsPattern("[0-9]{2}:[0-9]{2} UTC|[0-9]{2}:[0-9]{2}:[0-9]{2} UTC")
                .doesNotContainPattern("T[0-9]{2}:[0-9]{2}:[0-9]{2}");
    }

    private void heading(Path yaml, DocumentRecord held) {
        Printed shown = command(yaml, "show", held.id().text());
        assertThat(shown.out())
                .containsPattern("condition +held since 20[0-9-]+ [0-9:]+ UTC")
                .containsPattern("stage +" + held.stage().word())
                .containsPattern("validity +" + held.validity().word())
                .containsPattern("acknowledgement +none")
                .containsPattern("amount +[0-9,]+\\.[0-9]{2} [A-Z]{3}")
                .doesNotContainPattern("T[0-9]{2}:[0-9]{2}:[0-9]{2}");
    }

    private void attention(Path yaml, DocumentRecord held) {
        String id = held.id().text();
        assertThat(command(yaml, "assign", id, "--to", "Ana").out()).contains("Ana looks after it now.");
        assertThat(command(yaml, "snooze", id, "--for", "2d").out()).contains("put off until 20", " UTC");
        assertThat(command(yaml, "comment", id, "--text", "x").out()).contains("The comment is in its history.");
        assertThat(command(yaml, "show", id).out())
                .containsPattern("assignee +Ana")
                .containsPattern("put off until +20[0-9-]+ [0-9:]+ UTC");
        assertThat(command(yaml, "list", "--assignee", "Ana").out()).contains("ASSIGNEE", "Ana, put off");
        assertThat(command(yaml, "list", "--snoozed").out()).contains(id);
        assertThat(command(yaml, "list", "--no-snoozed").out()).doesNotContain(id);
        assertThat(command(yaml, "causes", "--snoozed").out())
                .contains(held.reason().orElseThrow().causeKey());
        assertThat(command(yaml, "snooze", id).out()).contains("listed again");
        assertThat(command(yaml, "assign", id).out()).contains("Nobody looks after it");
    }

    private void advice(World world, Path yaml, DocumentRecord held) {
        String id = held.id().text();
        int documents = world.documents().size();
        Printed wrong = command(yaml, "advise", id, "--code", "999", "--text", "x");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err())
                .contains("Nothing was announced", "Choose another code, or other words.")
                .doesNotContain("Discard", "segment")
                .containsOnlyOnce("TED01");
        assertThat(world.documents()).hasSize(documents);
        Printed told = command(yaml, "advise", id, "--code", "012", "--text", "5.00 was agreed");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).contains("The partner is told by 824", "TR 012, 5.00 was agreed");
    }

    private void story(Path yaml, DocumentRecord held) {
        Printed story = command(yaml, "show", held.id().text(), "--story");
        assertThat(story.code()).as(story.err()).isZero();
        assertThat(story.out())
                .contains("What came", "Where it stopped", " UTC  ")
                .doesNotContainPattern("T[0-9]{2}:[0-9]{2}:[0-9]{2}");
        Printed plain = command(yaml, "show", held.id().text(), "--json");
        assertThat(new JsonObject(plain.out()).getJsonArray("history")).isNotEmpty();
        assertThat(command(yaml, "show", "01m8gx96ra000khekn6").err()).contains("There is no document or file");
    }

    private void bytes(Path yaml, DocumentRecord held) throws IOException {
        Path out = folder.resolve("invoice.edi");
        Printed written = command(yaml, "payload", held.id().text(), "--out", out.toString());
        assertThat(written.code()).as(written.err()).isZero();
        assertThat(Files.readString(out, StandardCharsets.ISO_8859_1)).startsWith("ISA");
        assertThat(command(yaml, "payload", held.id().text(), "--out", out.toString())
                        .code())
                .as("nothing is overwritten")
                .isEqualTo(1);
    }

    private void acts(World world, Path yaml, DocumentRecord held) {
        String id = held.id().text();
        Printed forecast = command(yaml, "discard", id, "--forecast");
        assertThat(forecast.code()).as(forecast.err()).isZero();
        assertThat(forecast.out()).contains(id).contains("discarded");
        assertThat(command(yaml, "comment", id, "--text", "Ana calls the vendor.")
                        .code())
                .isZero();
        Printed discarded = command(yaml, "discard", id, "--reason", "The vendor sends another one.");
        assertThat(discarded.code()).as(discarded.err()).isZero();
        assertThat(discarded.out()).contains("discarded");
        assertThat(command(yaml, "discard", id).code()).as("twice").isEqualTo(1);
        assertThat(world.history(held))
                .filteredOn(entry -> entry.entry().message().contains("Ana calls the vendor.")
                        || entry.entry().message().contains("The vendor sends another one."))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(entry -> assertThat(entry.entry().actor()).isEqualTo(System.getProperty("user.name")));
        Printed restored = command(yaml, "restore", id);
        assertThat(restored.code()).as(restored.err()).isZero();
    }

    private static Printed command(Path yaml, String... words) {
        return Terminal.command(
                yaml, Stream.concat(Stream.of("documents"), Stream.of(words)).toArray(String[]::new));
    }
}
