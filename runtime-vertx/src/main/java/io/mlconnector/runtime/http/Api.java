package io.mlconnector.runtime.http;

import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.whatif.ToleranceTrials;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.postgres.request.RequestKeys;
import io.mlconnector.runtime.cause.CausesApi;
import io.mlconnector.runtime.controlnumber.ControlNumbersApi;
import io.mlconnector.runtime.credentials.CredentialsApi;
import io.mlconnector.runtime.crossreference.CrossReferencesApi;
import io.mlconnector.runtime.http.entrance.Bodies;
import io.mlconnector.runtime.http.entrance.Entrance;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.entrance.SignIns;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.AtWork;
import io.mlconnector.runtime.http.request.IdempotencyKeys;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.LocalAccess;
import io.mlconnector.runtime.ping.ConnectionsApi;
import io.mlconnector.runtime.reconciliation.ReconciliationApi;
import io.mlconnector.runtime.whatif.WhatIfApi;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The interface for programs (contract, section 4): who may use it, and its parts. */
public final class Api {

    private static final int LONGEST_USER = 60;

    /** A third of the time after which an idle connection is closed. */
    private static final Duration AT_WORK = Duration.ofSeconds(20);

    private final Engine looking;
    private final Operators operators;
    private final ConnectionsApi connections;
    private final CrossReferencesApi crossReferences;
    private final CausesApi causes;
    private final IdempotencyKeys keys;
    private final WhatIfApi whatIf;
    private final ReconciliationApi reconciliation;
    private final CredentialsApi credentials;
    private final List<Routes> more;
    private final AtWork atWork = new AtWork(AT_WORK);

    /**
     * Of these parts.
     *
     * @param looking the engine for those who only look, so that they keep no document waiting
     * @param forecasts over these connections a forecast looks
     * @param connections how they are
     * @param crossReferences the alignment tables
     * @param causes for which documents stand still
     * @param reconciliation what was sent before the journal was put back
     * @param credentials the encrypted store
     * @param more further parts
     * @param keys which requests were carried out under an idempotency key
     */
    public Api(
            Engine looking,
            Operators operators,
            List<Connection> forecasts,
            ConnectionsApi connections,
            CrossReferencesApi crossReferences,
            CausesApi causes,
            ReconciliationApi reconciliation,
            CredentialsApi credentials,
            List<Routes> more,
            RequestKeys keys) {
        this.looking = looking;
        this.operators = operators;
        this.connections = connections;
        this.crossReferences = crossReferences;
        this.causes = causes;
        this.reconciliation = reconciliation;
        this.credentials = credentials;
        this.more = List.copyOf(more);
        this.keys = new IdempotencyKeys(keys, Requested::operator);
        this.whatIf = new WhatIfApi(new ToleranceTrials(looking, forecasts));
    }

    void mount(Router router, SignIns signIns, Bodies bodies) {
        router.route("/api/*").handler(context -> signedIn(context, signIns)).handler(bodies.ofTheInterface());
        ApiRouter routes = new ApiRouter(router);
        credentials.mountValues(routes);
        router.route("/api/*").handler(keys::handle);
        // The console serves it.
        routes.stream("/api/v1/stream", ApiRouter.NO_WORDS);
        connections.mount(routes);
        crossReferences.mount(routes, Requested::operator);
        causes.mount(routes, Requested::operator);
        whatIf.mount(routes);
        reconciliation.mount(routes, Requested::operator);
        credentials.mount(routes);
        more.forEach(part -> part.mount(routes));
        new ControlNumbersApi(looking).mount(routes);
    }

    private void signedIn(RoutingContext context, SignIns signIns) {
        String token = SignIns.bearer(context.request());
        if (token.isEmpty()) {
            notSignedIn(context);
            return;
        }
        if (!signIns.listensTo(context)) {
            return;
        }
        operators
                .nameOf(token)
                .onSuccess(name -> {
                    if (name.isPresent()) {
                        Requested.signedIn(context, acting(context, name.get()));
                        if (name.get().equals(LocalAccess.OPERATOR)) {
                            Entrance.ofACommand(context);
                            atWork.tell(context);
                        }
                        context.next();
                    } else {
                        signIns.failed(context, "the interface");
                        notSignedIn(context);
                    }
                })
                .onFailure(context::fail);
    }

    /** A command on this machine says who gave it, so that histories name a person. */
    private static String acting(RoutingContext context, String name) {
        String user = context.request().getHeader(DaemonClient.USER_HEADER);
        if (user == null || !name.equals(LocalAccess.OPERATOR)) {
            return name;
        }
        try {
            String given = URLDecoder.decode(user, StandardCharsets.UTF_8).strip();
            return given.isEmpty() || given.length() > LONGEST_USER || !given.equals(StorableText.of(given))
                    ? name
                    : given;
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static void notSignedIn(RoutingContext context) {
        context.response().putHeader("WWW-Authenticate", "Bearer");
        Problems.answer(
                context,
                401,
                "Not signed in",
                "Send an operator's token: Authorization: Bearer TOKEN. It was printed at the first start,"
                        + " or stands under operators.token.");
    }
}
