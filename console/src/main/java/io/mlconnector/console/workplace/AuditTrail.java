package io.mlconnector.console.workplace;

import io.mlconnector.ports.audit.Finding;
import io.mlconnector.ports.journal.history.Head;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What persons did, and the proof that nothing of the history was changed afterwards. */
public interface AuditTrail {

    /**
     * What persons did, newest first.
     *
     * @param person whose; empty: everybody's
     * @param from at this time or later; empty: from the beginning
     * @param until before this time; empty: until now
     * @param after only those behind the entry at this position; empty: the newest
     * @param most entries
     */
    Future<List<Deed>> deeds(
            Optional<String> person, Optional<Instant> from, Optional<Instant> until, Optional<Long> after, int most);

    /** Who did anything, sorted. */
    Future<List<String>> persons();

    /** Where the history ends; empty if that is not recorded. */
    Future<Optional<Head>> head();

    /** The last verification of this process; empty if there was none. */
    Optional<Run> last();

    /**
     * Begins to verify the whole history; nothing happens if that is under way already.
     *
     * @param noted a head recorded earlier, which the history must contain
     * @param withPayloads whether every stored payload is read too
     * @param operator who wants it
     */
    void verify(Optional<Head> noted, boolean withPayloads, String operator);

    /**
     * Something that a person did.
     *
     * @param position among all entries
     * @param at when
     * @param person who
     * @param event a stable word
     * @param message in a sentence
     * @param owner id of what it was done to
     * @param fix id of the fix to which it belongs; empty if it belongs to none
     * @param subject what that is, such as {@code Invoice ACM-7}; empty if it is neither document nor file
     * @param address where that is shown; empty if nowhere
     */
    record Deed(
            long position,
            Instant at,
            String person,
            String event,
            String message,
            String owner,
            String fix,
            String subject,
            Optional<String> address) {
        public Deed {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(address, "address");
        }
    }

    /**
     * A verification.
     *
     * @param began when
     * @param by who wanted it
     * @param entries how many were verified so far
     * @param ended when it ended; empty while it is under way
     * @param payloads how many payloads were read; empty if they were left out, or it is under way
     * @param head where the history ended then; empty if that is not known
     * @param bad how many deviations were found
     * @param findings the first of them
     * @param failure why it could not be done; empty if it could
     */
    record Run(
            Instant began,
            String by,
            long entries,
            Optional<Instant> ended,
            Optional<Long> payloads,
            Optional<Head> head,
            long bad,
            List<Finding> findings,
            Optional<String> failure) {
        public Run {
            Objects.requireNonNull(began, "began");
            findings = List.copyOf(findings);
        }
    }
}
