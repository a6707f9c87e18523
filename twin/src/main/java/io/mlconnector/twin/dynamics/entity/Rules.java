package io.mlconnector.twin.dynamics.entity;

import java.util.Map;

/** The business logic behind the writes of one entity set. */
public interface Rules {

    /** An entity set without any logic of its own. */
    Rules NONE = new Rules() {};

    /** Checks and completes the values of a new row: fields first, then defaults, then the record as a whole. */
    default Map<String, Object> insert(EntitySet set, Map<String, Object> given) {
        return given;
    }

    /** Checks the changes to a row. */
    default Map<String, Object> update(Row row, Map<String, Object> changes) {
        return changes;
    }

    /** Checks whether a row may go. */
    default void delete(Row row) {}
}
