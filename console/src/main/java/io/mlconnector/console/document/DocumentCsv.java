package io.mlconnector.console.document;

import io.mlconnector.console.page.OnPage;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.view.SpreadsheetCell;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Documents as rows for a spreadsheet (RFC 4180). */
final class DocumentCsv {

    private DocumentCsv() {}

    static byte[] header() {
        return printed(List.of(List.of(
                "id",
                "direction",
                "type",
                "connection",
                "partner",
                "legalEntity",
                "orderNumber",
                "confirmationNumber",
                "invoiceNumber",
                "controlNumber",
                "fileName",
                "amount",
                "currency",
                "due",
                "condition",
                "stage",
                "validity",
                "acknowledgement",
                "causeKey",
                "reason",
                "assignee",
                "createdAt",
                "changedAt")));
    }

    static byte[] of(List<DocumentRecord> documents) {
        return printed(documents.stream().map(DocumentCsv::row).toList());
    }

    private static List<String> row(DocumentRecord one) {
        return List.of(
                one.id().text(),
                one.direction().word(),
                one.type(),
                one.connection(),
                SpreadsheetCell.written(one.partner()),
                SpreadsheetCell.written(one.keys().legalEntity()),
                SpreadsheetCell.written(one.keys().orderNumber()),
                SpreadsheetCell.written(one.keys().confirmationNumber()),
                SpreadsheetCell.written(one.keys().invoiceNumber()),
                SpreadsheetCell.written(one.keys().controlNumber()),
                SpreadsheetCell.written(one.keys().fileName()),
                one.keys()
                        .worth()
                        .map(worth -> worth.amount())
                        .map(BigDecimal::toPlainString)
                        .orElse(""),
                one.keys().worth().map(worth -> worth.currency()).orElse(""),
                one.keys()
                        .worth()
                        .flatMap(worth -> worth.due())
                        .map(Object::toString)
                        .orElse(""),
                one.condition().word(),
                one.stage().word(),
                one.validity().word(),
                one.acknowledgement().word(),
                SpreadsheetCell.written(one.reason().map(Problem::causeKey).orElse("")),
                SpreadsheetCell.written(
                        one.reason().map(Problem::message).map(OnPage::told).orElse("")),
                SpreadsheetCell.written(one.attention().assignee().orElse("")),
                one.createdAt().toString(),
                one.changedAt().toString());
    }

    private static byte[] printed(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
