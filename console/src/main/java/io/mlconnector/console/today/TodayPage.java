package io.mlconnector.console.today;

import io.mlconnector.console.cause.CauseRow;
import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Frame;
import io.mlconnector.console.workplace.ConnectionState;
import io.mlconnector.console.workplace.ConnectionStates;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.ports.overview.Standing;
import java.util.List;

/**
 * What needs somebody now.
 *
 * @param frame around it
 * @param standing what is not settled
 * @param causes for which documents stand still, those due first before others
 * @param unknown documents of which nobody knows yet whether they arrived
 * @param overdue orders that are not acknowledged in time
 * @param troubles what goes on by itself and does not work
 * @param loads how busy the gates are
 * @param charts of the last day
 * @param course of the last hours
 */
public record TodayPage(
        Frame frame,
        Standing standing,
        List<CauseRow> causes,
        List<DocumentRow> unknown,
        List<DocumentRow> overdue,
        List<ConnectionState.Poll> troubles,
        List<ConnectionStates.Load> loads,
        Charts charts,
        Course course) {

    /** Documents that wait for a person. */
    public long stopped() {
        return standing.in(Condition.HELD) + standing.in(Condition.FAILED);
    }

    /** What they are worth. */
    public String money() {
        return Figures.money(standing.held());
    }

    /** Documents on their way. */
    public long onTheirWay() {
        return standing.in(Condition.MOVING) + standing.in(Condition.WAITING);
    }

    /** Whether nothing needs anybody. */
    public boolean calm() {
        return stopped() == 0
                && standing.in(Condition.UNKNOWN) == 0
                && standing.overdue() == 0
                && standing.rejected() == 0
                && troubles.isEmpty();
    }
}
