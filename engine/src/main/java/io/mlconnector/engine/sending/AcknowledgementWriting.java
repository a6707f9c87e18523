package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.EncodedFile;
import java.time.Instant;

/**
 * Writes the answer to one interchange: 997s, a TA1, or both in one file. It is test or production as what it answers, and
 * asks for no answer.
 *
 * @param answer what to say
 * @param partner to whom
 * @param folder where it goes
 * @param at time of writing
 */
record AcknowledgementWriting(InterchangeAnswer answer, TradingPartner partner, FolderReference folder, Instant at)
        implements AnswerWriting {

    @Override
    public String transactionSetId() {
        return answer.transactionSetId();
    }

    @Override
    public String told() {
        int groups = answer.groups().size();
        return groups == 0 ? "a TA1" : groups + (groups == 1 ? " 997" : " 997s");
    }

    @Override
    public String business() {
        return answer.interchangeNumber();
    }

    @Override
    public Usage usage() {
        return answer.usage();
    }

    @Override
    public boolean requestsAcknowledgement() {
        return false;
    }

    @Override
    public EncodedFile encode(DocumentCodec codec, Envelope envelope) {
        return codec.acknowledge(answer, envelope);
    }

    @Override
    public Problem unwritable(String why) {
        return Problem.of(
                ProblemCode.ACKNOWLEDGEMENT_UNWRITABLE,
                answer.interchangeNumber(),
                "Interchange " + answer.interchangeNumber() + " of partner " + partner.id() + " cannot be answered: "
                        + why + " Tell the partner in another way, and discard this document.");
    }
}
