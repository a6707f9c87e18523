package io.mlconnector.postgres.continuity;

import io.mlconnector.ports.journal.history.Head;
import java.util.Optional;

/** Whether a journal is where it was left. */
sealed interface Continuity {

    /** It is, or has gone on since. */
    record Unbroken() implements Continuity {}

    /** Nobody knows how far it had come: there is no mark. */
    record Unmarked() implements Continuity {}

    /**
     * It was further once, or it is another one.
     *
     * @param evidence what shows it: the rest of a sentence
     */
    record PutBack(String evidence) implements Continuity {}

    /**
     * Compares. A crash loses nothing that was committed, so a journal that lacks what the mark has seen was put back.
     *
     * @param mark as it was found; empty if there is none
     * @param copied whether the mark's own file was copied: then what lies beside it was put back with it
     * @param journal id of the journal that is there
     * @param head of its history
     * @param link of its history at the position of the mark; empty if it does not reach that far, and at position 0
     */
    static Continuity of(Optional<Mark> mark, boolean copied, String journal, Head head, Optional<String> link) {
        if (mark.isEmpty()) {
            return new Unmarked();
        }
        Mark last = mark.get();
        if (!last.journal().equals(journal)) {
            return new PutBack("the database holds another journal than on " + last.at());
        }
        if (head.position() < last.head().position()) {
            return new PutBack("its history ends at entry " + head.position() + ", and on " + last.at() + " it had "
                    + last.head().position());
        }
        if (last.head().position() > 0 && !link.equals(Optional.of(last.head().link()))) {
            return new PutBack("its history is another one than on " + last.at() + ", from entry "
                    + last.head().position() + " or earlier on");
        }
        return copied
                ? new PutBack("the data directory was copied from another place after " + last.at())
                : new Unbroken();
    }
}
