package io.mlconnector.x12;

import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.EncodedFile;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.internal.answer.AnswerWriter;
import io.mlconnector.x12.internal.envelope.FileReader;
import io.mlconnector.x12.internal.order.OrderWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Reads and writes X12 in the releases 004010 and 005010: reads 810, 855, 865, 856, 824,
 * 997, 999 and TA1, writes 850, 860, 824, 997 and TA1.
 * Of all other transaction sets only the envelope is read. Stateless and thread-safe.
 */
public final class X12Codec implements DocumentCodec {
    /** Default maximum size of a transaction set: 16 MiB. */
    public static final int LARGEST_SET = 16 << 20;

    private final int largestSet;

    /** A codec for transaction sets of up to {@link #LARGEST_SET} bytes. */
    public X12Codec() {
        this(LARGEST_SET);
    }

    /**
     * A codec for larger or smaller transaction sets.
     *
     * @param largestSet how many bytes a transaction set may have, at least 1024; a larger one is reported as too large
     *    and not understood, and memory for not more than one of this size is taken while a stream is read
     */
    public X12Codec(int largestSet) {
        if (largestSet < 1024) {
            throw new IllegalArgumentException(
                    "The maximum size of a transaction set must be 1024 bytes or more, not " + largestSet);
        }
        this.largestSet = largestSet;
    }

    @Override
    public DecodedFile decode(byte[] file, ReadingRules.Book rules) {
        return FileReader.read(file, rules, largestSet);
    }

    @Override
    public void decode(byte[] file, ReadingRules.Book rules, DocumentSink sink) {
        FileReader.read(new ByteArrayInputStream(file), rules, largestSet, sink);
    }

    /**
     * Reads a stream of any size: documents, envelopes and problems are the same as those of
     * {@link #decode(byte[], ReadingRules.Book)}, with the same places in the file, and are handed on as they are
     * found. A file that is wrapped at a fixed width is unwrapped on the way; it needs sixteen bytes of memory for each
     * line of the part that is being read. Blocks as the stream does: not for an event loop.
     *
     * @param in read to its end; not closed
     * @param rules how strictly each sender's documents are read
     * @param sink takes what is found; its exceptions end the reading
     * @throws IOException if the stream fails; the interchange that was being read is not reported then
     */
    public void decode(InputStream in, ReadingRules.Book rules, DocumentSink sink) throws IOException {
        try {
            FileReader.read(in, rules, largestSet, sink);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public EncodedFile encode(OrderMessage message, Envelope envelope, WritingProfile profile) {
        return OrderWriter.write(message, envelope, profile);
    }

    @Override
    public EncodedFile acknowledge(InterchangeAnswer answer, Envelope envelope) {
        return AnswerWriter.acknowledge(answer, envelope);
    }

    @Override
    public EncodedFile advise(ApplicationAdvice advice, Envelope envelope) {
        return AnswerWriter.advise(advice, envelope);
    }
}
