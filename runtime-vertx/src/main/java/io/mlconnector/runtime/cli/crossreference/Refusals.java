package io.mlconnector.runtime.cli.crossreference;

import io.mlconnector.runtime.crossreference.CrossReferencesApi;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import java.util.List;

/** Why F&O keeps something from being entered, in the words of a command. */
final class Refusals {

    /** Describes the option that enters all the same. */
    static final String UNCHECKED = "Enters also what F&O does not have, and asks F&O nothing.";

    private Refusals() {}

    /**
     * Lets every other answer pass.
     *
     * @throws CommandFailure if F&O does not have what is named, or cannot say
     */
    static void ofDynamics(Answer answer) {
        String title = answer.json().getString("title", "");
        if (title.equals(CrossReferencesApi.NOT_TOLD)) {
            throw new CommandFailure(
                    ExitCode.REMOTE,
                    String.join(" ", problems(answer))
                            + " Nothing was entered. Try again later, or say --unchecked to enter it unasked.");
        }
        if (title.equals(CrossReferencesApi.NOT_THERE)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    String.join(System.lineSeparator(), problems(answer)) + System.lineSeparator()
                            + "Nothing was entered. Say --unchecked to enter it all the same.");
        }
    }

    /** The sentences of an answer that say what is wrong. */
    static List<String> problems(Answer answer) {
        return answer.json().getJsonArray("problems").stream()
                .map(String.class::cast)
                .toList();
    }
}
