package io.mlconnector.engine.check;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.edi.EncodedFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What would be answered to an interchange, with control numbers of 1 and the first of January 2000 as its date. */
public final class ForeseenAnswer {
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private ForeseenAnswer() {}

    /**
     * The answer, a segment on each line; a sentence if there is none.
     *
     * @param codec writes it
     * @param received what came
     * @param partner whose agreement decides; without one ISA14 does
     */
    public static String to(DocumentCodec codec, ReceivedInterchange received, Optional<TradingPartner> partner) {
        Optional<Confirmation> agreed = partner.isEmpty()
                ? Optional.of(Confirmation.ON_REQUEST)
                : partner.flatMap(TradingPartner::invoices)
                        .flatMap(InvoiceAgreement::acknowledgement)
                        .map(acknowledgement -> acknowledgement.confirmation());
        if (agreed.isEmpty()) {
            return "Interchange " + received.number() + " is not answered: nothing is agreed with the partner.";
        }
        InterchangeAnswer answer = InterchangeAnswers.to(received, agreed.get(), true);
        if (answer.isEmpty()) {
            return "Interchange " + received.number() + " is not answered.";
        }
        var release = received.version().compareTo("00500") < 0 ? Release.R004010 : Release.R005010;
        var envelope = new Envelope(
                withGroup(received.receiver(), received, false),
                withGroup(received.sender(), received, true),
                release,
                received.usage(),
                false,
                new ControlNumbers(1, 1, 1),
                Delimiters.USUAL,
                ANY_TIME);
        return InterchangeAnswers.apart(answer).stream()
                .map(piece -> written(codec, piece, envelope, received))
                .collect(Collectors.joining("\n"));
    }

    private static String written(
            DocumentCodec codec, InterchangeAnswer answer, Envelope envelope, ReceivedInterchange received) {
        return switch (codec.acknowledge(answer, envelope)) {
            case EncodedFile.Written written ->
                new String(written.bytes(), StandardCharsets.ISO_8859_1)
                        .replaceAll("~\\R?", "~\n")
                        .strip();
            case EncodedFile.Impossible(List<SyntaxProblem> problems) ->
                "Interchange " + received.number() + " cannot be answered: "
                        + problems.stream().map(SyntaxProblem::message).collect(Collectors.joining(" "));
        };
    }

    private static InterchangeAddress withGroup(InterchangeAddress end, ReceivedInterchange received, boolean sender) {
        String group = received.groups().stream()
                .map(each -> sender ? each.sender() : each.receiver())
                .filter(code -> code.length() > 1)
                .findFirst()
                .orElse(end.id());
        return new InterchangeAddress(end.qualifier(), end.id(), group);
    }
}
