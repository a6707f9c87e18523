package io.mlconnector.engine.intervention;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** What people say of a document to each other: who looks after it, until when it is put off, and comments. */
public final class Attending {

    /** The longest comment, in characters. */
    public static final int LONGEST_COMMENT = 2_000;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Further away nobody means it. */
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

    private final Journal journal;
    private final InstantSource clock;

    /** On this journal. */
    public Attending(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Writes a comment into the history.
     *
     * @param who the operator
     * @return the document; empty if there is none
     * @throws IllegalArgumentException if there is no text, or too much
     */
    public CompletionStage<Optional<DocumentRecord>> comment(DocumentId id, String who, String text) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("A comment has 1 to " + LONGEST_COMMENT + " characters");
        }
        return attend(id, UnaryOperator.identity(), who, "commented", said, Map.of());
    }

    /**
     * Says who looks after a document.
     *
     * @param who the operator
     * @param person the new one; empty: nobody
     * @throws IllegalArgumentException if the name is none
     */
    public CompletionStage<Optional<DocumentRecord>> assign(DocumentId id, String who, Optional<String> person) {
        Optional<String> name = named(person);
        return attend(
                id,
                before -> before.by(name),
                who,
                "assigned",
                name.map(one -> who + " assigned it to " + one).orElse(who + " assigned it to nobody"),
                name.map(one -> Map.of("assignee", one)).orElse(Map.of()));
    }

    /**
     * Leaves a document out where work is listed, until a time; it goes on by itself all the same if it can.
     *
     * @param who the operator
     * @param until the time; empty: it is listed again now
     * @throws IllegalArgumentException if the time is over, or more than a year away
     */
    public CompletionStage<Optional<DocumentRecord>> snooze(DocumentId id, String who, Optional<Instant> until) {
        soon(until, clock.instant());
        return attend(
                id,
                before -> before.until(until),
                who,
                "snoozed",
                until.map(time -> who + " put it off until " + MINUTE.format(time))
                        .orElse(who + " listed it again"),
                until.map(time -> Map.of("until", time.toString())).orElse(Map.of()));
    }

    /**
     * The name of a person, without spaces around it; empty: nobody.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Optional<String> named(Optional<String> person) {
        return Attention.NONE
                .by(person.map(String::strip).filter(text -> !text.isEmpty()))
                .assignee();
    }

    /**
     * Refuses a time until which nothing is put off.
     *
     * @param until may be empty
     * @throws IllegalArgumentException if it is over, or more than a year away
     */
    public static void soon(Optional<Instant> until, Instant now) {
        until.ifPresent(time -> {
            if (!time.isAfter(now) || time.isAfter(now.plus(LONGEST_SNOOZE))) {
                throw new IllegalArgumentException("A document is put off until a time within the next year");
            }
        });
    }

    private CompletionStage<Optional<DocumentRecord>> attend(
            DocumentId id,
            UnaryOperator<Attention> change,
            String who,
            String event,
            String message,
            Map<String, String> details) {
        return journal.attend(
                id,
                document -> change.apply(document.attention()),
                new HistoryEntry(clock.instant(), who, event, message, details, List.of()));
    }
}
