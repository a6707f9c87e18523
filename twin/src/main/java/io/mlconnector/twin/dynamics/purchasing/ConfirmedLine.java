package io.mlconnector.twin.dynamics.purchasing;

import java.math.BigDecimal;

/**
 * A line of a confirmation.
 *
 * @param number its number on the order
 * @param quantity ordered quantity
 * @param amount its net amount
 */
public record ConfirmedLine(long number, BigDecimal quantity, BigDecimal amount) {}
