package io.mlconnector.console.partner;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.overview.Overview;
import io.mlconnector.ports.overview.Punctuality;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who is behind the connections, what is agreed with them, and how it goes. */
public final class Partners {

    private static final int DAYS = 30;
    private static final int MOST_RECENT = 15;

    /** Among so many documents of each direction the last control numbers are looked for. */
    private static final int NUMBERED = 60;

    private final Pages pages;
    private final Engine looking;
    private final List<Connection> connections;
    private final Overview overview;

    /** Over this workplace. */
    public Partners(Pages pages, Workplace workplace) {
        this.pages = pages;
        this.looking = workplace.looking();
        this.connections = workplace.connections();
        this.overview = workplace.overview();
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/partners").handler(Form::noWords).handler(this::list);
        router.get("/partners/:connection/:id").handler(Form::noWords).handler(this::show);
    }

    private List<PartnerRow> rows() {
        return connections.stream()
                .flatMap(connection ->
                        connection.partners().all().stream().map(partner -> new PartnerRow(connection.id(), partner)))
                .toList();
    }

    private void list(RoutingContext context) {
        pages.show(context, "partners", new PartnerList(pages.frame(context, "Partners", Section.PARTNERS), rows()));
    }

    private void show(RoutingContext context) {
        Optional<PartnerRow> row = rows().stream()
                .filter(one -> one.connection().equals(context.pathParam("connection"))
                        && one.id().equals(context.pathParam("id")))
                .findFirst();
        if (row.isEmpty()) {
            pages.problem(
                    context,
                    404,
                    "No such partner",
                    "The configuration has no partner of this name on this connection. It may have been removed; its documents are still in the list of documents.");
            return;
        }
        page(context, row.get())
                .onSuccess(page -> pages.show(context, "partner", page))
                .onFailure(context::fail);
    }

    private Future<PartnerPage> page(RoutingContext context, PartnerRow row) {
        NumberSequence sequence = new NumberSequence(
                row.partner().interchange().us().toString(),
                row.partner().interchange().them().toString());
        Future<Long> last = looking.onContext(looking.journal().highest(sequence));
        Future<Punctuality> punctuality = looking.onContext(overview.punctuality(
                row.connection(), row.id(), looking.clock().instant().minus(Duration.ofDays(DAYS))));
        Future<List<DocumentRecord>> recent = looking.onContext(looking.journal()
                .list(DocumentFilter.ALL
                        .where(new Criterion.OfConnection(row.connection()), new Criterion.OfPartner(row.id()))
                        .page(MOST_RECENT, Optional.empty())));
        Future<List<UsedNumber>> sent = numbers(row, Direction.OUTBOUND);
        Future<List<UsedNumber>> received = numbers(row, Direction.INBOUND);
        return Future.all(last, punctuality, recent, sent, received)
                .map(ignored -> new PartnerPage(
                        pages.frame(context, row.partner().name(), Section.PARTNERS),
                        row,
                        AgreementWords.of(row.partner()),
                        sequence,
                        last.result(),
                        punctuality.result(),
                        DAYS,
                        sent.result(),
                        received.result(),
                        recent.result().stream().map(DocumentRow::new).toList()));
    }

    private Future<List<UsedNumber>> numbers(PartnerRow row, Direction direction) {
        return looking.onContext(looking.journal()
                        .list(DocumentFilter.ALL
                                .where(
                                        new Criterion.OfConnection(row.connection()),
                                        new Criterion.OfPartner(row.id()),
                                        new Criterion.Going(direction))
                                .page(NUMBERED, Optional.empty())))
                .map(UsedNumber::of);
    }
}
