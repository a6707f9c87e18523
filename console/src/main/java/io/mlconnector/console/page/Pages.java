package io.mlconnector.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.mlconnector.console.operator.Operator;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** Makes pages of templates, and answers with them. */
public final class Pages {

    /** Nothing but what we serve ourselves: no script or style in the page, no other host, no frame. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** Where the session puts its operator. */
    public static final String OPERATOR = "console.operator";

    private static final String SAID = "said";

    private final TemplateEngine engine;
    private final InstantSource clock;

    /** With the templates of the program. */
    public Pages(InstantSource clock) {
        this.engine = TemplateEngine.createPrecompiled(ContentType.Html);
        this.clock = clock;
    }

    /** How the reader of a request wants to see pages. */
    public Look look(RoutingContext context) {
        return Look.of(context.request(), clock.instant());
    }

    /** What surrounds a page that is asked for; what was just done is told in it, and forgotten. */
    public Frame frame(RoutingContext context, String title, Section section) {
        String query = context.request().query();
        Optional<String> said = Optional.ofNullable(context.request().getCookie(SAID))
                .map(Cookie::getValue)
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8));
        said.ifPresent(ignored -> context.response()
                .addCookie(Cookie.cookie(SAID, "").setPath("/").setMaxAge(0)));
        return new Frame(
                title,
                section,
                Optional.ofNullable(context.<Operator>get(OPERATOR)),
                look(context),
                context.request().path() + (query == null ? "" : "?" + query),
                said);
    }

    /**
     * Answers with a page.
     *
     * @param template its name, without ending
     * @param model the template's one parameter
     */
    public void show(RoutingContext context, int status, String template, Object model) {
        HttpServerResponse response = context.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", model, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(Visible.of(bytes.toByteArray())));
    }

    /** Answers with a page that is as it must be. */
    public void show(RoutingContext context, String template, Object model) {
        show(context, 200, template, model);
    }

    /** Answers that the page of this reader is another one. */
    public static void go(RoutingContext context, String address) {
        context.response().setStatusCode(303).putHeader("Location", address).end();
    }

    /** Goes to a page that tells what was done. */
    public static void go(RoutingContext context, String address, String said) {
        context.response()
                .addCookie(Cookie.cookie(SAID, URLEncoder.encode(said, StandardCharsets.UTF_8))
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(60));
        go(context, address);
    }

    /** A message instead of a page. */
    public void problem(RoutingContext context, int status, String title, String message) {
        show(context, status, "problem", new ProblemPage(frame(context, title, Section.TODAY), title, message));
    }
}
