package io.mlconnector.console.connection;

import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.workplace.ConnectionStates;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How both sides are, in words that say what to do. */
public final class Connections {

    /** Each question waits its turn; a remote system that answers nothing takes a minute for each. */
    private static final long MOST_SECONDS = 120;

    private final Pages pages;
    private final ConnectionStates states;

    /** Of these connections. */
    public Connections(Pages pages, ConnectionStates states) {
        this.pages = pages;
        this.states = states;
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/connections").handler(this::show);
        router.post("/connections/:id/ping").handler(this::ping);
    }

    private void show(RoutingContext context) {
        pages.show(
                context,
                "connections",
                new ConnectionsPage(
                        pages.frame(context, "Connections", Section.CONNECTIONS),
                        states.all(),
                        states.daemon(),
                        states.loads()));
    }

    private void ping(RoutingContext context) {
        Acting.allowed(context.<Operator>get(Pages.OPERATOR), Permission.PING);
        Optional<Future<List<ConnectionStates.Found>>> asked = states.ping(context.pathParam("id"));
        if (asked.isEmpty()) {
            pages.problem(context, 404, "No such connection", "The configuration has no connection of this name.");
            return;
        }
        asked.get()
                .timeout(MOST_SECONDS, TimeUnit.SECONDS)
                .onSuccess(found -> pages.show(context, "ping", new PingPart(found)))
                .onFailure(failure -> {
                    if (failure instanceof TimeoutException) {
                        pages.show(
                                context,
                                "ping",
                                new PingPart(List.of(new ConnectionStates.Found(
                                        "Everything",
                                        false,
                                        "Not everything was answered within " + MOST_SECONDS
                                                + " s: a remote system answers slowly. The list above says which."))));
                    } else {
                        context.fail(failure);
                    }
                });
    }
}
