package io.mlconnector.ports.edi;

import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.ordering.OrderMessage;

/**
 * Turns bytes into business documents and back. Synchronous, without I/O, and total: every input yields a value, none
 * an exception. May take a while on large files: callers keep it off their event loop above a size of their choice.
 */
public interface DocumentCodec {

    /**
     * Reads a whole file.
     *
     * @param file the bytes as received; anything at all
     * @param rules how strictly each sender's documents are read
     * @return every transaction set found, with its problems, and the problems of the file itself
     */
    DecodedFile decode(byte[] file, ReadingRules.Book rules);

    /**
     * Reads a whole file and hands on what it finds as it is found, so that a large file needs no memory for all of its
     * documents at once.
     *
     * @param file the bytes as received; anything at all
     * @param rules how strictly each sender's documents are read
     * @param sink takes what is found; an exception that it throws ends the reading and is thrown on
     */
    void decode(byte[] file, ReadingRules.Book rules, DocumentSink sink);

    /** The same by the standard alone, with warnings. */
    default DecodedFile decode(byte[] file) {
        return decode(file, ReadingRules.Book.USUAL);
    }

    /**
     * Writes an order, a change or a cancellation as one interchange with one group and one transaction set.
     *
     * @param message what to tell
     * @param envelope who tells it to whom, with control numbers that nobody else has
     * @param profile how this partner wants orders to be written
     * @return the bytes, or why they cannot be written
     */
    EncodedFile encode(OrderMessage message, Envelope envelope, WritingProfile profile);

    /** The same as most partners accept it. */
    default EncodedFile encode(OrderMessage message, Envelope envelope) {
        return encode(message, envelope, WritingProfile.USUAL);
    }

    /**
     * Writes the answer to a received interchange: a TA1 and 997s, all in one interchange.
     *
     * @param answer what to say; not empty
     * @param envelope who says it to whom; the 997s number their sets from its transaction set number on
     * @return the bytes, or why they cannot be written
     */
    EncodedFile acknowledge(InterchangeAnswer answer, Envelope envelope);

    /**
     * Writes an 824: the business answer to documents that were good X12.
     *
     * @param advice at least one document
     * @param envelope who says it to whom
     * @return the bytes, or why they cannot be written
     */
    EncodedFile advise(ApplicationAdvice advice, Envelope envelope);
}
