package io.mlconnector.verification.verify.evaluation;

import io.mlconnector.verification.verify.trouble.Endurance;
import io.mlconnector.verification.verify.trouble.Trouble;

/**
 * The results of one kind of trouble.
 *
 * @param trouble its kind
 * @param runs how often it was caused
 * @param orders order revisions confirmed meanwhile
 * @param invoices invoices published for those orders
 * @param lost how many are lost
 * @param doubled how many are doubled
 * @param incomplete how many are incomplete or unexplained
 * @param doubts writes with an unknown outcome
 * @param people documents left to a person for other reasons
 * @param resumes times from a kill to the resumption of work
 * @param endurance how daemons stood what neither works nor fails, the worst of all runs
 * @param tooEarly requests sent before the time that Retry-After had named
 * @param busiest of all callers and paths of Cleo, the second with the most requests
 */
public record ResultRow(
        Trouble trouble,
        int runs,
        int orders,
        int invoices,
        int lost,
        int doubled,
        int incomplete,
        UncertainWrites doubts,
        int people,
        ResumeTimes resumes,
        Endurance endurance,
        int tooEarly,
        RequestEtiquette.Busy busiest) {}
