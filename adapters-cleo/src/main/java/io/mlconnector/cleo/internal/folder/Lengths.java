package io.mlconnector.cleo.internal.folder;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.http.BrokenRequest;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;

/**
 * The lengths that are told of a file: by its listing, by the head of the answer, and by what came. Only the end of an interchange
 * proves that it is whole; a length that differs proves that it may not be (reference cleo, section 3.4).
 */
final class Lengths {

    private Lengths() {}

    /** What came has another length than the listing states. */
    static Problem other(FolderEntry entry, long received) {
        return told(
                entry,
                received,
                entry.name() + " was downloaded with " + received + " bytes, but its listing states "
                        + entry.size().orElse(0) + "; the download is repeated.");
    }

    /** A download that broke off says how much of the file came. */
    static <T> Outcome<T> cut(FolderEntry entry, Outcome<T> outcome) {
        if (!(outcome instanceof Outcome.NotNow<T> notNow)) {
            return outcome;
        }
        String received = notNow.why().details().getOrDefault(BrokenRequest.RECEIVED, "");
        if (received.isEmpty()) {
            return outcome;
        }
        String announced = notNow.why().details().getOrDefault(BrokenRequest.ANNOUNCED, "");
        Problem why = told(
                        entry,
                        Long.parseLong(received),
                        "The download of " + entry.name() + " broke off after " + received
                                + (announced.isEmpty() ? "" : " of " + announced) + " bytes"
                                + (entry.size().isPresent()
                                        ? "; its listing states " + entry.size().getAsLong()
                                        : "")
                                + ". The download is repeated.")
                .with(Mailbox.CUT, "true");
        return new Outcome.NotNow<>(
                announced.isEmpty() ? why : why.with(Mailbox.ANNOUNCED, announced), notNow.retryAfter());
    }

    private static Problem told(FolderEntry entry, long received, String message) {
        Problem why = Problem.of(ProblemCode.DOWNLOAD_INCOMPLETE, entry.name(), message)
                .with(Mailbox.RECEIVED, Long.toString(received));
        return entry.size().isPresent()
                ? why.with(Mailbox.LISTED, Long.toString(entry.size().getAsLong()))
                : why;
    }
}
