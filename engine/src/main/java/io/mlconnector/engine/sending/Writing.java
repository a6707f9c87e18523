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

    /** What came of writing it. */
    sealed interface Result {}

    /** A file with its bytes, and what was changed to make it fit. */
    record Written(OutboundFile file, Payload payload, List<SyntaxProblem> notes) implements Result {}

    /** It cannot be written, whatever its numbers: why, and what to do. */
    record Impossible(Problem why) implements Result {}

    /** To whom. */
    TradingPartner partner();

    /** Into which folder. */
    FolderReference folder();

    /** ST01 of the first set in it, or TA1. */
    String transactionSetId();

    /** What it is, in words: {@code an 850 with 3 lines}. */
    String told();

    /** What people may look for in it besides its numbers, as {@code domain.search} makes it; empty if that stays as it was. */
    default Optional<String> searchText() {
        return Optional.empty();
    }

    /** The file, with these numbers. */
    Result write(DocumentCodec codec, ControlNumbers numbers);

    /** The file as it would be, for a forecast: with numbers that are never given out to it. */
    default Result asIfWritten(DocumentCodec codec) {
        return write(codec, new ControlNumbers(ControlNumbers.MOST, ControlNumbers.MOST, 1));
    }

    /** The sequence from which its control numbers come. */
    default NumberSequence sequence() {
        return new NumberSequence(
                partner().interchange().us().toString(),
                partner().interchange().them().toString());
    }
}
