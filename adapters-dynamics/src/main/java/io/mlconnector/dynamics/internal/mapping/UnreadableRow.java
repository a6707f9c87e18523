package io.mlconnector.dynamics.internal.mapping;

/** A row lacks a required value. Never leaves this package: it becomes a refusal that names the row. */
final class UnreadableRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRow(String message) {
        super(message, null, false, false);
    }
}
