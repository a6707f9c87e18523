package io.mlconnector.domain.trade;

import java.util.Locale;

/**
 * A company within F&O, there called {@code dataAreaId}. F&O compares it without regard to case and writes it in
 * lower case; so do we.
 *
 * @param id 1 to 4 characters, lower case
 */
public record LegalEntity(String id) implements Comparable<LegalEntity> {

    public LegalEntity {
        id = Text.within("legal entity", id.strip(), 4).toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(LegalEntity other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
