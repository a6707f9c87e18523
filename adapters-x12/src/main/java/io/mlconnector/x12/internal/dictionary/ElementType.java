package io.mlconnector.x12.internal.dictionary;

/** Data element types (reference x12, section 1.3). */
public enum ElementType {
    /** Text. */
    AN,
    /** Code. */
    ID,
    /** Date. */
    DT,
    /** Time. */
    TM,
    /** Integer. */
    N0,
    /** Number with two implied decimals. */
    N2,
    /** Decimal number with an explicit point. */
    R,
    /** Composite. */
    C
}
