package io.mlconnector.runtime.cli.config;

import io.mlconnector.runtime.config.ConfigurationException;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.config.section.Mistake;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a first configuration by asking. Each answer is judged by the reader of configurations itself. */
@Command(
        name = "init",
        description =
                "Makes a first configuration file by asking, one line an answer. A file that is there is left alone.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    /** Wrong answers to one question, then it is given up. */
    private static final int MOST_TRIES = 5;

    @Mixin
    private ConfigOption config = new ConfigOption();

    private final PrintStream talk = System.err;

    @Override
    public Integer call() throws IOException {
        Path file = config.file();
        if (Files.exists(file)) {
            throw exists(file);
        }
        FirstConfiguration first = new FirstConfiguration();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (Question question : Question.values()) {
            ask(question, first, lines);
        }
        List<Mistake> left = mistakes(first);
        if (!left.isEmpty()) {
            throw new ConfigurationException("These answers do not make a configuration", left);
        }
        try {
            Files.writeString(file, first.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        }
        talk.println("Wrote " + file + ". Next:\n"
                + "  ./ml-connector credentials set " + first.dynamicsCredential()
                + "   (the secret of the application)\n"
                + "  ./ml-connector credentials set " + first.cleoCredential() + "   (the password of "
                + first.get(Question.USERNAME) + ")\n"
                + "  ./ml-connector check\n"
                + "  ./ml-connector run");
        return 0;
    }

    private void ask(Question question, FirstConfiguration first, BufferedReader lines) throws IOException {
        for (int tries = 1; ; tries++) {
            talk.print(question.text() + ": ");
            talk.flush();
            String line = lines.readLine();
            if (line == null) {
                talk.println();
                throw new CommandFailure(
                        ExitCode.WRONG,
                        "The input ended before this was answered; nothing was written: " + question.text());
            }
            String wrong = taken(question, line.strip(), first);
            if (wrong.isEmpty()) {
                return;
            }
            talk.println("  " + wrong);
            if (tries == MOST_TRIES) {
                throw new CommandFailure(
                        ExitCode.WRONG, "Given up after " + MOST_TRIES + " answers; nothing was written.");
            }
        }
    }

    /** What is wrong with an answer; empty if nothing is. */
    private static String taken(Question question, String answer, FirstConfiguration first) {
        if (answer.isEmpty() && !question.usual()) {
            return "An answer is needed.";
        }
        boolean none = answer.equals("-") && (question == Question.ORDERS || question == Question.INVOICES);
        first.put(question, answer.isEmpty() ? question.example() : none ? "" : answer);
        return mistakes(first).stream()
                .filter(question::blames)
                .map(mistake -> "Not usable: " + mistake.message() + ".")
                .findFirst()
                .orElse("");
    }

    private static List<Mistake> mistakes(FirstConfiguration first) {
        try {
            ConfigurationReader.parse(first.text(), "ml-connector.yaml", Path.of("."));
            return List.of();
        } catch (ConfigurationException e) {
            return e.mistakes();
        }
    }

    private static CommandFailure exists(Path file) {
        return new CommandFailure(
                ExitCode.WRONG,
                "There is a file " + file + " already, and it is left alone. Name another one with --config FILE.");
    }
}
