package io.mlconnector.runtime.http;

import io.mlconnector.engine.intervention.condition.ChangedMeanwhileException;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.postgres.database.Unavailable;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.AllowedMethods;
import io.mlconnector.runtime.http.request.BadRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers what no handler has answered; what is our own fault is logged with its cause. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private static final String EVENT_HOOKS = "/hooks/dynamics/";

    private Failures() {}

    static void mount(Router router) {
        router.errorHandler(
                400,
                context -> Problems.answer(
                        context, 400, "Bad address", "The address cannot be read: encode it as RFC 3986 says."));
        router.errorHandler(
                404,
                context -> Problems.answer(
                        context, 404, "Not found", "There is nothing here; /openapi.yaml says what is."));
        router.errorHandler(405, context -> {
            String allowed =
                    AllowedMethods.at(router, String.valueOf(context.request().path()));
            if (!allowed.isEmpty()) {
                context.response().putHeader("Allow", allowed);
            }
            Problems.answer(
                    context,
                    405,
                    "Wrong method",
                    "This address takes "
                            + (allowed.isEmpty() ? "other methods" : allowed)
                            + "; /openapi.yaml says more.");
        });
        router.errorHandler(500, Failures::answer);
    }

    /** A database that is away comes back; everything else needs a person. */
    private static void answer(RoutingContext context) {
        Throwable cause = context.failure();
        if (cause instanceof BadRequest bad) {
            Problems.answer(
                    context,
                    400,
                    "Bad request",
                    String.valueOf(bad.getMessage()),
                    bad.member().isEmpty() ? new JsonObject() : new JsonObject().put("member", bad.member()));
            return;
        }
        if (cause instanceof ChangedMeanwhileException changed) {
            Problems.answer(context, 412, "Changed meanwhile", String.valueOf(changed.getMessage()));
            return;
        }
        if (cause != null && Unavailable.is(cause)) {
            LOG.log(Level.WARNING, "{0} was answered with 503, because the database is away: {1}", new Object[] {
                operation(context), String.valueOf(cause.getMessage())
            });
            Problems.later(
                    context,
                    503,
                    Duration.ofSeconds(10),
                    "Database away",
                    "The database does not answer now. Nothing was done; send the request again.");
            return;
        }
        LOG.log(Level.SEVERE, operation(context) + " failed and was answered with 500", numberless(cause));
        Problems.answer(context, 500, "Failed", "The request failed; the daemon's log says why. Try again.");
    }

    private static @Nullable Throwable numberless(@Nullable Throwable cause) {
        return cause == null ? null : BrokenOff.numberless(cause);
    }

    /** Method and path; of a hook without the key that stands in it. */
    private static String operation(RoutingContext context) {
        String path = String.valueOf(context.request().path());
        String shown = path.startsWith(EVENT_HOOKS) ? EVENT_HOOKS + "…" : path;
        return context.request().method() + " " + (shown.length() > 200 ? shown.substring(0, 200) + "…" : shown);
    }
}
