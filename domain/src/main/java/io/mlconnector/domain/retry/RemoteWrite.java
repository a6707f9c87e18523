package io.mlconnector.domain.retry;

/**
 * Every kind of write to a remote system, and how its outcome is found out when nobody knows it. This table is the rule:
 * {@code docs/unknown.md} is written from it, and each row is a test of the decisions.
 */
public enum RemoteWrite {

    /** A file put into a folder of Cleo. */
    UPLOAD(
            "success; a file of the exact name with the exact size in the folder; an answer of the partner (997, TA1, 855)",
            "no connection was made; 401, 404, 413, 429 and other refusals",
            "a lost answer; 5xx; 409 (the name is ours alone); absence from the folder, because a router may have taken it out",
            "the folder is asked 7 times over two minutes; found: delivered; not found: the partner's agreement decides,"
                    + " hold for a person, or the same bytes under the same name and control number once more; found with"
                    + " another size: held"),

    /** Header and lines of an invoice in one change set (headerReference: ours). */
    INVOICE_CHANGE_SET(
            "success of every part; a pending invoice with our mark and all lines; a posted invoice with our mark",
            "no connection was made; 429, also of a part; a reason that F&O gives; the number found 7 times neither among"
                    + " pending nor among posted invoices",
            "a lost answer; 5xx without F&O's own reason; \"already exists\"; absence before it was asked 7 times",
            "F&O is asked for vendor and number among pending and posted invoices; ours, whole and the same in lines,"
                    + " quantities, amounts, charges, date, totals and currency: posted; ours and different, pending or posted: held with both; ours without"
                    + " lines: the missing ones are added; somebody else's and not ours 7 times: duplicate; not there: created again"),

    /** The header of an invoice (headerReference: assigned). */
    INVOICE_HEADER(
            "success with a header reference; a pending invoice with our mark",
            "as for the change set",
            "as for the change set; success without a header reference",
            "as for the change set"),

    /** Lines of an invoice whose header exists, in one change set. */
    INVOICE_LINES(
            "success of every part; the line numbers under our header reference",
            "no connection was made; 429, also of a part; a reason that F&O gives; the lines missing under our header when it"
                    + " was asked 7 times",
            "a lost answer; 5xx without F&O's own reason; \"already exists\"",
            "header, lines and charges under our reference are read and compared; all there and the same: posted; different:"
                    + " held with both; some missing: those are created; the header gone: held"),

    /** The deletion of a header that was left behind, with those of its lines that we wrote, as a person asked. */
    HEADER_DELETION(
            "success; nothing pending under our header reference, and no invoice of vendor and number posted",
            "no connection was made; 429; a reason that F&O gives; the header still there when it was asked 7 times",
            "a lost answer; 5xx without F&O's own reason; 404, which may mean that it was posted",
            "F&O is asked for the header; gone: discarded; posted, of another vendor or number, or with anything that we did"
                    + " not write: left alone, and failed with the reason; still there 7 times: deleted again"),

    /** Notes and files attached to a posted invoice, in one change set. */
    INVOICE_ATTACHMENTS(
            "success of every part; their names, which carry the document's id, under our header reference",
            "no connection was made; 429, also of a part; a reason that F&O gives; the names missing when it was asked 7 times",
            "a lost answer; 5xx without F&O's own reason",
            "the names are read; all there: attached; missing 7 times: created again, at most 5 times and a day in all; then the"
                    + " history says that nothing could be attached. The invoice is posted all along"),

    /** A file removed from a folder of Cleo whose documents are all settled. */
    REMOVAL(
            "success; 404; 410; the file no longer listed",
            "no connection was made; 401, 429 and other refusals; the file still listed",
            "a lost answer; 5xx",
            "repeated at the next look: removing twice is harmless, and every byte is in the journal");

    private final String provesThatItHappened;
    private final String provesThatItDidNot;
    private final String provesNothing;
    private final String then;

    RemoteWrite(String provesThatItHappened, String provesThatItDidNot, String provesNothing, String then) {
        this.provesThatItHappened = provesThatItHappened;
        this.provesThatItDidNot = provesThatItDidNot;
        this.provesNothing = provesNothing;
        this.then = then;
    }

    /** What proves that it happened. */
    public String provesThatItHappened() {
        return provesThatItHappened;
    }

    /** What proves that it did not happen. */
    public String provesThatItDidNot() {
        return provesThatItDidNot;
    }

    /** What proves nothing. */
    public String provesNothing() {
        return provesNothing;
    }

    /** What is done while nobody knows. */
    public String then() {
        return then;
    }
}
