package io.mlconnector.twin.dynamics.odata;

import io.mlconnector.twin.dynamics.entity.EdmType;
import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.Property;
import io.mlconnector.twin.dynamics.entity.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts values between JSON and rows. */
public final class Values {

    private static final DateTimeFormatter ZULU =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Values() {}

    /** Reads the members of a body against an entity set; control members of OData are skipped. */
    public static Map<String, Object> read(EntitySet set, Map<String, @Nullable Object> body) {
        Map<String, Object> values = new LinkedHashMap<>();
        body.forEach((name, json) -> {
            if (name.contains("@odata.")) {
                return;
            }
            Property property = set.property(name);
            if (property == null) {
                throw Refusal.noProperty(set, name);
            }
            values.put(name, json == null ? none(property) : read(property, json));
        });
        return values;
    }

    private static Object none(Property property) {
        if (property.type() != EdmType.STRING && property.type() != EdmType.ENUM) {
            throw Refusal.badBody("A null value was found for the property named '" + property.name()
                    + "', which has the expected type '" + property.edmTypeName()
                    + "[Nullable=False]'. The expected type does not allow null values.");
        }
        return property.defaultValue();
    }

    private static Object read(Property property, Object json) {
        Object value = switch (property.type()) {
            case STRING, GUID -> json instanceof String text ? text.stripTrailing() : null;
            case ENUM -> json instanceof String text && property.hasSymbol(text) ? text : null;
            case INT32, INT64 -> json instanceof Integer || json instanceof Long ? ((Number) json).longValue() : null;
            case DECIMAL -> json instanceof Number number ? new BigDecimal(number.toString()) : null;
            case DATE -> json instanceof String text ? noon(instant(text)) : null;
            case DATETIME -> json instanceof String text ? instant(text) : null;
            case BOOLEAN -> json instanceof Boolean bool ? bool : null;
        };
        if (value == null) {
            throw Refusal.badBody("Cannot convert the literal '" + json + "' to the expected type '"
                    + property.edmTypeName() + "' of property '" + property.name() + "'.");
        }
        return value;
    }

    /** A date or date-time literal, with or without time and zone. */
    static @Nullable Instant instant(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return OffsetDateTime.parse(zoned ? text : text + "Z").toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Dates without a time are kept at noon UTC. */
    public static @Nullable Instant noon(@Nullable Instant instant) {
        return instant == null ? null : noon(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    public static Instant noon(LocalDate date) {
        return date.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    static @Nullable Object write(Property property, Object value) {
        return switch (value) {
            case Instant instant -> ZULU.format(instant);
            case BigDecimal decimal -> plain(decimal);
            case String text when text.isEmpty() && property.type() == EdmType.ENUM -> null;
            default -> value;
        };
    }

    public static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
