package io.mlconnector.console.session;

import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Signs people in and out, and keeps everybody else from the pages. */
public final class SignIn {

    private static final String COOKIE = "mlc_session";

    private final Pages pages;
    private final Entry entry;
    private final Sessions sessions;
    private final Recognition recognition;

    /** With these sessions. */
    public SignIn(Pages pages, Entry entry, Sessions sessions, Recognition recognition) {
        this.pages = pages;
        this.entry = entry;
        this.sessions = sessions;
        this.recognition = recognition;
    }

    /** Adds its routes. */
    public void mount(Router router) {
        router.get("/sign-in")
                .handler(context -> show(context, 200, to(context.request().getParam("to")), null));
        router.get("/sign-in/:link").handler(this::follow);
        router.post("/sign-in").handler(entry::receive).handler(this::present);
        router.post("/sign-out").handler(this::out);
    }

    /** Lets those through who are signed in; whoever wants to change something must do it on a page of ours. */
    public void required(RoutingContext context) {
        Optional<Operator> operator = secret(context).flatMap(sessions::of);
        if (operator.isEmpty()) {
            turnedAway(context);
        } else if (!"GET".equals(context.request().method().name()) && !SameOrigin.sent(context.request())) {
            pages.problem(
                    context, 403, "Not from here", "This was not sent by a page of ml-connector. Nothing was done.");
        } else {
            context.put(Pages.OPERATOR, operator.get());
            context.next();
        }
    }

    /** A part of a page cannot be replaced by the page that asks for a token: the browser goes there as a whole. */
    private static void turnedAway(RoutingContext context) {
        boolean part = context.request().getHeader("HX-Request") != null;
        boolean stream = String.valueOf(context.request().getHeader("Accept")).contains("text/event-stream");
        String address = "/sign-in?to=" + URLEncoder.encode(to(page(context.request(), part)), StandardCharsets.UTF_8);
        if (stream) {
            // An answer without events would end the browser's following for good, and nobody would say why.
            context.response()
                    .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    .end("event: signed-out\ndata: {}\n\n");
        } else if (part) {
            context.response()
                    .setStatusCode(401)
                    .putHeader("HX-Redirect", address)
                    .end();
        } else {
            Pages.go(context, address);
        }
    }

    /**
     * The page on which the reader is: what is asked for, or the page a part of which is asked for. A form is sent to an address below
     * its page, with the page's query; browsers are told not to say more of where they were.
     */
    private static String page(HttpServerRequest request, boolean part) {
        if ("GET".equals(request.method().name()) && !part) {
            return request.uri();
        }
        String page = request.getHeader("HX-Current-URL");
        try {
            URI uri = URI.create(page == null ? request.uri().replaceFirst("^(/.+)/[^/?]*", "$1") : page);
            return (uri.getRawPath() == null ? "/" : uri.getRawPath())
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                    + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private void show(
            RoutingContext context, int status, String to, @org.jspecify.annotations.Nullable String refused) {
        Frame frame = pages.frame(context, "Sign in", Section.TODAY);
        pages.show(context, status, "signin", new SignInPage(frame, to, Optional.ofNullable(refused)));
    }

    private void present(RoutingContext context) {
        if (!entry.listensTo(context)) {
            return;
        }
        Form form = Form.of(entry.body(context));
        String to = to(form.text("to"));
        if (!SameOrigin.sent(context.request())) {
            show(context, 403, to, "That was not sent by this page. Sign in here.");
            return;
        }
        recognition
                .of(form.text("token"))
                .onSuccess(operator ->
                        operator.ifPresentOrElse(known -> signedIn(context, sessions.begin(known), to), () -> {
                            entry.refused(context);
                            show(context, 401, to, "That is no operator's token.");
                        }))
                .onFailure(context::fail);
    }

    private void follow(RoutingContext context) {
        if (!entry.listensTo(context)) {
            return;
        }
        sessions.follow(context.pathParam("link")).ifPresentOrElse(secret -> signedIn(context, secret, "/"), () -> {
            entry.refused(context);
            show(context, 401, "/", "That link was used already, or is too old. Sign in with the token.");
        });
    }

    private void signedIn(RoutingContext context, String secret, String to) {
        context.response().addCookie(cookie(secret));
        Pages.go(context, to);
    }

    private void out(RoutingContext context) {
        if (SameOrigin.sent(context.request())) {
            secret(context).ifPresent(sessions::end);
            context.response().addCookie(cookie("").setMaxAge(0));
        }
        Pages.go(context, "/sign-in");
    }

    /** Kept from scripts; sent along when somebody follows a link to a page of ours, but with nothing that other sites send. */
    private Cookie cookie(String secret) {
        return Cookie.cookie(COOKIE, secret)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(entry.encrypted());
    }

    private static Optional<String> secret(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(COOKIE)).map(Cookie::getValue);
    }

    /** Only places of this console: another address would let a link lead away. */
    private static String to(@org.jspecify.annotations.Nullable String wanted) {
        return wanted != null
                        && wanted.matches("/(?![/\\\\])[^\\x00-\\x20\\x7f]{0,2000}")
                        && !wanted.startsWith("/sign-")
                ? wanted
                : "/";
    }
}
