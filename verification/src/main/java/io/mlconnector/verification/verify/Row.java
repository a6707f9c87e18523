package io.mlconnector.verification.verify;

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
record Row(
        Trouble trouble,
        int runs,
        int orders,
        int invoices,
        int lost,
        int doubled,
        int incomplete,
        Doubts doubts,
        int people,
        Resumes resumes,
        int tooEarly,
        RemoteEtiquette.Busy busiest) {}
