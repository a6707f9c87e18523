package io.mlconnector.runtime.workplace;

import io.mlconnector.console.document.DocumentRow;
import io.mlconnector.console.workplace.AuditTrail;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.ports.audit.Finding;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.postgres.audit.AuditResult;
import io.mlconnector.postgres.audit.JournalAudit;
import io.mlconnector.postgres.audit.PersonEntries;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What persons did, and one verification at a time. Safe for use by several threads. */
public final class ConsoleAudit implements AuditTrail {

    private static final Logger LOG = Logger.getLogger(ConsoleAudit.class.getName());

    /** So many deviations are named; the others are counted. */
    private static final int MOST_FINDINGS = 100;

    private static final int MOST_PERSONS = 200;

    private final PersonEntries entries;
    private final JournalAudit audit;
    private final Loop loop;
    private final InstantSource clock;
    private Optional<Progress> progress = Optional.empty();

    /**
     * On a journal.
     *
     * @param entries what persons did
     * @param audit verifies it
     * @param loop on which answers come
     */
    public ConsoleAudit(PersonEntries entries, JournalAudit audit, Loop loop, InstantSource clock) {
        this.entries = entries;
        this.audit = audit;
        this.loop = loop;
        this.clock = clock;
    }

    /** A verification as it goes on. */
    private static final class Progress {

        private final Instant began;
        private final String by;
        private final AtomicLong verified = new AtomicLong();
        private final List<Finding> findings = new ArrayList<>();
        private long bad;
        private Optional<Instant> ended = Optional.empty();
        private Optional<AuditResult> result = Optional.empty();
        private Optional<String> failure = Optional.empty();

        Progress(Instant began, String by) {
            this.began = began;
            this.by = by;
        }

        synchronized void found(Finding finding) {
            bad++;
            if (findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            }
        }

        synchronized void end(Instant when, Optional<AuditResult> verdict, Optional<String> why) {
            ended = Optional.of(when);
            result = verdict;
            failure = why;
        }

        synchronized Run shown() {
            return new Run(
                    began,
                    by,
                    verified.get(),
                    ended,
                    result.flatMap(AuditResult::payloads),
                    result.flatMap(AuditResult::head),
                    bad,
                    findings,
                    failure);
        }

        synchronized boolean underWay() {
            return ended.isEmpty();
        }
    }

    @Override
    public Future<List<Deed>> deeds(
            Optional<String> person, Optional<Instant> from, Optional<Instant> until, Optional<Long> after, int most) {
        Future<Optional<PersonEntries.Deed>> last =
                after.map(entries::at).orElseGet(() -> Future.succeededFuture(Optional.empty()));
        return loop.await(last.compose(
                        behind -> entries.deeds(new PersonEntries.Asked(person, from, until, behind), most))
                .map(all -> all.stream()
                        .map(one -> new Deed(
                                one.position(),
                                one.at(),
                                one.person(),
                                one.event(),
                                one.message(),
                                one.owner(),
                                one.fix(),
                                subject(one),
                                address(one)))
                        .toList())
                .toCompletionStage());
    }

    private static String subject(PersonEntries.Deed deed) {
        if (!deed.document() && !deed.file()) {
            return deed.event().startsWith("cross-reference-") ? "Cross-reference" : "";
        }
        String kind = deed.document() ? DocumentRow.kind(deed.type(), deed.credit()) : "File";
        return kind + " " + (deed.name().isEmpty() ? deed.owner() : deed.name());
    }

    private static Optional<String> address(PersonEntries.Deed deed) {
        if (deed.document()) {
            return Optional.of("/documents/" + deed.owner());
        }
        if (deed.file()) {
            return Optional.of("/files/" + deed.owner());
        }
        return deed.event().startsWith("cross-reference-")
                ? Optional.of("/cross-references/" + deed.owner())
                : Optional.empty();
    }

    @Override
    public Future<List<String>> persons() {
        return loop.await(entries.persons(MOST_PERSONS).toCompletionStage());
    }

    @Override
    public Future<Optional<Head>> head() {
        return loop.await(entries.head().toCompletionStage());
    }

    @Override
    public synchronized Optional<Run> last() {
        return progress.map(Progress::shown);
    }

    @Override
    public synchronized void verify(Optional<Head> noted, boolean withPayloads, String operator) {
        if (progress.filter(Progress::underWay).isPresent()) {
            return;
        }
        Progress now = new Progress(clock.instant(), operator);
        progress = Optional.of(now);
        audit.verify(noted, withPayloads, now::found, now.verified::set)
                .onSuccess(result -> now.end(clock.instant(), Optional.of(result), Optional.empty()))
                .onFailure(failure -> {
                    LOG.log(Level.WARNING, "The history could not be verified", failure);
                    now.end(
                            clock.instant(),
                            Optional.empty(),
                            Optional.of("The history could not be read to its end: the log says why. Try again when the"
                                    + " database answers."));
                });
    }
}
