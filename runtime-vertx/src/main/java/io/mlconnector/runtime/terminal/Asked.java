package io.mlconnector.runtime.terminal;

import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What follows for a command from an answer of the interface. */
public final class Asked {

    private static final int BAD_REQUEST = 400;

    private Asked() {}

    /**
     * An answer of success.
     *
     * @throws CommandFailure in the words of any other one
     */
    public static Answer good(Answer answer) {
        if (answer.good()) {
            return answer;
        }
        throw new CommandFailure(answer.status() == BAD_REQUEST ? ExitCode.WRONG : ExitCode.FAILED, answer.why());
    }

    /**
     * The items of all pages of a list.
     *
     * @param query its filters
     * @throws CommandFailure in the words of an answer that is none of success
     */
    public static List<JsonObject> all(DaemonClient daemon, String path, Map<String, String> query) {
        List<JsonObject> all = new ArrayList<>();
        Map<String, String> page = new LinkedHashMap<>(query);
        String after = "";
        while (after != null) {
            page.put("after", after);
            JsonObject found = good(daemon.get(path, page)).json();
            found.getJsonArray("items").forEach(one -> all.add((JsonObject) one));
            after = found.getString("next");
        }
        return all;
    }
}
