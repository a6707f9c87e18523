package io.mlconnector.console;

import io.mlconnector.console.asset.Assets;
import io.mlconnector.console.audit.Audit;
import io.mlconnector.console.cause.Causes;
import io.mlconnector.console.connection.Connections;
import io.mlconnector.console.day.Days;
import io.mlconnector.console.document.Choices;
import io.mlconnector.console.document.DocumentView;
import io.mlconnector.console.document.Documents;
import io.mlconnector.console.document.Places;
import io.mlconnector.console.edit.Editing;
import io.mlconnector.console.file.Files;
import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.intervention.BulkActions;
import io.mlconnector.console.intervention.DocumentActions;
import io.mlconnector.console.line.InvoiceLines;
import io.mlconnector.console.live.Stream;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.order.Orders;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.partner.Partners;
import io.mlconnector.console.payload.Payloads;
import io.mlconnector.console.reference.References;
import io.mlconnector.console.session.Recognition;
import io.mlconnector.console.session.Sessions;
import io.mlconnector.console.session.SignIn;
import io.mlconnector.console.setting.SettingsView;
import io.mlconnector.console.today.Today;
import io.mlconnector.console.workbench.Workbench;
import io.mlconnector.console.workplace.Workplace;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The pages for people. Used on one event loop only. */
public final class Console {

    /** Where pages are; everything below these is for those who are signed in. */
    private static final List<String> PLACES = List.of(
            "/",
            "/stream",
            "/documents*",
            "/payloads/*",
            "/files*",
            "/causes*",
            "/orders*",
            "/partners*",
            "/cross-references*",
            "/connections*",
            "/x12*",
            "/audit*",
            "/settings*");

    private final Workplace workplace;
    private final Recognition recognition;
    private final Sessions sessions;

    /**
     * Over this workplace.
     *
     * @param recognition tells whose token it is
     * @param sessions who is signed in
     */
    public Console(Workplace workplace, Recognition recognition, Sessions sessions) {
        this.workplace = workplace;
        this.recognition = recognition;
        this.sessions = sessions;
    }

    /** The path of a link that signs this operator in, once. */
    public static String link(Sessions sessions, Operator operator) {
        return "/sign-in/" + sessions.link(operator);
    }

    /**
     * Adds its routes.
     *
     * @param router has the routes of the interface already, so that its stream is for those who present a token
     */
    public void mount(Router router, Entry entry) {
        Pages pages = new Pages(workplace.engine().clock());
        SignIn signIn = new SignIn(pages, entry, sessions, recognition);
        Assets.mount(router);
        signIn.mount(router);
        Places places = new Places(workplace.looking(), Choices.of(workplace.connections()));
        for (String place : PLACES) {
            router.route(place)
                    .handler(signIn::required)
                    .handler(places::check)
                    .failureHandler(context -> failed(pages, context));
        }
        Acting acting = new Acting(workplace);
        Stream stream = new Stream(workplace.engine().loop(), workplace.looking());
        router.get("/stream").handler(stream::listen);
        router.get("/api/v1/stream").handler(stream::listen);
        new Documents(pages, workplace).mount(router);
        new BulkActions(pages, entry, acting, workplace).mount(router);
        new DocumentActions(pages, entry, acting, workplace).mount(router);
        new Editing(pages, entry, workplace).mount(router);
        InvoiceLines lines = new InvoiceLines(pages, workplace);
        lines.mount(router);
        new DocumentView(pages, workplace, lines).mount(router);
        new Payloads(pages, workplace).mount(router);
        new Causes(pages, entry, workplace, stream).mount(router);
        new Connections(pages, workplace.states(), workplace.minutes()).mount(router);
        new Orders(pages, workplace).mount(router);
        new Partners(pages, workplace).mount(router);
        new Workbench(pages, entry, workplace).mount(router);
        new Files(pages, workplace).mount(router);
        new References(pages, entry, workplace).mount(router);
        new Audit(pages, entry, workplace.trail()).mount(router);
        new Days(pages, workplace).mount(router);
        new SettingsView(pages, workplace.settings()).mount(router);
        new Today(pages, workplace, stream).mount(router);
        // Of no address for programs: where another method would do, they are told which.
        router.getWithRegex("/(?!(?:api|hooks|health|metrics)(?:/|$)).*")
                .last()
                .handler(context -> nothing(pages, context));
    }

    /** A browser is told on a page that there is none; programs are answered as everywhere. */
    private static void nothing(Pages pages, RoutingContext context) {
        String accepted = String.valueOf(context.request().getHeader("Accept"));
        if (accepted.contains("text/html")) {
            pages.problem(
                    context,
                    404,
                    "There is no such page",
                    "Nothing is at " + context.normalizedPath()
                            + ". Choose a section above, or find an order, an invoice or a file with Ctrl K.");
        } else {
            context.next();
        }
    }

    /** What a person wrote is told on a page; everything else is answered as everywhere. */
    private static void failed(Pages pages, RoutingContext context) {
        if (context.failure() instanceof UnusableException why) {
            pages.problem(context, 400, "That cannot be done", String.valueOf(why.getMessage()));
        } else {
            context.next();
        }
    }
}
