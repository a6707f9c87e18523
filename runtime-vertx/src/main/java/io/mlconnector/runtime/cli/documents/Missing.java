package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says that there is no document of an id, and which one may have been meant: people know numbers rather than ids. */
final class Missing {

    private static final int NOT_FOUND = 404;

    private Missing() {}

    /**
     * A sentence, with the document that mentions the word if there is one alone.
     *
     * @param what document, or document or file
     * @param word that is the id of none
     */
    static String of(DaemonClient daemon, String what, String word) {
        return "There is no " + what + " " + word + meant(daemon, word);
    }

    /**
     * Refuses a word that can be no id.
     *
     * @throws CommandFailure as {@link #of} says it
     */
    static void unlessId(DaemonClient daemon, String what, String word) {
        if (DocumentId.of(word).isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, of(daemon, what, word));
        }
    }

    /**
     * An answer about a document that there is.
     *
     * @throws CommandFailure as {@link #of} says it, if there is none
     */
    static Answer orAnswer(DaemonClient daemon, String what, String word, Answer answer) {
        if (answer.status() == NOT_FOUND) {
            throw new CommandFailure(ExitCode.FAILED, of(daemon, what, word));
        }
        return answer;
    }

    private static String meant(DaemonClient daemon, String word) {
        if (word.isBlank()) {
            return "; documents list finds ids by numbers and names.";
        }
        Answer answer = daemon.get("/api/v1/documents", Map.of("q", word, "limit", "2"));
        List<JsonObject> found = answer.good()
                ? answer.json().getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
        return switch (found.size()) {
            case 0 -> "; documents list finds ids by numbers and names.";
            case 1 -> "; did you mean " + told(found.getFirst()) + "?";
            default -> "; documents list -q " + word + " finds those that mention it.";
        };
    }

    private static String told(JsonObject document) {
        return document.getString("id")
                + Stream.of("invoiceNumber", "orderNumber", "fileName")
                        .map(name -> document.getString(name, ""))
                        .filter(number -> !number.isEmpty())
                        .findFirst()
                        .map(number -> " (" + document.getString("type") + " " + number + ")")
                        .orElse("");
    }
}
