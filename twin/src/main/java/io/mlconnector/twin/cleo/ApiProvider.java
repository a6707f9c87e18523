package io.mlconnector.twin.cleo;

import io.mlconnector.twin.http.Call;
import io.mlconnector.twin.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Studio flow behind an API Provider (reference cleo, section 6.1): it takes JSON, answers with an id, and knows by the key of a
 * document whether it has it. It does not refuse a repetition: whoever counts them sees them.
 */
final class ApiProvider {

    /** The first part of its address, beside {@code /api}. */
    static final String PATH = "integration";

    private final List<PostedDocument> posted = new ArrayList<>();

    List<PostedDocument> posted() {
        return List.copyOf(posted);
    }

    /**
     * Answers a call.
     *
     * @param rest of the path: the name of the endpoint, and for a question the key of a document
     */
    Reply answer(Call call, List<String> rest) {
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
                    : Logins.message(404, "No such document");
        }
        return Logins.message(404, "Not found");
    }
}
