package io.mlconnector.dynamics.internal.attachment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.dynamics.internal.wire.Batch;
import io.mlconnector.dynamics.internal.wire.Json;
import io.mlconnector.dynamics.internal.wire.Transcript;
import io.mlconnector.dynamics.options.AttachmentTypes;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.erp.InvoiceAttachments;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Notes and files of pending vendor invoices (reference dynamics, section 4.9). */
public final class AttachmentRows implements InvoiceAttachments {

    private static final String SET = "VendorInvoiceDocumentAttachments";

    private final ODataClient client;
    private final AttachmentTypes types;

    /** Reads and writes through this client. */
    public AttachmentRows(ODataClient client, AttachmentTypes types) {
        this.client = client;
        this.types = types;
    }

    /** Only names are read: the files themselves may be large. */
    @Override
    public CompletionStage<Outcome<Set<String>>> attached(LegalEntity legalEntity, String headerReference) {
        return client.all(Query.of(SET)
                        .in(Set.of(legalEntity))
                        .where("HeaderReference", headerReference)
                        .selecting(Set.of("dataAreaId", "HeaderReference", "Name")))
                .map(outcome -> outcome.<Set<String>>map(rows ->
                        rows.stream().map(row -> row.path("Name").asText("")).collect(Collectors.toSet())))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<String>> attach(
            LegalEntity legalEntity, String headerReference, List<Attachment> attachments, Intent<?> intent) {
        List<Batch.Creation> creations = attachments.stream()
                .map(attachment -> new Batch.Creation(SET, row(legalEntity, headerReference, attachment)))
                .toList();
        return client.createTogether(creations, "attachments_" + attachments.size(), intent, new Transcript())
                .map(outcome -> outcome.map(ignored -> headerReference))
                .toCompletionStage();
    }

    /** The key of an attachment is given by F&O. */
    private ObjectNode row(LegalEntity legalEntity, String headerReference, Attachment attachment) {
        ObjectNode row = Json.object();
        row.put("dataAreaId", legalEntity.id());
        row.put("HeaderReference", headerReference);
        row.put("TypeId", attachment.file().isPresent() ? types.file() : types.note());
        row.put("Name", attachment.name());
        row.put("Notes", attachment.notes());
        attachment.file().ifPresent(file -> {
            row.put("FileName", file.name());
            row.put("FileType", file.type());
            row.put("FileContents", Base64.getEncoder().encodeToString(file.bytes()));
        });
        return row;
    }
}
