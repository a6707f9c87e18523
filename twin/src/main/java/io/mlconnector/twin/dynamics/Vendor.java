package io.mlconnector.twin.dynamics;

/**
 * A vendor to put into the environment.
 *
 * @param legalEntity company
 * @param account vendor account
 * @param name its name
 * @param currency its currency
 */
public record Vendor(String legalEntity, String account, String name, String currency) {}
