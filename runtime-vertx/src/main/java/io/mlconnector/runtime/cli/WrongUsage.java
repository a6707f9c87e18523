package io.mlconnector.runtime.cli;

import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and the nearest that is right; where help is, instead of the help itself. */
final class WrongUsage {

    /** Words of the interface and of other commands, and what they are called where they are not known. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "--from", "--since",
            "--to", "--before",
            "--since", "--from",
            "--before", "--to",
            "--cause-key", "--cause",
            "--dry-run", "--forecast");

    private WrongUsage() {}

    /** Options that say something to people and restrict nothing: there an empty value says what it is, nothing. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("--reason");

    /**
     * Runs what was asked for, unless an option was given without a value, as by a variable of a script that is not set: an empty
     * filter would let everything through.
     *
     * @throws ParameterException if there is such an option
     */
    static int refusingEmptyValues(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            for (OptionSpec option : command.getParseResult().matchedOptions()) {
                if (option.arity().max() > 0
                        && !MAY_BE_EMPTY.contains(option.longestName())
                        && option.originalStringValues().stream().anyMatch(String::isBlank)) {
                    throw new ParameterException(
                            command, option.longestName() + " is empty: give it a value, or leave it out.");
                }
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Tells it; the exit code. */
    static int told(ParameterException failure, String[] ignored) {
        CommandLine command = failure.getCommandLine();
        String message = String.valueOf(failure.getMessage());
        command.getErr().println(Printable.text(message + nearest(failure, command)));
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.WRONG;
    }

    private static String nearest(ParameterException failure, CommandLine command) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        String word = unmatched.getUnmatched().getFirst().replaceFirst("=.*", "");
        List<String> known = word.startsWith("-")
                ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
                : List.copyOf(command.getSubcommands().keySet());
        return Optional.ofNullable(ELSEWHERE.get(word))
                .filter(known::contains)
                .or(() -> NearestWord.of(word, known))
                .map(there -> "; did you mean " + there + "?")
                .orElse("");
    }
}
