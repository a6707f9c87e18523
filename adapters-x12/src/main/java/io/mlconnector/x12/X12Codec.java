package io.mlconnector.x12;

import io.mlconnector.domain.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.response.ApplicationAdvice;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.EncodedOrder;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.internal.answer.AnswerWriter;
import io.mlconnector.x12.internal.envelope.FileReader;
import io.mlconnector.x12.internal.order.OrderWriter;

/**
 * Reads and writes X12 in the releases 004010 and 005010: reads 810, 855, 865, 856, 824,
 * 997, 999 and TA1, writes 850, 860, 824, 997 and TA1. Of all other transaction sets the envelope is read. Has no state and may be used by many threads at once.
 */
public final class X12Codec implements DocumentCodec {
    /** A codec; all are alike. */
    public X12Codec() {}

    @Override
    public DecodedFile decode(byte[] file, ReadingRules.Book rules) {
        return FileReader.read(file);
    }

    @Override
    public EncodedOrder encode(OrderMessage message, Envelope envelope) {
        return OrderWriter.write(message, envelope);
    }

    @Override
    public EncodedOrder acknowledge(InterchangeAnswer answer, Envelope envelope) {
        return AnswerWriter.acknowledge(answer, envelope);
    }

    @Override
    public EncodedOrder advise(ApplicationAdvice advice, Envelope envelope) {
        return AnswerWriter.advise(advice, envelope);
    }
}
