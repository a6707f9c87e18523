package io.mlconnector.domain.interchange;

import java.util.Objects;

/**
 * One end of an interchange: ISA05/06 or ISA07/08, and the GS02 or GS03 that goes with it.
 *
 * @param qualifier id qualifier, two characters (element I05)
 * @param id id, 1 to 15 characters, without the padding blanks (I06, I07)
 * @param group application code of the functional group, 2 to 15 characters (elements 142, 124)
 */
public record InterchangeAddress(String qualifier, String id, String group) {

    public InterchangeAddress {
        qualifier = qualifier.strip();
        id = id.strip();
        Objects.requireNonNull(group, "group");
    }

    /** Whether qualifier and id are the same; the group code only refines (reference x12, section 14, row 44). */
    public boolean sameEnd(InterchangeAddress other) {
        return qualifier.equals(other.qualifier) && id.equalsIgnoreCase(other.id);
    }

    @Override
    public String toString() {
        return qualifier + ":" + id;
    }
}
