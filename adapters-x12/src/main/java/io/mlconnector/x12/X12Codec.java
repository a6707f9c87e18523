package io.mlconnector.x12;

import io.mlconnector.domain.agreement.WritingProfile;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.EncodedOrder;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.internal.envelope.FileReader;
import io.mlconnector.x12.internal.order.OrderWriter;

/**
 * Reads and writes X12 in the releases 004010 and 005010: reads 810 and 997, writes 850 and 860. Of all other
 * transaction sets the envelope is read. Has no state and may be used by many threads at once.
 */
public final class X12Codec implements DocumentCodec {
    /** A codec; all are alike. */
    public X12Codec() {}

    @Override
    public DecodedFile decode(byte[] file, ReadingRules.Book rules) {
        return FileReader.read(file);
    }

    @Override
    public EncodedOrder encode(OrderMessage message, Envelope envelope, WritingProfile profile) {
        return OrderWriter.write(message, envelope, profile);
    }
}
