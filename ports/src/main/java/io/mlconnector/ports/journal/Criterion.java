package io.mlconnector.ports.journal;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.ports.journal.document.Direction;
import java.time.Instant;

/** One thing by which documents are looked for. */
public sealed interface Criterion {

    /** Of the connection with this short name. */
    record OfConnection(String id) implements Criterion {}

    /** Exchanged with the partner of this short name. */
    record OfPartner(String id) implements Criterion {}

    /** Of the company with this id. */
    record OfLegalEntity(String id) implements Criterion {}

    /** Going this way. */
    record Going(Direction direction) implements Criterion {}

    /** Of this X12 transaction set. */
    record OfType(String type) implements Criterion {}

    /** Doing so. */
    record InCondition(Condition condition) implements Criterion {}

    /** As far as this. */
    record AtStage(Stage stage) implements Criterion {}

    /** Of which the partner said this. */
    record Answered(Acknowledgement acknowledgement) implements Criterion {}

    /** Stuck for this cause, {@code Problem.causeKey()}. */
    record StuckBecause(String causeKey) implements Criterion {}

    /** With this as a part of an order, confirmation, invoice or control number or of a file name, in any case of letters. */
    record Mentioning(String text) implements Criterion {}

    /**
     * With every word of this in what people see of it, in any case of letters: its id, numbers, file name and partner, its search
     * text, or the reason for which it stands still.
     */
    record FoundBy(String text) implements Criterion {}

    /** Received in the file with this id. */
    record FromFile(DocumentId file) implements Criterion {}

    /** Looked after by this person. */
    record AssignedTo(String person) implements Criterion {}

    /** Put off at this time, or not. */
    record Snoozed(boolean snoozed, Instant now) implements Criterion {}

    /** Created at this time or later. */
    record CreatedFrom(Instant time) implements Criterion {}

    /** With this id or one that sorts behind it. */
    record IdFrom(DocumentId id) implements Criterion {}

    /** With an id that sorts before this one. */
    record IdBefore(DocumentId id) implements Criterion {}

    /** Created before this time. */
    record CreatedBefore(Instant time) implements Criterion {}
}
