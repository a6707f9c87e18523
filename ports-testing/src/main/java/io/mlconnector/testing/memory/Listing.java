package io.mlconnector.testing.memory;

import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells which documents a filter lets through. */
final class Listing {

    private Listing() {}

    static boolean shows(DocumentFilter filter, DocumentRecord document) {
        return wanted(filter.connection(), document.connection())
                && wanted(filter.partner(), document.partner())
                && wanted(filter.legalEntity(), document.keys().legalEntity())
                && wanted(filter.direction(), document.direction().word())
                && wanted(filter.type(), document.type())
                && wanted(filter.condition(), document.condition().word())
                && wanted(filter.stage(), document.stage().word())
                && wanted(filter.acknowledgement(), document.acknowledgement().word())
                && wanted(
                        filter.causeKey(),
                        document.reason().map(why -> why.causeKey()).orElse(""))
                && (filter.text().isBlank() || mentions(document, filter.text()))
                && filter.from()
                        .map(from -> !document.createdAt().isBefore(from))
                        .orElse(true)
                && filter.to().map(document.createdAt()::isBefore).orElse(true)
                && filter.after()
                        .map(after -> document.id().compareTo(after) < 0)
                        .orElse(true);
    }

    private static boolean wanted(String asked, String value) {
        return asked.isEmpty() || asked.equals(value);
    }

    private static boolean mentions(DocumentRecord document, String text) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(
                        document.keys().orderNumber(),
                        document.keys().confirmationNumber(),
                        document.keys().invoiceNumber(),
                        document.keys().controlNumber(),
                        document.keys().fileName())
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(part));
    }
}
