package io.mlconnector.console.workbench;

import io.mlconnector.console.page.UnusableException;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.PartnerReadingRules;
import io.mlconnector.ports.edi.ReadingRules;
import java.util.List;
import java.util.Optional;

/** As whose documents a file can be read. */
public final class Readers {

    private final List<Connection> connections;

    Readers(List<Connection> connections) {
        this.connections = List.copyOf(connections);
    }

    /**
     * A partner to choose.
     *
     * @param value as it stands in a form
     * @param label as people read it
     */
    public record Choice(String value, String label) {}

    /**
     * How a file is read.
     *
     * @param rules for each of its sets
     * @param partner who agreed with us how to answer, by the sender of an interchange
     * @param connection on which a document of this sender would come; empty if there is none
     */
    record Reading(ReadingRules.Book rules, BySender<TradingPartner> partner, BySender<Connection> connection) {}

    /** What follows from who sent it. */
    interface BySender<T> {
        Optional<T> of(InterchangeAddress sender);
    }

    /** All partners, by connection. */
    List<Choice> choices() {
        return connections.stream()
                .flatMap(connection -> connection.partners().all().stream()
                        .map(partner -> new Choice(
                                connection.id() + "/" + partner.id().id(),
                                partner.id().id() + (connections.size() > 1 ? " of " + connection.id() : ""))))
                .toList();
    }

    /**
     * As it was chosen.
     *
     * @throws UnusableException if there is no such partner
     */
    Reading chosen(String value) {
        if (value.equals(Entered.STANDARD)) {
            return new Reading(ReadingRules.Book.USUAL, sender -> Optional.empty(), this::ofSender);
        }
        if (value.isEmpty()) {
            return new Reading(
                    reference -> ofSender(reference.sender())
                            .map(connection -> connection.readingRules().of(reference))
                            .orElse(ReadingRules.USUAL),
                    sender -> ofSender(sender)
                            .flatMap(connection -> connection.partners().sending(sender)),
                    this::ofSender);
        }
        for (Connection connection : connections) {
            for (TradingPartner partner : connection.partners().all()) {
                if (value.equals(connection.id() + "/" + partner.id().id())) {
                    ReadingRules rules = PartnerReadingRules.of(partner);
                    return new Reading(
                            reference -> rules, sender -> Optional.of(partner), sender -> Optional.of(connection));
                }
            }
        }
        throw new UnusableException("No partner is called " + value + ". Choose one of the list.");
    }

    private Optional<Connection> ofSender(InterchangeAddress sender) {
        return connections.stream()
                .filter(connection -> connection.partners().sending(sender).isPresent())
                .findFirst();
    }
}
