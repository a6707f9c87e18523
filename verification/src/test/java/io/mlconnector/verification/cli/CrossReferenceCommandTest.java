package io.mlconnector.verification.cli;

import static io.mlconnector.verification.support.Terminal.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.support.Terminal.Printed;
import io.mlconnector.verification.support.World;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Translations from a terminal: the daemon is asked where one runs, and the same is done where none does. */
class CrossReferenceCommandTest {

    private static final String USER = System.getProperty("user.name");

    @TempDir
    private Path folder;

    @Test
    void beside_a_daemon_the_daemon_is_asked() throws IOException {
        try (World world = new World("crossrefbeside", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            Path yaml = Files.writeString(
                    folder.resolve("ml-connector.yaml"),
                    // Whoever opens the database by himself fails.
                    world.yaml().replace("127.0.0.1:" + world.database().port() + "/", "127.0.0.1:1/"));
            everything(yaml);
        }
    }

    @Test
    void without_a_daemon_the_same_is_done() throws IOException {
        try (World world = new World("crossrefalone", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.kill();
            Path yaml = Files.writeString(folder.resolve("ml-connector.yaml"), world.yaml());
            everything(yaml);
        }
    }

    private void everything(Path yaml) throws IOException {
        assertThat(command(yaml, "crossref", "list", "--json").out()).isEqualTo("[ ]\n");
        entered(yaml);
        told(yaml);
        imported(yaml);
        removed(yaml);
        refused(yaml);
    }

    private void entered(Path yaml) {
        Printed entered = command(yaml, "crossref", "set", "acme", "unit", "CQ", "ea", "--reason", "their price list");
        assertThat(entered.code()).as(entered.err()).isZero();
        assertThat(entered.err())
                .isEqualTo("Entered. Documents that stopped for it: ml-connector documents replay --cause"
                        + " unit-unknown:acme:CQ\n");
        assertThat(command(yaml, "crossref", "set", "acme", "unit", "CQ", "ea").err())
                .isEqualTo("It stands there already.\n");
        Printed otherwise = command(yaml, "crossref", "set", "acme", "unit", "CQ", "box", "--unchecked");
        assertThat(otherwise.code()).isEqualTo(ExitCode.FAILED);
        assertThat(otherwise.err())
                .isEqualTo("the unit CQ of acme means ea already. Say --replace to put box in its place.\n");
        Printed replaced = command(
                yaml,
                "crossref",
                "set",
                "acme",
                "unit",
                "CQ",
                "box",
                "--unchecked",
                "--replace",
                "--until",
                "2030-01-31");
        assertThat(replaced.code()).as(replaced.err()).isZero();
        assertThat(command(yaml, "crossref", "set", "any", "unit", "CQ", "ea").err())
                .contains("documents causes")
                .doesNotContain("replay ID");
    }

    private void told(Path yaml) {
        Printed all = command(yaml, "crossref", "list");
        assertThat(all.lines())
                .map(line -> String.join("|", line.split(" {2,}")))
                .containsExactly(
                        "SCOPE|KIND|THEIRS|OURS|WHEN|BY",
                        "every partner|unit|CQ|ea|" + USER,
                        "acme|unit|CQ|box|until 2030-01-31|" + USER);
        JsonArray ofAcme = new JsonArray(
                command(yaml, "crossref", "list", "--partner", "acme", "--json").out());
        assertThat(ofAcme).hasSize(1);
        assertThat(ofAcme.getJsonObject(0).getString("changedBy")).isEqualTo(USER);

        Printed history = command(yaml, "crossref", "history", "acme", "unit", "cq");
        assertThat(history.lines()).hasSize(2).allMatch(line -> line.matches("20[0-9-]+ [0-9:]+ UTC  .*"));
        assertThat(history.lines().getFirst())
                .endsWith(USER + "  The unit CQ of acme means ea. Reason: their price list");
        assertThat(history.lines().getLast()).contains("so far ea").contains("without asking F&O");
        JsonArray entries = new JsonArray(command(yaml, "crossref", "history", "acme", "unit", "CQ", "--json")
                .out());
        assertThat(entries.getJsonObject(0).fieldNames()).containsExactly("at", "actor", "event", "message");
        Printed nothing = command(yaml, "crossref", "history", "acme", "unit", "XX");
        assertThat(nothing.code()).isEqualTo(ExitCode.FAILED);
        assertThat(nothing.err()).isEqualTo("Nothing is recorded of the unit XX of acme.\n");
    }

    private void imported(Path yaml) throws IOException {
        Path file = folder.resolve("words.csv");
        assertThat(command(yaml, "crossref", "import", file.toString()).err())
                .isEqualTo("The file " + file + " cannot be read: there is no such file or folder.\n");
        Files.writeString(file, "partner,kind,theirs,ours\nacme,unit,CQ,ea\nacme,units,X,ea\nnobody,unit,X,ea\n");
        Printed wrong = command(yaml, "crossref", "import", file.toString());
        assertThat(wrong.code()).isEqualTo(ExitCode.WRONG);
        assertThat(wrong.err())
                .startsWith(file + ": Line 3: 'units' is no kind; did you mean unit?\n  Line 4: No partner nobody is");
        Files.write(file, new byte[] {'p', (byte) 0xff});
        assertThat(command(yaml, "crossref", "import", file.toString()).err()).contains("is not UTF-8");

        assertThat(command(yaml, "crossref", "set", "acme", "unti", "CT", "ctn").err())
                .contains("'unti' is no kind; did you mean unit?")
                .doesNotContain("UNIT", "case-insensitive");
        Printed unsaved =
                command(yaml, "documents", "resubmit", "01m8kawz63000ehztph", "--payload", file + "x", "--reason", "x");
        assertThat(unsaved.err()).endsWith("x cannot be read: there is no such file or folder.\n");
        assertThat(command(yaml, "x12", "check", file.toString(), "--partner", "acm")
                        .err())
                .isEqualTo("There is no partner acm; did you mean acme?\n");
        Files.writeString(file, "partner,kind,theirs,ours\nacme,unit,CQ,ea\nacme,unit,CR,ea\n");
        Printed preview = command(yaml, "crossref", "import", file.toString(), "--preview");
        assertThat(preview.code()).as("it would be refused").isEqualTo(ExitCode.FAILED);
        assertThat(preview.err()).isEqualTo("""
                        Line 2: the unit CQ of acme means box so far, here ea
                        Would be: 1 new, 1 otherwise so far, 0 known, 0 contradicting. Say --replace to replace them.
                        0 documents stand still for these words.
                        """);
        Printed refused = command(yaml, "crossref", "import", file.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("Nothing was entered: 1 new").contains("Say --replace");
        Printed done = command(yaml, "crossref", "import", file.toString(), "--replace");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.err()).contains("Entered: 1 new, 1 otherwise so far, 0 known, 0 contradicting.\n");
        assertThat(command(yaml, "crossref", "history", "acme", "unit", "CR").out())
                .contains("Reason: import of words.csv");

        Path export = folder.resolve("export.csv");
        Printed exported = command(yaml, "crossref", "export", export.toString());
        assertThat(exported.err()).isEqualTo("3 translations were written to " + export + ".\n");
        assertThat(command(yaml, "crossref", "export").out()).isEqualTo(Files.readString(export));
        assertThat(command(yaml, "crossref", "import", export.toString()).err())
                .contains("Entered: 0 new, 0 otherwise so far, 3 known");
    }

    private void removed(Path yaml) {
        Printed removed = command(yaml, "crossref", "remove", "acme", "unit", "CR", "--reason", "by mistake");
        assertThat(removed.code()).as(removed.err()).isZero();
        assertThat(removed.err()).isEqualTo("Removed.\n");
        Printed twice = command(yaml, "crossref", "remove", "acme", "unit", "CR");
        assertThat(twice.code()).isEqualTo(ExitCode.FAILED);
        assertThat(twice.err()).isEqualTo("There is no such translation.\n");
        assertThat(command(yaml, "crossref", "history", "acme", "unit", "CR").out())
                .contains("no longer means ea. Reason: by mistake");
    }

    private void refused(Path yaml) {
        Printed unknown = command(yaml, "crossref", "set", "nobody", "unit", "CQ", "ea");
        assertThat(unknown.code()).isEqualTo(ExitCode.WRONG);
        assertThat(unknown.err()).startsWith("No partner nobody is configured; there are acme");
        Printed bare = command(yaml, "crossref", "set", "acme", "item", "ABC", "P-3001");
        assertThat(bare.code()).isEqualTo(ExitCode.WRONG);
        assertThat(bare.err()).contains("such as VN:ABC");
        Printed everybody = command(yaml, "crossref", "set", "any", "unit", "YY", "ea");
        assertThat(everybody.code()).as(everybody.err()).isZero();
        assertThat(everybody.err()).contains("documents causes").doesNotContain("replay ID");
        assertThat(command(yaml, "crossref", "remove", "any", "unit", "YY").code())
                .isZero();
        Printed nobodys = command(yaml, "crossref", "list", "--partner", "acm");
        assertThat(nobodys.code()).isEqualTo(ExitCode.WRONG);
        assertThat(nobodys.err()).contains("did you mean acme?");
        Printed absent = command(yaml, "crossref", "set", "acme", "item", "VN:NEW-1", "NO-SUCH-ITEM");
        assertThat(absent.code()).isEqualTo(ExitCode.FAILED);
        assertThat(absent.err())
                .startsWith("item NO-SUCH-ITEM is not released in")
                .endsWith("Nothing was entered. Say --unchecked to enter it all the same.\n");
    }

    @Test
    void a_file_that_is_larger_than_a_daemon_takes_is_entered_beside_it() throws IOException {
        try (World world = new World(
                        "crossreflarge",
                        folder,
                        TwinOptions.demo(42),
                        yaml -> yaml.replace("port: 0}", "port: 0, limits: {body: 1000}}"))
                .start()) {
            Path yaml = Files.writeString(folder.resolve("ml-connector.yaml"), world.yaml());
            StringBuilder words = new StringBuilder("partner,kind,theirs,ours\n");
            for (int i = 0; i < 100; i++) {
                words.append("acme,item,VN:").append(i).append(",A-").append(i).append('\n');
            }
            Path file = Files.writeString(folder.resolve("words.csv"), words);
            Printed done = command(yaml, "crossref", "import", file.toString(), "--unchecked");
            assertThat(done.code()).as(done.err()).isZero();
            assertThat(done.err()).contains("Entered: 100 new");
            assertThat(command(yaml, "crossref", "list").lines()).hasSize(101);
        }
    }

    @Test
    void while_dynamics_cannot_say_nothing_is_entered() throws IOException {
        try (World world = new World("crossrefuntold", folder, TwinOptions.demo(42), yaml -> yaml).start()) {
            world.kill();
            Path yaml = Files.writeString(
                    folder.resolve("ml-connector.yaml"),
                    world.yaml().replaceAll("clientSecret: .*", "clientSecret: {secret: nowhere}"));
            Printed untold = command(yaml, "crossref", "set", "acme", "unit", "CQ", "ea");
            assertThat(untold.code()).as(untold.err()).isEqualTo(ExitCode.REMOTE);
            assertThat(untold.err())
                    .contains("F&O could not be asked")
                    .contains("could not be opened: demo.")
                    .contains("or say --unchecked");
            assertThat(command(yaml, "crossref", "list", "--json").out()).isEqualTo("[ ]\n");
        }
    }
}
