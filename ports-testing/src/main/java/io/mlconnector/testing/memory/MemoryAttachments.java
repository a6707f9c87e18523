package io.mlconnector.testing.memory;

import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.trade.LegalEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is attached to invoices. Guarded by its owner's lock. */
final class MemoryAttachments {

    private final Map<String, List<Attachment>> attached = new HashMap<>();

    /** In the order in which they came; F&O takes the same name twice. */
    List<Attachment> of(LegalEntity legalEntity, String headerReference) {
        return List.copyOf(attached.getOrDefault(key(legalEntity, headerReference), List.of()));
    }

    void add(LegalEntity legalEntity, String headerReference, List<Attachment> more) {
        attached.computeIfAbsent(key(legalEntity, headerReference), ignored -> new ArrayList<>())
                .addAll(more);
    }

    private static String key(LegalEntity legalEntity, String headerReference) {
        return legalEntity.id() + "/" + headerReference;
    }
}
