package io.mlconnector.console.document;

import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.OnPage;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.Worth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document in a list.
 *
 * @param document it
 */
public record DocumentRow(DocumentRecord document) {

    /** Types of documents, as far as the program makes or reads them. */
    public static final List<String> TYPES = List.of(
            "850",
            "860",
            "850-json",
            "860-json",
            "810",
            "855",
            "856",
            "865",
            "824",
            "997",
            "999",
            "TA1",
            DocumentRecord.UNREAD);

    /** What it is, in the words of the trade. */
    public String kind() {
        return kind(
                document.type(),
                document.keys().worth().filter(DocumentRow::credit).isPresent());
    }

    /**
     * What a transaction set is called.
     *
     * @param credit whether it is worth less than nothing
     */
    public static String kind(String type, boolean credit) {
        return credit && type.equals("810") ? "Credit note" : kind(type);
    }

    /** The number of the confirmation that it tells, or else that of its order. */
    public String revision() {
        return document.keys().confirmationNumber().isEmpty()
                ? name()
                : document.keys().confirmationNumber();
    }

    /** What a transaction set is called. */
    public static String kind(String type) {
        return switch (type) {
            case "850" -> "Order";
            case "860" -> "Order change";
            case "810" -> "Invoice";
            case "997", "999" -> "Acknowledgement";
            case "TA1" -> "Interchange acknowledgement";
            case "855" -> "Order answer";
            case "856" -> "Ship notice";
            case "824" -> "Application advice";
            case "850-json" -> "Order as JSON";
            case "860-json" -> "Order change as JSON";
            default -> "Transaction set";
        };
    }

    private static boolean credit(Worth worth) {
        return worth.amount().signum() < 0;
    }

    /** The number by which people call it. */
    public String name() {
        BusinessKeys keys = document.keys();
        return Stream.of(
                        keys.invoiceNumber(),
                        keys.orderNumber(),
                        keys.controlNumber(),
                        keys.fileName(),
                        underWay(),
                        document.id().text())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What has no number yet is told by whose it is; empty if that is not known either. */
    private String underWay() {
        return document.partner().isEmpty()
                ? ""
                : (document.direction() == Direction.OUTBOUND ? "to " : "from ") + document.partner();
    }

    /** What else tells it from others. */
    public String beside() {
        BusinessKeys keys = document.keys();
        String order =
                !keys.invoiceNumber().isEmpty() && !keys.orderNumber().isEmpty() ? "order " + keys.orderNumber() : "";
        String revision =
                keys.confirmationNumber().isEmpty() || keys.confirmationNumber().equals(keys.orderNumber())
                        ? ""
                        : "confirmation " + keys.confirmationNumber();
        return Stream.of(order, revision).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    /** When it is due; empty if that is not known. */
    public String due() {
        return document.keys().worth().flatMap(Worth::due).map(Object::toString).orElse("");
    }

    /** What is at stake; empty if it is not known. */
    public String money() {
        return document.keys().worth().map(Figures::money).orElse("");
    }

    /** Why it stands still; empty while it moves. */
    public String reason() {
        return document.reason().map(Problem::message).map(OnPage::told).orElse("");
    }

    /** Where its page is. */
    public String address() {
        return address(document);
    }

    /** Where the page of a document is. */
    public static String address(DocumentRecord document) {
        return "/documents/" + document.id().text();
    }
}
