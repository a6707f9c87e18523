package io.mlconnector.domain.words;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every kind of problem, with what is done when something certainly did not happen because of it. {@code docs/problems.md} is
 * written from this table. Rules of X12 that a file breaks have codes of their own, see {@link
 * io.mlconnector.domain.interchange.SyntaxProblem}.
 */
public enum ProblemCode {

    // The way to the other side.
    /** The remote system asks to be left alone for a while. */
    THROTTLED(FailureClass.THROTTLED, "The remote system asks to be left alone for a while."),
    /** After several failures in a row nothing is sent for a while. */
    CIRCUIT_OPEN(FailureClass.UNREACHABLE, "After several failures in a row nothing is sent for a while."),
    /** The remote system does not accept the credentials, or signing in waits after refusals. */
    CREDENTIALS_REFUSED(
            FailureClass.UNREACHABLE,
            "The remote system does not accept the credentials, or signing in waits after refusals."),
    /** F&O does not have, or does not show to our user, an entity set that is read. */
    SET_NOT_READABLE(
            FailureClass.UNREACHABLE, "F&O does not have, or does not show to our user, an entity set that is read."),
    /** No connection was made. */
    UNREACHABLE(FailureClass.UNREACHABLE, "No connection was made."),
    /** Another worker has the document by now. */
    INTENT_WITHDRAWN(FailureClass.UNREACHABLE, "Another worker has the document by now."),
    /** The journal did not store the intent, so nothing was written. */
    INTENT_NOT_STORED(FailureClass.UNREACHABLE, "The journal did not store the intent, so nothing was written."),
    /** The journal did not answer. */
    DATABASE_AWAY(FailureClass.UNREACHABLE, "The journal did not answer."),
    /** F&O answered with a server error that names no reason of its own. */
    DYNAMICS_UNAVAILABLE(FailureClass.FAILING, "F&O answered with a server error that names no reason of its own."),
    /** Cleo answered with a server error. */
    GATEWAY_UNAVAILABLE(FailureClass.FAILING, "Cleo answered with a server error."),
    /** The answer is not in the form that was asked for. */
    ANSWER_UNREADABLE(FailureClass.FAILING, "The answer is not in the form that was asked for."),
    /** The listing of a folder does not show all that it has. */
    LISTING_INCOMPLETE(FailureClass.FAILING, "The listing of a folder does not show all that it has."),
    /** A row of an answer lacks what it must have. */
    ROW_UNREADABLE(FailureClass.FAILING, "A row of an answer lacks what it must have."),
    /** Somebody else changed the same record in F&O. */
    UPDATE_CONFLICT(FailureClass.TRANSIENT, "Somebody else changed the same record in F&O."),
    /** Cleo has the file or folder locked. */
    GATEWAY_LOCKED(FailureClass.TRANSIENT, "Cleo has the file or folder locked."),
    /** A download ended before the size that Cleo names. */
    DOWNLOAD_INCOMPLETE(FailureClass.TRANSIENT, "A download ended before the size that Cleo names."),
    /** A file with the same interchange was begun before and is not entered whole yet. */
    EARLIER_FILE_UNFINISHED(
            FailureClass.TRANSIENT, "A file with the same interchange was begun before and is not entered whole yet."),
    /** The daemon stopped in the middle; it goes on after the next start. */
    STOPPING(FailureClass.TRANSIENT, "The daemon stopped in the middle; it goes on after the next start."),
    /** Our own work on this one thing failed unexpectedly; the log has the details. */
    WORK_BROKE_OFF(
            FailureClass.TRANSIENT, "Our own work on this one thing failed unexpectedly; the log has the details."),
    /** Whether another invoice for the same goods was created is being found out. */
    OTHER_INVOICE_IN_DOUBT(
            FailureClass.UNREACHABLE, "Whether another invoice for the same goods was created is being found out."),
    /** The journal was put back so recently that an invoice which was under way then may still arrive in F&O. */
    RESTORED_RECENTLY(
            FailureClass.UNREACHABLE,
            "The journal was put back so recently that an invoice which was under way then may still arrive in F&O."),
    /** The disk of the data directory is nearly full. */
    DISK_FULL(FailureClass.UNREACHABLE, "The disk of the data directory is nearly full."),
    /** The process of the embedded PostgreSQL ended; it is started again. */
    DATABASE_ENDED(FailureClass.UNREACHABLE, "The process of the embedded PostgreSQL ended; it is started again."),
    /** The embedded PostgreSQL was started again several times and did not last. */
    DATABASE_GIVEN_UP(
            FailureClass.UNREACHABLE, "The embedded PostgreSQL was started again several times and did not last."),
    /** A poll, the runner or the journal has not finished for too long. */
    STUCK(FailureClass.TRANSIENT, "A poll, the runner or the journal has not finished for too long."),
    /** The request left and no answer came: it may have happened. */
    NO_ANSWER(FailureClass.UNKNOWN, "The request left and no answer came: it may have happened."),
    /** F&O says that the record exists; it may be ours. */
    ALREADY_EXISTS(FailureClass.UNKNOWN, "F&O says that the record exists; it may be ours."),
    /** A post was taken, and whether the document arrived is still to be asked. */
    UPLOAD_UNPROVEN(FailureClass.UNKNOWN, "A post was taken, and whether the document arrived is still to be asked."),
    /** The folder has a file of this name; it may be ours. */
    NAME_EXISTS(FailureClass.UNKNOWN, "The folder has a file of this name; it may be ours."),
    /** Nobody knows yet whether the upload happened. */
    UPLOAD_IN_DOUBT(FailureClass.UNKNOWN, "Nobody knows yet whether the upload happened."),
    /** Nobody knows yet whether the invoice was created. */
    POST_IN_DOUBT(FailureClass.UNKNOWN, "Nobody knows yet whether the invoice was created."),
    /** Nobody knows yet whether the header that was left behind was deleted. */
    DELETE_IN_DOUBT(FailureClass.UNKNOWN, "Nobody knows yet whether the header that was left behind was deleted."),

    // Refused by the other side.
    /** F&O does not have what a write is about. */
    NOT_FOUND(FailureClass.REFUSED, "F&O does not have what a write is about."),
    /** F&O rejected the write and says why. */
    DYNAMICS_REFUSED(FailureClass.REFUSED, "F&O rejected the write and says why."),
    /** Cleo does not allow it to our user. */
    GATEWAY_FORBIDS(FailureClass.REFUSED, "Cleo does not allow it to our user."),
    /** Cleo rejected the request. */
    GATEWAY_REFUSED(FailureClass.REFUSED, "Cleo rejected the request."),
    /** The folder is not there, or not shown to our user. */
    FOLDER_NOT_FOUND(FailureClass.REFUSED, "The folder is not there, or not shown to our user."),
    /** An answer is larger than what is accepted. */
    ANSWER_TOO_LARGE(FailureClass.REFUSED, "An answer is larger than what is accepted."),
    /** A list of F&O has more rows than what is accepted. */
    TOO_MANY_ROWS(FailureClass.REFUSED, "A list of F&O has more rows than what is accepted."),
    /** A folder has more files than are listed. */
    FOLDER_TOO_LARGE(FailureClass.REFUSED, "A folder has more files than are listed."),
    /** A file is larger than what is accepted. */
    FILE_TOO_LARGE(FailureClass.REFUSED, "A file is larger than what is accepted."),

    // Files and transaction sets.
    /** A file could not be taken into the journal. */
    FILE_NOT_TAKEN(FailureClass.BLOCKED, "A file could not be taken into the journal."),
    /** A file was taken before the journal was put back to an earlier time, and is not in its folder any more. */
    FILE_MISSING(
            FailureClass.BLOCKED,
            "A file was taken before the journal was put back to an earlier time, and is not in its folder any more."),
    /** A file has not a single byte and stays so. */
    FILE_EMPTY(FailureClass.BLOCKED, "A file has not a single byte and stays so."),
    /** Bytes of an accepted file belong to no document. */
    BYTES_UNREAD(FailureClass.BLOCKED, "Bytes of an accepted file belong to no document."),
    /** A transaction set or a file breaks a rule of X12 and cannot be used. */
    X12_INVALID(FailureClass.BLOCKED, "A transaction set or a file breaks a rule of X12 and cannot be used."),
    /** A transaction set is of a kind that is not processed. */
    SET_NOT_PROCESSED(FailureClass.BLOCKED, "A transaction set is of a kind that is not processed."),
    /** BIG07 does not say whether it is an invoice or a credit note. */
    TRANSACTION_TYPE_UNCLEAR(FailureClass.BLOCKED, "BIG07 does not say whether it is an invoice or a credit note."),
    /** The same transaction set came before. */
    DOCUMENT_REPEATED(FailureClass.BLOCKED, "The same transaction set came before."),
    /** The control numbers of an earlier transaction set came again with other content. */
    CONTROL_NUMBERS_REUSED(
            FailureClass.BLOCKED, "The control numbers of an earlier transaction set came again with other content."),
    /** The same transaction set came before and a person discarded it. */
    DISCARDED_BEFORE(FailureClass.BLOCKED, "The same transaction set came before and a person discarded it."),
    /** The partner sent a corrected transaction set in place of this one. */
    SENT_AGAIN(FailureClass.BLOCKED, "The partner sent a corrected transaction set in place of this one."),
    /** A test interchange came where production is agreed, or the other way round. */
    USAGE_DIFFERS(FailureClass.BLOCKED, "A test interchange came where production is agreed, or the other way round."),
    /** The stored content of the document is gone. */
    PAYLOAD_MISSING(FailureClass.BLOCKED, "The stored content of the document is gone."),

    // Who it is.
    /** No trading partner is configured for this vendor or sender. */
    PARTNER_UNKNOWN(FailureClass.BLOCKED, "No trading partner is configured for this vendor or sender."),
    /** The interchange is addressed to somebody else. */
    RECEIVER_DIFFERS(FailureClass.BLOCKED, "The interchange is addressed to somebody else."),
    /** The partner gets no orders by agreement. */
    ORDERS_NOT_AGREED(FailureClass.BLOCKED, "The partner gets no orders by agreement."),
    /** The partner gets no acknowledgements by agreement. */
    ANSWERS_NOT_AGREED(FailureClass.BLOCKED, "The partner gets no acknowledgements by agreement."),
    /** The orders of one invoice are in several legal entities. */
    SEVERAL_LEGAL_ENTITIES(FailureClass.BLOCKED, "The orders of one invoice are in several legal entities."),

    // Orders.
    /** F&O does not have the confirmation. */
    ORDER_NOT_FOUND(FailureClass.BLOCKED, "F&O does not have the confirmation."),
    /** The order is being changed in F&O and is not confirmed now. */
    ORDER_NOT_CONFIRMED(FailureClass.BLOCKED, "The order is being changed in F&O and is not confirmed now."),
    /** The order was changed and confirmed again before it was read; what it says now is a revision of its own. */
    ORDER_CHANGED(
            FailureClass.BLOCKED,
            "The order was changed and confirmed again before it was read; what it says now is a revision of its own."),
    /** F&O shows the confirmation without lines. */
    ORDER_WITHOUT_LINES(FailureClass.BLOCKED, "F&O shows the confirmation without lines."),
    /** The order is not of a kind, or not for a vendor, that is told by EDI. */
    NOT_FOR_EDI(FailureClass.BLOCKED, "The order is not of a kind, or not for a vendor, that is told by EDI."),
    /** F&O shows less of the confirmation than its header says. */
    ORDER_INCOMPLETE(FailureClass.BLOCKED, "F&O shows less of the confirmation than its header says."),
    /** The number of a confirmation was used again for other content. */
    CONFIRMATION_NUMBER_REUSED(FailureClass.BLOCKED, "The number of a confirmation was used again for other content."),
    /** It is not clear whether a delivery schedule repeats its parent's quantity. */
    DELIVERY_SCHEDULE_UNCLEAR(
            FailureClass.BLOCKED, "It is not clear whether a delivery schedule repeats its parent's quantity."),
    /** An item number begins with a blank, which X12 cannot carry. */
    ITEM_BEGINS_WITH_BLANK(FailureClass.BLOCKED, "An item number begins with a blank, which X12 cannot carry."),
    /** The order cannot be written as agreed with the partner. */
    ORDER_UNWRITABLE(FailureClass.BLOCKED, "The order cannot be written as agreed with the partner."),
    /** No line of the order is still bought. */
    NO_OPEN_LINE(FailureClass.BLOCKED, "No line of the order is still bought."),
    /** The revision says nothing that the partner does not know. */
    NOTHING_CHANGED(FailureClass.BLOCKED, "The revision says nothing that the partner does not know."),
    /** The partner was told before that the order is cancelled. */
    CANCELLED_ALREADY(FailureClass.BLOCKED, "The partner was told before that the order is cancelled."),
    /** The partner takes no 860 by agreement, and a change is to be told. */
    CHANGE_HELD(FailureClass.BLOCKED, "The partner takes no 860 by agreement, and a change is to be told."),
    /** It is not known what the last delivered revision said. */
    DELIVERED_CONTENT_MISSING(FailureClass.BLOCKED, "It is not known what the last delivered revision said."),
    /** A later revision was delivered or stands in its place. */
    SUPERSEDED(FailureClass.BLOCKED, "A later revision was delivered or stands in its place."),
    /** An earlier revision may still arrive. */
    EARLIER_REVISION_IN_DOUBT(FailureClass.BLOCKED, "An earlier revision may still arrive."),
    /** The uploaded file is in the folder with another size. */
    UPLOAD_INCOMPLETE(FailureClass.BLOCKED, "The uploaded file is in the folder with another size."),
    /** The journal is older than what was sent: a person says what went out since. */
    JOURNAL_RESTORED(
            FailureClass.BLOCKED, "The journal is older than what was sent: a person says what went out since."),
    /** The acknowledgement cannot be written as agreed with the partner. */
    ACKNOWLEDGEMENT_UNWRITABLE(
            FailureClass.BLOCKED, "The acknowledgement cannot be written as agreed with the partner."),
    /** The application advice cannot be written as agreed with the partner. */
    ADVICE_UNWRITABLE(FailureClass.BLOCKED, "The application advice cannot be written as agreed with the partner."),
    /** No document is found that the partner's answer is about. */
    ANSWER_UNMATCHED(FailureClass.BLOCKED, "No document is found that the partner's answer is about."),

    // Invoices.
    /** The invoice names no order. */
    ORDER_MISSING(FailureClass.BLOCKED, "The invoice names no order."),
    /** F&O does not have the order that the invoice names. */
    ORDER_UNKNOWN(FailureClass.BLOCKED, "F&O does not have the order that the invoice names."),
    /** The order number exists in several legal entities for this partner. */
    ORDER_AMBIGUOUS(FailureClass.BLOCKED, "The order number exists in several legal entities for this partner."),
    /** The order belongs to another vendor. */
    ORDER_OF_OTHER_VENDOR(FailureClass.BLOCKED, "The order belongs to another vendor."),
    /** The order is not open for invoicing. */
    ORDER_NOT_OPEN(FailureClass.BLOCKED, "The order is not open for invoicing."),
    /** The order line was cancelled. */
    ORDER_LINE_CANCELLED(FailureClass.BLOCKED, "The order line was cancelled."),
    /** The invoice has no lines. */
    NO_LINES(FailureClass.BLOCKED, "The invoice has no lines."),
    /** No order line is found for a line of the invoice. */
    LINE_UNRESOLVED(FailureClass.BLOCKED, "No order line is found for a line of the invoice."),
    /** The product ids of an invoice line name different order lines. */
    LINE_CONTRADICTED(FailureClass.BLOCKED, "The product ids of an invoice line name different order lines."),
    /** An invoice line may mean several order lines, and nothing decides. */
    LINE_AMBIGUOUS(FailureClass.BLOCKED, "An invoice line may mean several order lines, and nothing decides."),
    /** An item reference of the partner leads to no item in F&O. */
    ITEM_UNKNOWN(FailureClass.BLOCKED, "An item reference of the partner leads to no item in F&O."),
    /** A unit leads to no unit of the other side, and F&O knows no conversion. */
    UNIT_UNKNOWN(FailureClass.BLOCKED, "A unit leads to no unit of the other side, and F&O knows no conversion."),
    /** In the unit of the order line a quantity or price would not be exact. */
    UNIT_DIFFERS(FailureClass.BLOCKED, "In the unit of the order line a quantity or price would not be exact."),
    /** The quantity is more than what may be invoiced. */
    QUANTITY_DIFFERS(FailureClass.BLOCKED, "The quantity is more than what may be invoiced."),
    /** The price is another than the order line's. */
    PRICE_DIFFERS(FailureClass.BLOCKED, "The price is another than the order line's."),
    /** The currency is another than the order's. */
    CURRENCY_DIFFERS(FailureClass.BLOCKED, "The currency is another than the order's."),
    /** The invoice has an allowance or a charge of which no agreement says where it goes. */
    CHARGE_UNMAPPED(
            FailureClass.BLOCKED, "The invoice has an allowance or a charge of which no agreement says where it goes."),
    /** An allowance or a charge cannot go where the agreement says. */
    CHARGE_NOT_PLACEABLE(FailureClass.BLOCKED, "An allowance or a charge cannot go where the agreement says."),
    /** More is charged than the order carries. */
    CHARGE_EXCEEDS_ORDER(FailureClass.BLOCKED, "More is charged than the order carries."),
    /** The invoice states a tax, and the agreement says that a person decides about it. */
    TAX_TO_DECIDE(
            FailureClass.BLOCKED, "The invoice states a tax, and the agreement says that a person decides about it."),
    /** The invoice's own total is not the sum of its parts. */
    TOTAL_OUT_OF_BALANCE(FailureClass.BLOCKED, "The invoice's own total is not the sum of its parts."),
    /** The invoice's total is zero. */
    TOTAL_ZERO(FailureClass.BLOCKED, "The invoice's total is zero."),
    /** The invoice says that it is no original. */
    PURPOSE_NOT_ORIGINAL(FailureClass.BLOCKED, "The invoice says that it is no original."),
    /** The invoice is dated in the future. */
    INVOICE_DATE_IN_FUTURE(FailureClass.BLOCKED, "The invoice is dated in the future."),
    /** The invoice is dated too far in the past. */
    INVOICE_DATE_TOO_OLD(FailureClass.BLOCKED, "The invoice is dated too far in the past."),
    /** The invoice number is longer than what F&O stores. */
    INVOICE_NUMBER_TOO_LONG(FailureClass.BLOCKED, "The invoice number is longer than what F&O stores."),
    /** F&O has an invoice of this number, and it is not ours. */
    INVOICE_EXISTS(FailureClass.BLOCKED, "F&O has an invoice of this number, and it is not ours."),
    /** F&O takes each invoice number once, and says that this one is used. */
    INVOICE_NUMBER_USED(FailureClass.REFUSED, "F&O takes each invoice number once, and says that this one is used."),
    /** The same invoice came before under other control numbers. */
    INVOICE_REPEATED(FailureClass.BLOCKED, "The same invoice came before under other control numbers."),
    /** What the invoice bills has been invoiced before. */
    INVOICED_BEFORE(FailureClass.BLOCKED, "What the invoice bills has been invoiced before."),
    /** More is invoiced of an order line than was received. */
    RECEIVED_LESS(FailureClass.BLOCKED, "More is invoiced of an order line than was received."),
    /** Nothing of an order line is received yet. */
    NOT_RECEIVED(FailureClass.BLOCKED, "Nothing of an order line is received yet."),
    /** More is credited of an order line than was invoiced. */
    CREDIT_EXCEEDS_INVOICED(FailureClass.BLOCKED, "More is credited of an order line than was invoiced."),
    /** F&O has an invoice of the same vendor that may be the same under another number. */
    NEAR_DUPLICATE(
            FailureClass.BLOCKED, "F&O has an invoice of the same vendor that may be the same under another number."),
    /** The invoice header that was created is gone from F&O. */
    HEADER_VANISHED(FailureClass.BLOCKED, "The invoice header that was created is gone from F&O."),
    /** What F&O has of the invoice is not what was meant to be written. */
    INVOICE_DIFFERS(FailureClass.BLOCKED, "What F&O has of the invoice is not what was meant to be written."),
    /** The header that was left behind in F&O was not deleted. */
    HEADER_NOT_DELETED(FailureClass.REFUSED, "The header that was left behind in F&O was not deleted."),
    /** The header that was left behind was deleted as a person asked: F&O has nothing of the invoice. */
    HEADER_DELETED(
            FailureClass.BLOCKED,
            "The header that was left behind was deleted as a person asked: F&O has nothing of the invoice."),

    // By a person.
    /** A person decided that nothing is to be done with it. */
    DISCARDED_BY_PERSON(FailureClass.BLOCKED, "A person decided that nothing is to be done with it.");

    private static final Map<String, ProblemCode> BY_TEXT =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ProblemCode::text, Function.identity()));

    private final FailureClass failureClass;
    private final String meaning;

    ProblemCode(FailureClass failureClass, String meaning) {
        this.failureClass = failureClass;
        this.meaning = meaning;
    }

    /**
     * The code of this text; empty for a rule of X12, and for a code of an earlier version.
     *
     * @param text as it is stored, {@code item-unknown}
     */
    public static Optional<ProblemCode> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /** As it is stored, shown and searched for: {@code item-unknown}; stable over versions. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is done about it. */
    public FailureClass failureClass() {
        return failureClass;
    }

    /** One sentence for a person. */
    public String meaning() {
        return meaning;
    }
}
