package io.mlconnector.ports.journal.document;

import io.mlconnector.domain.words.StorableText;
import java.util.Objects;
import java.util.Optional;

/**
 * The numbers by which people look for a document, and what is at stake in it. Each number is as {@link StorableText#shown} has it. What is not known, or not yet, is an
 * empty string.
 *
 * @param legalEntity the company
 * @param orderNumber purchase order
 * @param confirmationNumber revision of the order
 * @param invoiceNumber the vendor's invoice number
 * @param controlNumber ISA13, as sent or received
 * @param groupNumber GS06, as sent or received
 * @param transactionSetNumber ST02, as sent or received
 * @param fileName name of the file at the gateway
 * @param worth what is at stake; empty if it is not known
 */
public record BusinessKeys(
        String legalEntity,
        String orderNumber,
        String confirmationNumber,
        String invoiceNumber,
        String controlNumber,
        String groupNumber,
        String transactionSetNumber,
        String fileName,
        Optional<Worth> worth) {

    /** Nothing is known. */
    public static final BusinessKeys NONE = new BusinessKeys("", "", "", "", "", "", "", "", Optional.empty());

    public BusinessKeys {
        legalEntity = StorableText.shown(legalEntity);
        orderNumber = StorableText.shown(orderNumber);
        confirmationNumber = StorableText.shown(confirmationNumber);
        invoiceNumber = StorableText.shown(invoiceNumber);
        controlNumber = StorableText.shown(controlNumber);
        groupNumber = StorableText.shown(groupNumber);
        transactionSetNumber = StorableText.shown(transactionSetNumber);
        fileName = StorableText.shown(fileName);
        Objects.requireNonNull(worth, "worth");
    }

    /** Of one revision of an order, before anything is written of it. */
    public static BusinessKeys ofConfirmation(String legalEntity, String orderNumber, String confirmationNumber) {
        return new BusinessKeys(legalEntity, orderNumber, confirmationNumber, "", "", "", "", "", Optional.empty());
    }

    /** The same keys with another legal entity and order. */
    public BusinessKeys withOrder(String newLegalEntity, String newOrderNumber) {
        return new BusinessKeys(
                newLegalEntity,
                newOrderNumber,
                confirmationNumber,
                invoiceNumber,
                controlNumber,
                groupNumber,
                transactionSetNumber,
                fileName,
                worth);
    }

    /** The same keys of a document in which so much is at stake. */
    public BusinessKeys worth(Worth known) {
        return new BusinessKeys(
                legalEntity,
                orderNumber,
                confirmationNumber,
                invoiceNumber,
                controlNumber,
                groupNumber,
                transactionSetNumber,
                fileName,
                Optional.of(known));
    }

    /** The same keys with the numbers and the name of an outgoing file. */
    public BusinessKeys withFile(String isa13, String gs06, String st02, String newFileName) {
        return new BusinessKeys(
                legalEntity, orderNumber, confirmationNumber, invoiceNumber, isa13, gs06, st02, newFileName, worth);
    }
}
