package io.mlconnector.runtime.cli.documents;

import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Replays, forecasts and edited payloads, as the commands ask for them and print them. */
final class ReplayWork {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String REFUSED = "refused";
    private static final String NOTHING = "nothing";

    private final DaemonClient daemon;
    private final boolean json;

    ReplayWork(DaemonClient daemon, boolean json) {
        this.daemon = daemon;
        this.json = json;
    }

    /** Has something done with each, or says what would be; the exit code. */
    int each(List<String> ids, String action, JsonObject wish) {
        List<JsonObject> items = new ArrayList<>();
        for (String id : ids) {
            items.add(item(id, daemon.send("POST", "/api/v1/documents/" + id + "/" + action, wish)));
        }
        print(items, summary(action));
        return items.stream().allMatch(ReplayWork::good) ? 0 : ExitCode.FAILED;
    }

    /** That something would be refused is what was asked for; that there is no such document is not. */
    private static boolean good(JsonObject item) {
        return item.containsKey("verdict") || !REFUSED.equals(item.getString("outcome"));
    }

    /** What became of it, or would become: its id, the outcome or the verdict, and a sentence. */
    private JsonObject item(String id, Answer answer) {
        JsonObject item = new JsonObject().put("id", id);
        if (answer.status() == NOT_FOUND || answer.status() == CONFLICT) {
            return item.put("outcome", REFUSED)
                    .put(
                            "message",
                            REFUSED + ": "
                                    + (answer.status() == NOT_FOUND
                                            ? Missing.of(daemon, "document", id)
                                            : answer.why()));
        }
        JsonObject told = Asked.good(answer).json();
        if (!told.containsKey("verdict") && !told.containsKey("outcome")) {
            // The document itself: what was asked for is done.
            return item.put("outcome", "done")
                    .put("condition", told.getString("condition"))
                    .put("message", "is " + told.getString("condition") + " at stage " + told.getString("stage") + ".");
        }
        for (String name : List.of("verdict", "outcome", "message")) {
            if (told.containsKey(name)) {
                item.put(name, told.getString(name));
            }
        }
        return item;
    }

    /** In a summary, what would be done to a document of which no remote system would be told. */
    private static String summary(String action) {
        return switch (action) {
            case "discard" -> "would be discarded";
            case "restore" -> "would be restored";
            case "assign" -> "would be assigned";
            case "snooze" -> "would be put off";
            default -> NOTHING;
        };
    }

    private static String word(JsonObject item, String nothing) {
        String word = item.getString("verdict", item.getString("outcome"));
        return word.equals(NOTHING) ? nothing : word;
    }

    private void print(List<JsonObject> items, String nothing) {
        if (json) {
            System.out.println(new JsonObject()
                    .put("items", new JsonArray(items))
                    .put("count", items.size())
                    .encodePrettily());
            return;
        }
        items.forEach(item -> System.out.println(
                Printable.line(item.getString("id") + "  " + Legible.text(item.getString("message")))));
        if (items.size() > 1) {
            Map<String, Long> counts = items.stream()
                    .collect(Collectors.groupingBy(item -> word(item, nothing), TreeMap::new, Collectors.counting()));
            System.out.println(Legible.count(items.size(), "document")
                    + counts.entrySet().stream()
                            .map(one -> one.getValue() + " " + one.getKey())
                            .collect(Collectors.joining(", ", ": ", "")));
        }
    }

    /** Puts an edited payload in place, or says what would come of it. */
    int resubmit(String id, byte[] bytes, String reason, boolean forecast) {
        Missing.unlessId(daemon, "document", id);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("forecast", Boolean.toString(forecast));
        query.put("reason", reason);
        Answer answer = daemon.send("PUT", "/api/v1/documents/" + id + "/payload", query, bytes);
        if (!Missing.orAnswer(daemon, "document", id, answer).good()) {
            JsonArray problems = answer.json().getJsonArray("problems", new JsonArray());
            throw new CommandFailure(
                    ExitCode.FAILED,
                    answer.why()
                            + problems.stream()
                                    .map(problem -> "\n  " + line((JsonObject) problem))
                                    .collect(Collectors.joining()));
        }
        String difference = answer.json().getString("difference", "");
        JsonObject item = item(id, answer);
        if (json) {
            System.out.println(item.put("difference", difference).encodePrettily());
        } else {
            System.out.println(Printable.line(id + "  " + item.getString("message")));
            System.out.println(difference);
        }
        return good(item) ? 0 : ExitCode.FAILED;
    }

    private static String line(JsonObject problem) {
        return problem.getString("severity", "") + " " + problem.getString("place", "") + ": "
                + problem.getString("message", "") + " [" + problem.getString("code", "") + "]";
    }
}
