package io.mlconnector.x12.internal.invoice;

import java.util.Set;

/** The document type by BIG07: data element 640 (reference x12, sections 6, 11 and 13). */
final class TransactionType {
    private static final Set<String> CREDITS = Set.of("CR", "CN", "CE", "CG");
    private static final Set<String> CLAIMS =
            Set.of("", "DI", "PR", "DR", "CI", "CD", "CF", "FD", "PP", "DO", "FB", "N4");

    private TransactionType() {}

    static boolean isCredit(String code) {
        return CREDITS.contains(code);
    }

    /** Whether the document is clearly an invoice or a credit note. */
    static boolean isClear(String code) {
        return isCredit(code) || CLAIMS.contains(code);
    }
}
