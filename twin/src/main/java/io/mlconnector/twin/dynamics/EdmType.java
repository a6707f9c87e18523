package io.mlconnector.twin.dynamics;

/** The types of properties. A date and a date-time share one Edm type but not one way of being written. */
enum EdmType {
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

    boolean numeric() {
        return this == INT32 || this == INT64 || this == DECIMAL;
    }

    boolean temporal() {
        return this == DATE || this == DATETIME;
    }
}
