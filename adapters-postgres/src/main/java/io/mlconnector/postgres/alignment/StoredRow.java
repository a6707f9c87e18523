package io.mlconnector.postgres.alignment;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.DocumentId;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the table.
 *
 * @param id of its history
 * @param version rises with every change of any row
 * @param removed whether it holds no longer
 */
record StoredRow(DocumentId id, CrossReference reference, long version, boolean removed) {

    static final String COLUMNS = "id, partner, legal_entity, kind, theirs, ours, effective_from, effective_until,"
            + " version, changed_at, changed_by, reason, removed";

    static StoredRow of(Row row) {
        String partner = row.getString("partner");
        String legalEntity = row.getString("legal_entity");
        return new StoredRow(
                new DocumentId(row.getString("id")),
                new CrossReference(
                        new CrossReferenceScope(
                                partner.isEmpty() ? Optional.empty() : Optional.of(new PartnerId(partner)),
                                legalEntity.isEmpty() ? Optional.empty() : Optional.of(new LegalEntity(legalEntity))),
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("theirs"),
                        row.getString("ours"),
                        new EffectiveDates(
                                Optional.ofNullable(row.getLocalDate("effective_from")),
                                Optional.ofNullable(row.getLocalDate("effective_until")))),
                row.getLong("version"),
                row.getBoolean("removed"));
    }

    static RecordedCrossReference recorded(Row row) {
        StoredRow stored = of(row);
        return new RecordedCrossReference(
                stored.id(),
                stored.reference(),
                Optional.ofNullable(row.getOffsetDateTime("changed_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("changed_by")),
                Optional.ofNullable(row.getString("reason")).filter(reason -> !reason.isBlank()));
    }
}
