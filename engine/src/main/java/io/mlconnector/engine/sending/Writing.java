package io.mlconnector.engine.sending;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.payload.Payload;
import java.util.List;
import java.util.Optional;

/** Writes one outgoing file. Pure: the same numbers and time give the same bytes. */
public sealed interface Writing permits OrderWriting, AnswerWriting {

    /** A file with its bytes, and what was changed to make it fit. */
    record Written(OutboundFile file, Payload payload, List<SyntaxProblem> notes) {}

    /** To whom. */
    TradingPartner partner();

    /** Into which folder. */
    FolderReference folder();

    /** ST01 of the first set in it, or TA1. */
    String transactionSetId();

    /** What it is, in words: {@code an 850 with 3 lines}. */
    String told();

    /** Why it cannot be written, whatever its numbers; empty if it can. */
    Optional<Problem> impossible(DocumentCodec codec);

    /** The file. Call {@link #impossible} first. */
    Written write(DocumentCodec codec, ControlNumbers numbers);

    /** The sequence from which its control numbers come. */
    default NumberSequence sequence() {
        return new NumberSequence(
                partner().interchange().us().toString(),
                partner().interchange().them().toString());
    }
}
