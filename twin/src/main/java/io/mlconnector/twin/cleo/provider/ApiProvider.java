package io.mlconnector.twin.cleo.provider;

import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Studio flow behind an API Provider (reference cleo, section 6.1): it takes JSON, answers with an id, and knows by the key of a
 * document whether it has it. It does not refuse a repetition: whoever counts them sees them.
 */
public final class ApiProvider {

    /** The first part of its address, beside {@code /api}. */
    public static final String PATH = "integration";

    private final List<PostedDocument> posted = new ArrayList<>();

    /**
     * Every document that was posted, oldest first.
     *
     * @return a copy
     */
    public List<PostedDocument> posted() {
        return List.copyOf(posted);
    }

    /**
     * Answers a call.
     *
     * @param call the request
     * @param rest of the path: the name of the endpoint, and for a question the key of a document
     * @return the answer
     */
    public Reply answer(Call call, List<String> rest) {
        if (rest.size() == 1 && call.method().equals("POST")) {
            String key = call.header("Idempotency-Key");
            posted.add(new PostedDocument(
                    rest.getFirst(), key == null ? "" : key, call.body().copy()));
            return Reply.json(202, Map.of("id", "job-" + posted.size()));
        }
        if (rest.size() == 2 && call.method().equals("GET")) {
            return posted.stream()
                            .anyMatch(one -> one.endpoint().equals(rest.getFirst())
                                    && one.key().equals(rest.get(1)))
                    ? Reply.json(200, Map.of("document", rest.get(1)))
                    : message("No such document");
        }
        return message("Not found");
    }

    private static Reply message(String text) {
        return Reply.json(404, Map.of("message", text));
    }
}
