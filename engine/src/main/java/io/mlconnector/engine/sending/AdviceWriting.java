package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.EncodedFile;
import java.time.Instant;

/**
 * Writes an 824.
 *
 * @param advice what to say, of one document
 * @param partner to whom
 * @param folder where it goes
 * @param at time of writing
 * @param otherwise what to do if it cannot be written, in a sentence
 */
record AdviceWriting(
        ApplicationAdvice advice, TradingPartner partner, FolderReference folder, Instant at, String otherwise)
        implements AnswerWriting {

    @Override
    public String transactionSetId() {
        return "824";
    }

    @Override
    public String told() {
        return "an 824 about " + business();
    }

    @Override
    public String business() {
        return advice.documents().get(0).reference();
    }

    @Override
    public Usage usage() {
        return partner.interchange().usage();
    }

    @Override
    public boolean requestsAcknowledgement() {
        return partner.interchange().acknowledgementRequested();
    }

    @Override
    public EncodedFile encode(DocumentCodec codec, Envelope envelope) {
        return codec.advise(advice, envelope);
    }

    @Override
    public Problem unwritable(String why) {
        return Problem.of(
                ProblemCode.ADVICE_UNWRITABLE,
                advice.reference(),
                "The 824 about " + business() + " for partner " + partner.id() + " cannot be written: " + why + " "
                        + otherwise);
    }
}
