package io.mlconnector.domain.interchange;

/**
 * What of an envelope has to agree before anything in it is processed: a count that is wrong may mean a lost segment, and
 * a lost segment is a lost line. A partner may be forgiven each of them by agreement.
 */
public enum EnvelopePart {
    /** ISA13, which names each interchange of a sender once. */
    ISA13,
    /** A GS in front of the sets of a group, with a code and a number that an answer can repeat. */
    GS,
    /** SE01, the number of segments in a set. */
    SE01,
    /** SE02, which repeats ST02. */
    SE02,
    /** A GE at the end of a group. */
    GE,
    /** GE01, the number of sets in a group. */
    GE01,
    /** GE02, which repeats GS06. */
    GE02,
    /** IEA01, the number of groups in an interchange. */
    IEA01,
    /** IEA02, which repeats ISA13. */
    IEA02
}
