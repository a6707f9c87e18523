package io.mlconnector.verification.verify.evaluation;

import io.mlconnector.verification.verify.trouble.Trouble;

/**
 * What one kind of trouble has led to.
 *
 * @param trouble its kind
 * @param runs how often it was made
 * @param orders order revisions confirmed meanwhile
 * @param invoices invoices published for those orders
 * @param lost how many are lost
 * @param doubled how many are doubled
 * @param incomplete how many are incomplete or unexplained
 * @param doubts writes of which nobody knew whether they had happened
 * @param people documents left to a person for other reasons
 * @param resumes after kills
 * @param tooEarly requests inside Retry-After
 * @param busiest of all callers and paths of Cleo, the second with the most requests
 */
record ResultRow(
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
        int tooEarly,
        RequestEtiquette.Busy busiest) {}
