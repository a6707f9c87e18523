package io.mlconnector.runtime.reconciliation;

import io.mlconnector.engine.daily.DailyLedgers;
import io.mlconnector.engine.daily.Day;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Query;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Shows what of a day is unaccounted for. */
final class DailyLedgerApi {

    /** What the retention of any journal reaches back to, and more. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** By its name: that of the offset is a single letter. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final DailyLedgers ledgers;
    private final InstantSource clock;

    DailyLedgerApi(DailyLedgers ledgers, InstantSource clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    void shown(RoutingContext context) {
        ZoneId zone = zone(Query.text(context, "zone"));
        Day day = new Day(date(context.pathParam("day"), zone), zone);
        ledgers.of(day)
                .onSuccess(ledger -> Answers.json(context, DailyLedgerJson.of(ledger)))
                .onFailure(context::fail);
    }

    private LocalDate date(String text, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequest("day", "day must be a date such as " + today + ".");
        }
        if (date.isAfter(today) || date.isBefore(EARLIEST)) {
            throw new BadRequest(
                    "day", "day must be from " + EARLIEST + " to today, which is " + today + " in " + zone + ".");
        }
        return date;
    }

    private static ZoneId zone(String text) {
        if (text.isEmpty()) {
            return UTC;
        }
        try {
            ZoneId zone = ZoneId.of(text);
            return zone.equals(ZoneOffset.UTC) ? UTC : zone;
        } catch (DateTimeException e) {
            throw new BadRequest(
                    "zone", "zone must be the name of a time zone such as Europe/Berlin, or an offset such as +01:00.");
        }
    }
}
