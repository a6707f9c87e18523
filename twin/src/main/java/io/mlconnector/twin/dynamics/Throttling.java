package io.mlconnector.twin.dynamics;

import io.mlconnector.twin.http.Reply;
import java.util.Map;

/** 429 as F&amp;O says it. */
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
