package io.mlconnector.runtime.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.postgres.support.FilledJournal;
import io.mlconnector.runtime.cli.Main;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with the database's password bends the history; the command finds it and names it. */
class AuditCommandTest {

    @TempDir
    private Path folder;

    private final FilledJournal ledger = FilledJournal.written("audit");

    /** What a command printed, and how it ended. */
    private record Answer(int code, String text) {}

    @BeforeEach
    void write_a_configuration() throws IOException {
        String minimal = new String(
                AuditCommandTest.class
                        .getResourceAsStream("/config/minimal.yaml")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("ml-connector.yaml"),
                minimal + "\ndatabase: {url: \"postgresql://postgres@127.0.0.1:"
                        + ledger.address().port() + "/" + ledger.address().name() + "\"}\n");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Answer run(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return new Answer(Main.execute(arguments), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private Answer audit(String verb, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("audit", verb, "-c", folder.resolve("ml-connector.yaml").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private void verifies(String... lines) {
        Answer answer = audit("verify");
        assertThat(answer.text().lines().filter(line -> !line.startsWith("The history is broken")))
                .containsExactly(lines);
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void a_history_that_nobody_touched_is_whole() {
        Answer answer = audit("verify");
        assertThat(answer.code()).isZero();
        assertThat(answer.text())
                .isEqualTo("The history is whole: 10 entries, 3 payloads.\nHead: " + ledger.head() + "\n");
        assertThat(audit("verify", "--without-payloads").text()).startsWith("The history is whole: 10 entries.\n");
    }

    @Test
    void a_changed_entry_is_named() {
        ledger.tamper("update journal_entry set message = 'It never was.' where owner = 'out-1' and number = 2");
        verifies("Entry 2 of out-1 (position 6) was changed: its owner, number, time, actor, event, message, details or"
                + " payloads do not fit its hash.");
    }

    @Test
    void a_detail_that_became_a_number_is_named() {
        ledger.tamper("update journal_entry set details = '{\"id\": 1}' where owner = 'out-2'");
        assertThat(audit("verify").text()).startsWith("Entry 1 of out-2 (position 5) was changed");
    }

    @Test
    void a_removed_entry_is_named() {
        ledger.tamper("delete from journal_entry where position between 6 and 8");
        verifies(
                "Positions 6 to 8 are missing, before Entry 2 of in-2 (position 9).",
                "out-1 lacks entries 2 to 3, before position 10.");
    }

    @Test
    void a_cut_end_is_named() {
        ledger.tamper("delete from journal_entry where position > 7");
        verifies("The newest 3 entries were removed: the head says 10, the last entry is 7.");
    }

    @Test
    void an_inserted_entry_is_named() {
        ledger.tamper(
                "alter table journal_entry drop constraint journal_entry_position",
                "update journal_entry set position = position + 1 where position > 4",
                "insert into journal_entry (owner, number, at, actor, event, message, details, payloads, hash, position,"
                        + " link) select owner, 2, at, actor, event, message, details, payloads, hash, 5, link"
                        + " from journal_entry where owner = 'file-1'",
                "update journal_head set position = 11");
        verifies("Entry 2 of file-1 (position 5) was inserted; the entries behind it were moved on for it.");
    }

    @Test
    void an_entry_inserted_behind_the_end_is_named() {
        ledger.tamper("insert into journal_entry (owner, number, at, actor, event, message, details, payloads, hash,"
                + " position, link) select owner, 2, at, actor, event, message, details, payloads, hash, 11, link"
                + " from journal_entry where owner = 'file-1'");
        assertThat(audit("verify").text())
                .contains("Entry 2 of file-1 (position 11) was")
                .contains("Position 11 was inserted behind the end, or the head was set back: it says 10.");
    }

    @Test
    void a_document_removed_with_its_entries_is_noticed() {
        ledger.tamper("delete from journal_entry where owner = 'out-2'", "delete from document where id = 'out-2'");
        verifies("Position 5 is missing, before Entry 2 of out-1 (position 6).");
    }

    @Test
    void a_document_without_entries_and_entries_without_a_document_are_named() {
        ledger.tamper("delete from document where id = 'out-1'", "delete from journal_entry where owner = 'in-2'");
        verifies(
                "Position 3 is missing, before Entry 1 of out-1 (position 4).",
                "Position 9 is missing, before Entry 4 of out-1 (position 10).",
                "The document in-2 has no history: it was inserted, or its entries were removed.",
                "There is no document, file or cross reference out-1, but 4 entries of its (positions 4 to 10): it was removed, or they"
                        + " were inserted.");
    }

    @Test
    void changed_and_missing_payloads_are_named() {
        String changed = FilledJournal.payload("bytes of in-1").hash().hex();
        String missing = FilledJournal.payload("bytes of in-2").hash().hex();
        ledger.tamper(
                "update payload set deflated = (select deflated from payload where hash = '" + missing
                        + "') where hash = '" + changed + "'",
                "delete from payload where hash = '" + missing + "'");
        verifies(
                "Payload " + changed + " was changed: its bytes have the hash " + missing + ".",
                "Entry 1 of in-2 (position 3) names payload " + missing + ", which is missing.");
        assertThat(audit("verify", "--without-payloads").code()).isZero();
    }

    @Test
    void a_changed_head_is_named() {
        ledger.tamper("update journal_head set link = repeat('0', 64)");
        assertThat(audit("verify").text()).startsWith("The head at position 10 does not fit the last entry");
        ledger.tamper("delete from journal_head");
        assertThat(audit("verify").text()).startsWith("The head is missing");
    }

    @Test
    void a_history_computed_anew_is_found_by_a_head_noted_before() {
        Head noted = ledger.head();
        assertThat(audit("verify", "--head", noted.toString()).code()).isZero();
        ledger.note("out-2", "It went on.");
        assertThat(audit("verify", "--head", noted.toString()).code()).isZero();
        ledger.tamper("delete from journal_entry", "update journal_head set position = 0, link = repeat('0', 64)");
        ledger.tamper("delete from document", "delete from file");
        ledger.receive("file-1", "in-1", "in-2");
        ledger.announce("out-1", "out-2", "out-3");
        for (int i = 0; i < 5; i++) {
            ledger.note("out-1", "Another story.");
        }
        assertThat(audit("verify").code()).as("all computed anew").isZero();
        Answer answer = audit("verify", "--head", noted.toString());
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).startsWith("The history up to position 10 is not the one whose head was noted");
    }

    @Test
    void findings_come_as_json_too() {
        ledger.tamper("update journal_entry set actor = 'jane' where position = 6");
        JsonObject json = new JsonObject(audit("verify", "--json").text());
        assertThat(json.getBoolean("whole")).isFalse();
        assertThat(json.getLong("entries")).isEqualTo(10);
        JsonObject finding = json.getJsonArray("findings").getJsonObject(0);
        assertThat(finding.getString("kind")).isEqualTo("changed");
        assertThat(finding.getLong("position")).isEqualTo(6);
        assertThat(finding.getString("document")).isEqualTo("out-1");
        assertThat(finding.getLong("number")).isEqualTo(2);
    }

    private Path exported(String... more) {
        Path file = folder.resolve("export-" + more.length + ".jsonl");
        List<String> arguments = new ArrayList<>(List.of("--output", file.toString()));
        arguments.addAll(List.of(more));
        assertThat(audit("export", arguments.toArray(String[]::new)).code()).isZero();
        return file;
    }

    private Answer verifyFile(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("audit", "verify", "--file", file.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void an_export_is_verified_without_a_database() throws IOException {
        Path file = exported();
        assertThat(Files.readAllLines(file)).hasSize(12);
        Answer answer = verifyFile(file, "--head", ledger.head().toString());
        assertThat(answer.text()).isEqualTo("The history is whole: 10 entries.\nHead: " + ledger.head() + "\n");
        assertThat(answer.code()).isZero();
        assertThat(audit("export", "--output", file.toString()).code())
                .as("an export is not written over")
                .isEqualTo(2);
    }

    @Test
    void a_part_and_one_document_are_exported_and_verified_too() throws IOException {
        Path part = exported("--from", "5");
        assertThat(verifyFile(part).text()).startsWith("The history is whole: 6 entries.\nHead: ");
        assertThat(verifyFile(part, "--head", ledger.head().toString()).code()).isZero();
        Path one = exported("--document", "out-1", "--from", "5");
        assertThat(verifyFile(one).text()).isEqualTo("The history is whole: 3 entries.\n");
        Files.writeString(one, Files.readString(one).replaceFirst("It was noted", "It was forgotten"));
        assertThat(verifyFile(one).text()).startsWith("Entry 2 of out-1 (position 6) was changed");
    }

    @Test
    void a_bent_export_is_found() throws IOException {
        List<String> lines = Files.readAllLines(exported());
        Path bent = folder.resolve("bent.jsonl");
        List<String> less = new ArrayList<>(lines);
        less.remove(6);
        assertThat(lines(bent, less))
                .contains(
                        "Position 6 is missing, before Entry 2 of in-1 (position 7).",
                        "out-1 lacks entry 2, before position 8.");
        assertThat(lines(bent, lines.subList(0, 9))).anyMatch(line -> line.contains("the file was cut"));
        for (int i = 1; i <= 10; i++) {
            for (String field : new JsonObject(lines.get(i)).fieldNames()) {
                List<String> changed = new ArrayList<>(lines);
                JsonObject entry = new JsonObject(lines.get(i));
                Object value = entry.getValue(field);
                changed.set(
                        i, entry.put(field, value instanceof Number ? 99 : "x").encode());
                assertThat(lines(bent, changed))
                        .as("line %d, %s", i, field)
                        .first()
                        .asString()
                        .doesNotStartWith("The history is whole");
            }
        }
        assertThat(verifyFile(folder.resolve("ml-connector.yaml")).code()).isEqualTo(2);
    }

    private List<String> lines(Path file, List<String> text) throws IOException {
        Files.write(file, text);
        return verifyFile(file).text().lines().toList();
    }
}
