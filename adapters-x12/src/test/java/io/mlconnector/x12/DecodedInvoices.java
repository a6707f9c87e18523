package io.mlconnector.x12;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import java.util.List;

/** Shortcuts from bytes to the values that a test checks. */
final class DecodedInvoices {
    private static final X12Codec CODEC = new X12Codec();

    private DecodedInvoices() {}

    static DecodedFile file(byte[] bytes) {
        return CODEC.decode(bytes);
    }

    /** The only document. */
    static DecodedDocument document(Interchange interchange) {
        List<DecodedDocument> documents = file(interchange.bytes()).documents();
        if (documents.size() != 1) {
            throw new AssertionError("One document was expected, not " + documents.size());
        }
        return documents.get(0);
    }

    /** The only invoice, which must be usable. */
    static VendorInvoice invoice(Interchange interchange) {
        DecodedDocument document = document(interchange);
        if (!document.usable()) {
            throw new AssertionError("Not usable: " + document.problems());
        }
        return invoice(document);
    }

    static VendorInvoice invoice(DecodedDocument document) {
        if (document.content() instanceof Content.Invoice invoice) {
            return invoice.invoice();
        }
        throw new AssertionError("No invoice but " + document.content() + ": " + document.problems());
    }

    /** Problems as {@code WARNING code AK403 7 IT103}. */
    static List<String> told(List<SyntaxProblem> problems) {
        return problems.stream()
                .map(problem -> problem.severity() + " " + problem.code()
                        + (problem.standardCode().isEmpty() ? "" : " " + problem.standardCode())
                        + (problem.segment().isEmpty() ? "" : " " + problem.segment())
                        + (problem.element() == 0 ? "" : String.format("%02d", problem.element())))
                .toList();
    }
}
