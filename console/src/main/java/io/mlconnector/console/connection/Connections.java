package io.mlconnector.console.connection;

import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.Times;
import io.mlconnector.console.workplace.ConnectionStates;
import io.mlconnector.console.workplace.Minutes;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** How both sides are, in words that say what to do. */
public final class Connections {

    private final Pages pages;
    private final ConnectionStates states;
    private final Minutes minutes;

    /**
     * Of these connections.
     *
     * @param minutes how many requests went to each remote system
     */
    public Connections(Pages pages, ConnectionStates states, Minutes minutes) {
        this.pages = pages;
        this.states = states;
        this.minutes = minutes;
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/connections").handler(Form::noWords).handler(this::show);
        router.post("/connections/:id/ping").handler(this::ping);
    }

    private void show(RoutingContext context) {
        states.remembered()
                .onSuccess(remembered -> pages.show(
                        context,
                        "connections",
                        new ConnectionsPage(
                                pages.frame(context, "Connections", Section.CONNECTIONS),
                                states.all(),
                                states.daemon(),
                                states.loads(),
                                minutes,
                                remembered)))
                .onFailure(context::fail);
    }

    private Times times(RoutingContext context) {
        return pages.look(context).times();
    }

    private void ping(RoutingContext context) {
        Acting.allowed(context.<Operator>get(Pages.OPERATOR), Permission.PING);
        Optional<Future<List<ConnectionStates.Found>>> asked = states.ping(context.pathParam("id"));
        if (asked.isEmpty()) {
            pages.problem(context, 404, "No such connection", "The configuration has no connection of this name.");
            return;
        }
        asked.get()
                .onSuccess(found -> pages.show(context, "ping", new PingPart(found, times(context))))
                .onFailure(failure -> {
                    if (failure instanceof TimeoutException) {
                        pages.show(
                                context,
                                "ping",
                                new PingPart(
                                        List.of(
                                                new ConnectionStates.Found(
                                                        "Everything",
                                                        false,
                                                        "Not everything was answered in time: a remote system answers slowly. The list above says which.")),
                                        times(context)));
                    } else {
                        context.fail(failure);
                    }
                });
    }
}
