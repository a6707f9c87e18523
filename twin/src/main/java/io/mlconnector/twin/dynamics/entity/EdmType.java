package io.mlconnector.twin.dynamics.entity;

/** The types of properties. A date and a date-time share one Edm type but not one way of being written. */
public enum EdmType {
    STRING("Edm.String"),
    INT32("Edm.Int32"),
    INT64("Edm.Int64"),
    DECIMAL("Edm.Decimal"),
    DATE("Edm.DateTimeOffset"),
    DATETIME("Edm.DateTimeOffset"),
    ENUM("Edm.Enum"),
    GUID("Edm.Guid"),
    BOOLEAN("Edm.Boolean");

    private final String edm;

    EdmType(String edm) {
        this.edm = edm;
    }

    String edm() {
        return edm;
    }

    public boolean numeric() {
        return this == INT32 || this == INT64 || this == DECIMAL;
    }

    public boolean temporal() {
        return this == DATE || this == DATETIME;
    }
}
