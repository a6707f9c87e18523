package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.http.Reply;
import java.util.Map;

/** The 429 response of F&amp;O. */
public final class Throttling {

    private Throttling() {}

    public static Reply reply() {
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
