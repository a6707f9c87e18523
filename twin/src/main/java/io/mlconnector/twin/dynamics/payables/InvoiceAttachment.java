package io.mlconnector.twin.dynamics.payables;

/**
 * A note or file that was attached to a vendor invoice.
 *
 * @param legalEntity company
 * @param headerReference of the invoice
 * @param invoiceNumber the vendor's number
 * @param typeId document type
 * @param name what it is called
 * @param notes text of it
 * @param fileName name of the file, empty on a note
 * @param fileType extension of the file, empty on a note
 * @param contents the file in base64, empty on a note
 */
public record InvoiceAttachment(
        String legalEntity,
        String headerReference,
        String invoiceNumber,
        String typeId,
        String name,
        String notes,
        String fileName,
        String fileType,
        String contents) {}
