package io.mlconnector.console.audit;

import io.mlconnector.console.intervention.Acting;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.operator.Permission;
import io.mlconnector.console.page.Entry;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.AuditTrail;
import io.mlconnector.ports.journal.history.Head;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Who did what, and whether the history is as it was written. */
public final class Audit {

    /** Rows on a page. */
    private static final int PAGE = 50;

    /** So many entries are read for them: a fix or a selection has one for each of its documents. */
    private static final int READ = 1_000;

    private final Pages pages;
    private final Entry entry;
    private final AuditTrail trail;

    /** Of this trail. */
    public Audit(Pages pages, Entry entry, AuditTrail trail) {
        this.pages = pages;
        this.entry = entry;
        this.trail = trail;
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/audit").handler(this::show);
        router.post("/audit/verify").handler(entry::receive).handler(this::verify);
    }

    private void show(RoutingContext context) {
        Form form = Form.ofAddress(context.request(), List.of("person", "day", "after"));
        Optional<LocalDate> day = day(form);
        Optional<Long> after = form.given("after").map(Audit::position);
        Frame frame = pages.frame(context, "Audit", Section.AUDIT);
        ZoneId zone = frame.look().zone();
        Future<List<AuditTrail.Deed>> deeds = trail.deeds(
                form.given("person"),
                day.map(one -> start(one, zone)),
                day.map(one -> start(one.plusDays(1), zone)),
                after,
                READ + 1);
        Future<List<String>> persons = trail.persons();
        Future<Optional<Head>> head = trail.head();
        Future.all(deeds, persons, head)
                .onSuccess(ignored -> {
                    List<Deeds> rows = Deeds.whole(deeds.result(), READ);
                    boolean more = deeds.result().size() > READ || rows.size() > PAGE;
                    List<Deeds> shown = rows.stream().limit(PAGE).toList();
                    pages.show(
                            context,
                            "audit",
                            new AuditPage(
                                    frame,
                                    form.text("person"),
                                    form.text("day"),
                                    shown,
                                    more
                                            ? Optional.of(address(
                                                    form, shown.getLast().last()))
                                            : Optional.empty(),
                                    persons.result(),
                                    head.result(),
                                    trail.last()));
                })
                .onFailure(context::fail);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Optional<LocalDate> day(Form form) {
        try {
            return form.given("day").map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new UnusableException("A day looks like 2026-03-10.");
        }
    }

    private static long position(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new UnusableException(
                    "The address names no entry behind which the page begins. Go to the first page.");
        }
        return Long.parseLong(text);
    }

    private static String address(Form form, long after) {
        return "/audit?person=" + URLEncoder.encode(form.text("person"), StandardCharsets.UTF_8) + "&day="
                + URLEncoder.encode(form.text("day"), StandardCharsets.UTF_8) + "&after=" + after;
    }

    private void verify(RoutingContext context) {
        Operator operator = context.get(Pages.OPERATOR);
        Acting.allowed(operator, Permission.AUDIT);
        Form form = Form.of(entry.body(context));
        Optional<Head> noted;
        try {
            noted = form.given("noted").map(Head::parse);
        } catch (IllegalArgumentException e) {
            throw new UnusableException(e.getMessage() + ".");
        }
        trail.verify(noted, form.ticked("payloads"), operator.name());
        Pages.go(context, "/audit");
    }
}
