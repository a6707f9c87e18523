package io.mlconnector.twin.dynamics.payables;

import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Rules;
import io.mlconnector.twin.dynamics.entity.Tables;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Pending vendor invoices: notes and files. The same name may be there several times, as F&amp;O allows it. */
public final class InvoiceAttachmentRules implements Rules {

    private static final String TABLE = "DocuRef";
    private static final Set<String> TYPES = Set.of("Note", "File");
    private static final Set<String> FILE_TYPES = Set.of("txt", "pdf", "xml", "jpg", "png");
    private static final int LONGEST_NAME = 60;

    private final Tables tables;
    private long assigned;

    public InvoiceAttachmentRules(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Map<String, Object> insert(EntitySet set, Map<String, Object> given) {
        String reference = text(given, "HeaderReference");
        if (tables.find(EntitySets.INVOICES, text(given, "dataAreaId"), reference) == null) {
            throw Refusal.relatedTable(set, "HeaderReference", reference, "Header reference", "Vendor invoice header");
        }
        String type = text(given, "TypeId");
        if (!TYPES.contains(type)) {
            throw Refusal.relatedTable(set, "TypeId", type, "Type", "Document types");
        }
        if (text(given, "Name").isEmpty() || text(given, "Name").length() > LONGEST_NAME) {
            throw Refusal.record(set, TABLE, "Warning: Field 'Description' must be filled in.");
        }
        if (type.equals("File")) {
            requireFile(set, given);
        }
        Map<String, Object> values = new LinkedHashMap<>(given);
        values.put("DocumentId", new UUID(0x5637_1445_7600_4000L, 0x8000_0000_0000_0000L | ++assigned).toString());
        return values;
    }

    private static void requireFile(EntitySet set, Map<String, Object> given) {
        if (text(given, "FileName").isEmpty() || !FILE_TYPES.contains(text(given, "FileType"))) {
            throw Refusal.record(set, TABLE, "Error: The file type is not in the list of file types.");
        }
        try {
            if (Base64.getDecoder().decode(text(given, "FileContents")).length == 0) {
                throw Refusal.record(set, TABLE, "Error: The file is empty.");
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.record(set, TABLE, "Error: The file cannot be decoded.");
        }
    }

    private static String text(Map<String, Object> values, String name) {
        return values.getOrDefault(name, "").toString();
    }
}
