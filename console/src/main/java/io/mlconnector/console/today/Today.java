package io.mlconnector.console.today;

import io.mlconnector.console.cause.CauseRow;
import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.live.Shared;
import io.mlconnector.console.live.Stream;
import io.mlconnector.console.page.Form;
import io.mlconnector.console.page.Pages;
import io.mlconnector.console.page.Section;
import io.mlconnector.console.workplace.ConnectionState;
import io.mlconnector.console.workplace.ConnectionStates;
import io.mlconnector.console.workplace.Minutes;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.ports.overview.Hour;
import io.mlconnector.ports.overview.Overview;
import io.mlconnector.ports.overview.Standing;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The first page: what needs somebody now, and how the last day went. */
public final class Today {

    private static final int MOST_CAUSES = 500;
    private static final int SHOWN = 8;
    private static final Duration CHARTED = Duration.ofHours(24);

    private final Pages pages;
    private final Engine looking;
    private final Overview overview;
    private final ConnectionStates states;
    private final Minutes minutes;
    private final Shared<Figures> shared;

    /** What is read for the page. */
    private record Figures(
            Standing standing,
            List<Hour> hours,
            List<StuckCause> causes,
            List<DocumentRow> unknown,
            List<DocumentRow> overdue) {}

    /**
     * Over this workplace.
     *
     * @param stream that open pages follow
     */
    public Today(Pages pages, Workplace workplace, Stream stream) {
        this.pages = pages;
        this.looking = workplace.looking();
        this.overview = workplace.overview();
        this.states = workplace.states();
        this.minutes = workplace.minutes();
        this.shared = new Shared<>(stream, looking.clock());
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/").handler(Form::noWords).handler(this::show);
    }

    private void show(RoutingContext context) {
        Instant now = looking.clock().instant();
        Instant from = now.minus(CHARTED);
        shared.of(Shared.anew(context), () -> figures(now, from))
                .onSuccess(figures -> pages.show(
                        context,
                        "today",
                        new TodayPage(
                                pages.frame(context, "Today", Section.TODAY),
                                figures.standing(),
                                urgent(figures.causes()),
                                figures.unknown(),
                                figures.overdue(),
                                troubles(),
                                states.loads(),
                                Charts.of(figures.hours(), from, now),
                                Course.of(minutes, now, backlog(figures.standing())))))
                .onFailure(context::fail);
    }

    private Future<Figures> figures(Instant now, Instant from) {
        Future<Standing> standing = looking.onContext(overview.standing(now));
        Future<List<Hour>> hours = looking.onContext(overview.hours(from, now.plusSeconds(1)));
        Future<List<StuckCause>> causes = looking.onContext(looking.journal().causes(MOST_CAUSES));
        Future<List<DocumentRow>> unknown = documents(new Criterion.InCondition(Condition.UNKNOWN));
        Future<List<DocumentRow>> overdue = documents(new Criterion.Answered(Acknowledgement.OVERDUE));
        return Future.all(standing, hours, causes, unknown, overdue)
                .map(ignored -> new Figures(
                        standing.result(), hours.result(), causes.result(), unknown.result(), overdue.result()));
    }

    private static Minutes.Backlog backlog(Standing standing) {
        return new Minutes.Backlog(
                standing.in(Condition.MOVING),
                standing.in(Condition.WAITING),
                standing.in(Condition.HELD) + standing.in(Condition.FAILED));
    }

    private Future<List<DocumentRow>> documents(Criterion criterion) {
        DocumentFilter filter = DocumentFilter.ALL
                .where(criterion, new Criterion.Snoozed(false, looking.clock().instant()))
                .page(SHOWN, Optional.empty());
        return looking.onContext(looking.journal().list(filter))
                .map(found -> found.stream().map(DocumentRow::new).toList());
    }

    /** The largest amount at stake, whatever its currency: nobody tells a rate here. */
    private static BigDecimal most(StuckCause cause) {
        return cause.amounts().values().stream()
                .map(BigDecimal::abs)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    /** What is due first comes first; of what is due on the same day, that of most money, then that of most documents. */
    private static List<CauseRow> urgent(List<StuckCause> causes) {
        return causes.stream()
                .sorted(Comparator.comparing(
                                (StuckCause cause) -> cause.earliestDue().orElse(LocalDate.MAX))
                        .thenComparing(Today::most, Comparator.reverseOrder())
                        .thenComparing(
                                Comparator.comparingInt(StuckCause::documents).reversed()))
                .limit(SHOWN)
                .map(CauseRow::new)
                .toList();
    }

    private List<ConnectionState.Poll> troubles() {
        return java.util.stream.Stream.concat(
                        states.all().stream().flatMap(state -> state.polls().stream()), states.daemon().stream())
                .filter(poll -> poll.problem().isPresent())
                .toList();
    }
}
