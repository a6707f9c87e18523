package io.mlconnector.runtime.audit;

import io.mlconnector.console.workplace.AuditTrail;
import io.mlconnector.console.workplace.AuditTrail.Run;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Has the daemon verify the whole history, and tells how far it is; the same verification as the console's, one at a time. */
public final class AuditApi implements Routes {

    private static final String LAST = "/api/v1/audit:verification";

    private final AuditTrail trail;

    /** By this trail. */
    public AuditApi(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void mount(ApiRouter router) {
        router.post("/api/v1/audit:verify", ApiRouter.NO_WORDS, this::verify);
        router.get(LAST, ApiRouter.NO_WORDS, this::last);
    }

    private void verify(RoutingContext context) {
        Members body = Members.of(context, Set.of("head", "withoutPayloads"));
        boolean withoutPayloads = body.flag("withoutPayloads");
        Optional<Head> noted = body.text("head").filter(text -> !text.isBlank()).map(AuditApi::head);
        Optional<Run> underWay = trail.last().filter(run -> run.ended().isEmpty());
        if (underWay.isPresent()) {
            Problems.answer(
                    context,
                    409,
                    "Under way",
                    "A verification that " + underWay.get().by() + " asked for is under way since "
                            + underWay.get().began() + "; GET " + LAST + " tells how far it is.");
            return;
        }
        trail.verify(noted, !withoutPayloads, Requested.operator(context));
        Answers.json(context, 202, json(trail.last().orElseThrow()));
    }

    private static Head head(String text) {
        try {
            return Head.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new BadRequest("head", "head: " + e.getMessage());
        }
    }

    private void last(RoutingContext context) {
        trail.last()
                .ifPresentOrElse(
                        run -> Answers.json(context, json(run)),
                        () -> Problems.answer(
                                context,
                                404,
                                "Not found",
                                "Nothing was verified since the daemon started; POST /api/v1/audit:verify begins it."));
    }

    private static JsonObject json(Run run) {
        JsonArray findings = new JsonArray();
        run.findings().forEach(finding -> findings.add(FindingJson.of(finding)));
        boolean done = run.ended().isPresent() && run.failure().isEmpty();
        return new JsonObject()
                .put("beganAt", run.began().toString())
                .put("by", run.by())
                .put("endedAt", run.ended().map(Instant::toString).orElse(null))
                .put("whole", done ? run.bad() == 0 : null)
                .put("entries", run.entries())
                .put("payloads", run.payloads().orElse(null))
                .put("head", run.head().map(Head::toString).orElse(null))
                .put("count", run.bad())
                .put("findings", findings)
                .put("failure", run.failure().orElse(null));
    }
}
