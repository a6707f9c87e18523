package io.mlconnector.domain.trade;

/**
 * The short name under which a trading partner is configured.
 *
 * @param id [a-z0-9-]{1,40}
 */
public record PartnerId(String id) {

    public PartnerId {
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A partner's id is made of a-z, 0-9 and '-', not: " + id);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
