package io.mlconnector.console.day;

import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.page.UnusableException;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.engine.daily.DailyLedger;
import io.mlconnector.engine.daily.DailyLedgers;
import io.mlconnector.engine.daily.Day;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The ledger of a day: what of it is unaccounted for in F&O, in the folders and here. */
public final class Days {

    private final Pages pages;
    private final InstantSource clock;
    private final LedgersAtWork atWork;

    /** Over this workplace. */
    public Days(Pages pages, Workplace workplace) {
        this.pages = pages;
        this.clock = workplace.looking().clock();
        this.atWork =
                new LedgersAtWork(new DailyLedgers(workplace.looking(), workplace.connections(), List.of()), clock);
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/audit/day").handler(this::show);
    }

    private void show(RoutingContext context) {
        Form form = Form.ofAddress(context.request(), List.of("day", "anew"));
        Frame frame = pages.frame(context, "Ledger of a day", Section.AUDIT);
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.look().zone());
        Day day = new Day(date(form.text("day"), today), frame.look().zone());
        Future<DailyLedger> ledger = atWork.of(day, form.ticked("anew"));
        if (ledger.failed()) {
            context.fail(ledger.cause());
            return;
        }
        pages.show(
                context,
                "day",
                new DayPage(frame, day.date(), today, atWork.begun(day), Optional.ofNullable(ledger.result())));
    }

    private static LocalDate date(String text, LocalDate today) {
        if (text.isEmpty()) {
            return today;
        }
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnusableException("A day looks like " + today + ".");
        }
        if (date.isAfter(today)) {
            throw new UnusableException(
                    "That day is still to come. Choose today, which is " + today + ", or an earlier one.");
        }
        return date;
    }
}
