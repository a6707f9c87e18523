package io.mlconnector.twin.dynamics;

import io.mlconnector.twin.http.Reply;
import java.util.Map;

/** The 429 response of F&amp;O. */
final class Throttling {

    private Throttling() {}

    static Reply reply() {
        return Reply.json(
                429,
                Map.of(
                        "error",
                        Map.of(
                                "code",
                                "",
                                "message",
                                "This request could not be processed at this time due to system experiencing high "
                                        + "resource utilization.")));
    }
}
