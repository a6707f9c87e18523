package io.mlconnector.runtime.crossreference;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.postgres.alignment.RecordedCrossReference;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a translation stands in answers of the interface and of commands. */
public final class CrossReferenceJson {

    private CrossReferenceJson() {}

    /** With who entered it. */
    public static JsonObject of(RecordedCrossReference recorded) {
        return of(recorded.reference())
                .put("id", recorded.id().text())
                .put("changedAt", recorded.changedAt().map(Instant::toString).orElse(null))
                .put("changedBy", recorded.changedBy().orElse(null))
                .put("reason", recorded.reason().orElse(null));
    }

    /** The translation itself. */
    public static JsonObject of(CrossReference one) {
        return new JsonObject()
                .put("partner", orNull(one.scope().partner().map(PartnerId::id).orElse("")))
                .put(
                        "legalEntity",
                        orNull(one.scope().legalEntity().map(LegalEntity::id).orElse("")))
                .put("kind", one.kind().word())
                .put("theirs", one.theirs())
                .put("ours", one.ours())
                .put("from", orNull(one.dates().from().map(LocalDate::toString).orElse("")))
                .put(
                        "until",
                        orNull(one.dates().until().map(LocalDate::toString).orElse("")));
    }

    /**
     * Reads what {@link #of(CrossReference)} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static CrossReference read(JsonObject json) {
        return new CrossReference(
                new CrossReferenceScope(
                        text(json, "partner").map(PartnerId::new),
                        text(json, "legalEntity").map(LegalEntity::new)),
                CrossReferenceCsv.kind(json.getString("kind", "")),
                json.getString("theirs", ""),
                json.getString("ours", ""),
                new EffectiveDates(
                        text(json, "from").map(LocalDate::parse),
                        text(json, "until").map(LocalDate::parse)));
    }

    private static Optional<String> text(JsonObject json, String name) {
        return Optional.ofNullable(json.getString(name));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
