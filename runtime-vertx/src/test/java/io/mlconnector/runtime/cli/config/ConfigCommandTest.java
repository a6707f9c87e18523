package io.mlconnector.runtime.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.runtime.cli.Main;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config schema}, {@code config explain} and {@code config init}. */
class ConfigCommandTest {

    private static final String[] ANSWERS = {
        "contoso",
        "https://contoso.operations.dynamics.com",
        "tenant",
        "client",
        "usmf, gbsi",
        "https://contoso.cleointegration.com/api",
        "svc_mlc",
        "acme",
        "Acme \"Foods\"",
        "1001, GB-77",
        "CONTOSO",
        "01:123456789",
        "/upload/acme",
        "/download/acme"
    };

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private static Ended run(String input, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            int code = Main.execute(arguments);
            return new Ended(code, printed.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
    }

    private String file() {
        return folder.resolve("mlc.yaml").toString();
    }

    private Ended init(String... answers) {
        return run(String.join("\n", answers) + "\n", "config", "init", "--config", file());
    }

    /** The answers, with wrong ones before one of them. */
    private static String[] withWrong(int question, String... wrong) {
        String[] all = new String[ANSWERS.length + wrong.length];
        System.arraycopy(ANSWERS, 0, all, 0, question);
        System.arraycopy(wrong, 0, all, question, wrong.length);
        System.arraycopy(ANSWERS, question, all, question + wrong.length, ANSWERS.length - question);
        return all;
    }

    @Test
    void answers_become_a_file_that_is_right_and_the_next_steps_are_told() {
        Ended ended = init(ANSWERS);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("credentials set contoso-dynamics", "credentials set contoso-cleo", "ml-connector check");
        ConnectionSettings connection =
                ConfigurationReader.read(Path.of(file())).connections().getFirst();
        assertThat(connection.id()).isEqualTo("contoso");
        var partner = connection.partners().all().iterator().next();
        assertThat(partner.name()).isEqualTo("Acme \"Foods\"");
        assertThat(partner.vendors().toString()).contains("gbsi", "GB-77");
        assertThat(partner.interchange().us().toString()).contains("ZZ", "CONTOSO");
        assertThat(partner.orders()).isPresent();
        assertThat(partner.invoices()).isPresent();
    }

    @Test
    void a_wrong_answer_is_asked_again_with_the_reason() {
        Ended ended = init(withWrong(1, "http://contoso.example.com", ""));

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("must begin with https://", "An answer is needed.");
        assertThat(init(ANSWERS).err()).contains("already, and it is left alone");
    }

    @Test
    void one_of_the_folders_may_be_left_out_but_not_both() throws IOException {
        String[] answers = ANSWERS.clone();
        answers[12] = "-";
        Ended ended = init(Arrays.copyOf(answers, answers.length));
        assertThat(ended.code()).as(ended.err()).isZero();
        Files.delete(Path.of(file()));

        answers[13] = "-";
        Ended none = init(answers);
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("has neither orders nor invoices", "The input ended");
        assertThat(Path.of(file())).doesNotExist();
    }

    @Test
    void after_five_wrong_answers_it_gives_up_and_writes_nothing() {
        Ended ended = init(withWrong(1, "a", "b", "c", "d", "e"));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Given up after 5 answers; nothing was written.");
        assertThat(Path.of(file())).doesNotExist();
    }

    @Test
    void each_value_is_explained_with_its_origin() {
        init(ANSWERS);

        Ended one = run("", "config", "explain", "--config", file(), "cleo.poll");
        assertThat(one.code()).isZero();
        assertThat(one.out())
                .isEqualTo("connections[0].cleo.poll: 60s  (default)\n    How often folders are listed.\n");

        JsonArray all = new JsonArray(
                run("", "config", "explain", "--json", "--config", file()).out());
        JsonObject username = all.stream()
                .map(JsonObject.class::cast)
                .filter(value -> value.getString("path").equals("connections[0].cleo.username"))
                .findFirst()
                .orElseThrow();
        assertThat(username.getString("value")).isEqualTo("svc_mlc");
        assertThat(username.getInteger("line")).isGreaterThan(10);
        assertThat(all.encode()).as("what is not set").doesNotContain("cleo.proxy");
        assertThat(run("", "config", "explain", "--all", "--config", file(), "proxy")
                        .out())
                .isEqualTo("connections[0].cleo.proxy  (not set)\n    An HTTP proxy as http://host:port.\n");
    }

    @Test
    void a_key_that_does_not_exist_is_answered_with_the_nearest_one() {
        init(ANSWERS);

        Ended ended = run("", "config", "explain", "--config", file(), "clee.poll");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("No key of the configuration is called clee.poll (did you mean cleo.poll?)");
    }

    @Test
    void the_schema_is_printed() {
        Ended ended = run("", "config", "schema");

        assertThat(ended.code()).isZero();
        assertThat(new JsonObject(ended.out()).getString("$schema")).contains("2020-12");
    }
}
