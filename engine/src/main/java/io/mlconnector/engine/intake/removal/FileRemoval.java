package io.mlconnector.engine.intake.removal;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.intake.RemovalRule;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.knowledge.DeleteRight;
import io.mlconnector.engine.intake.knowledge.FolderKnowledge;
import io.mlconnector.engine.intake.recognition.Looks;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes files of one folder whose documents are settled. */
public final class FileRemoval {

    private static final Logger LOG = Logger.getLogger(FileRemoval.class.getName());

    /** A right that is missing is asked for again after so long: somebody may have granted it. */
    private static final Duration RIGHT_ASKED_AGAIN = Duration.ofHours(24);

    private final Engine engine;
    private final Connection connection;
    private final FolderReference folder;
    private final BooleanSupplier stopping;
    private final BooleanSupplier consumed;
    private final String name;
    private Instant notBefore = Instant.MIN;
    private DeleteRight kept = DeleteRight.NOT_KNOWN;

    /**
     * For one folder.
     *
     * @param consumed whether the gateway removes what was read, so that nothing is read to be compared
     * @param name of the folder, for the log
     */
    public FileRemoval(
            Engine engine,
            Connection connection,
            FolderReference folder,
            BooleanSupplier stopping,
            BooleanSupplier consumed,
            String name) {
        this.engine = engine;
        this.connection = connection;
        this.folder = folder;
        this.stopping = stopping;
        this.consumed = consumed;
        this.name = name;
    }

    /**
     * Removes what is due.
     *
     * @param entries all of the folder
     * @param listedAt when the gateway was asked for them
     * @param progressed is told while the folder is listed anew
     */
    public Future<Void> remove(List<FolderEntry> entries, Instant listedAt, Runnable progressed) {
        RecentListing listing = new RecentListing(engine, connection.mailbox(), folder, entries, listedAt, progressed);
        return engine.onContext(engine.journal().filesToRemove(connection.id(), folder.toString()))
                .compose(files -> OneAfterAnother.of(files, file -> remove(file, listing)));
    }

    private Future<Void> remove(FileRecord file, RecentListing listing) {
        if (stopping.getAsBoolean()) {
            return Future.succeededFuture();
        }
        return decided(file, listing).recover(failure -> {
            if (BrokenOff.journalAway(failure)) {
                return Future.failedFuture(failure);
            }
            BrokenOff.log(LOG, name + ": removing " + file.name() + " broke off, and is tried again", failure);
            return Future.succeededFuture();
        });
    }

    private Future<Void> decided(FileRecord file, RecentListing listing) {
        Optional<FolderEntry> entry = listing.entry(file);
        if (entry.isEmpty()) {
            return removed(file, "Is no longer in " + folder + ": " + file.name());
        }
        if (!Looks.same(entry.get(), file)) {
            return replaced(file);
        }
        Instant now = engine.clock().instant();
        if (now.isBefore(notBefore) || !RemovalRule.due(file.problem().isEmpty(), file.takenAt(), now)) {
            return Future.succeededFuture();
        }
        if (!listing.believed()) {
            return listing.anew().compose(there -> there ? decided(file, listing) : Future.<Void>succeededFuture());
        }
        listing.used();
        return same(file, entry.get()).compose(same -> same ? remove(file, entry.get()) : replaced(file));
    }

    /** Somebody put another file in its place: that one was not taken yet. */
    private Future<Void> replaced(FileRecord file) {
        return removed(file, "Was replaced in " + folder + " and is left there: " + file.name());
    }

    /** Where the listing does not show whether somebody put another file in its place, its content tells. */
    private Future<Boolean> same(FileRecord file, FolderEntry entry) {
        if (!entry.modified().isEmpty()) {
            return Future.succeededFuture(true);
        }
        if (consumed.getAsBoolean()) {
            // What we read is gone; this one is another.
            return Future.succeededFuture(false);
        }
        return engine.onContext(connection.mailbox().fetch(entry))
                .map(outcome -> outcome instanceof Outcome.Done<Optional<byte[]>>(Optional<byte[]> bytes)
                        && bytes.map(there -> Hashes.of(there).equals(file.content()))
                                .orElse(true));
    }

    /** Removing is safe to repeat: that a file is gone already is success. */
    private Future<Void> remove(FileRecord file, FolderEntry entry) {
        return engine.onContext(engine.journal()
                        .removing(
                                file.id(),
                                HistoryEntry.entry(
                                        engine.clock().instant(),
                                        "removal-intended",
                                        "Removing " + file.name() + " from " + folder
                                                + ": all of its documents are settled")))
                .compose(ignored -> engine.onContext(connection.mailbox().remove(entry)))
                .compose(outcome -> {
                    if (outcome instanceof Outcome.Refused<FolderEntry>(Problem why)
                            && (why.is(ProblemCode.GATEWAY_FORBIDS) || why.is(ProblemCode.GATEWAY_REFUSED))) {
                        return withoutRight(why);
                    }
                    return outcome instanceof Outcome.Done<FolderEntry>
                            ? removed(file, "Removed " + file.name() + " from " + folder)
                                    .compose(ignored -> keep(DeleteRight.PROVEN))
                            : Future.succeededFuture();
                });
    }

    /** Told once, and not asked for with each look. */
    private Future<Void> withoutRight(Problem why) {
        notBefore = engine.clock().instant().plus(RIGHT_ASKED_AGAIN);
        LOG.log(
                Level.WARNING,
                "{0}: {1} The files stay in the folder and are known as taken; removing them is tried again in {2} hours."
                        + " If the user is not to remove files, set invoices.afterReceive to leave.",
                new Object[] {name, why.message(), RIGHT_ASKED_AGAIN.toHours()});
        return keep(DeleteRight.DENIED);
    }

    /** For whoever asks what is known of the folder; written only when it changes. */
    private Future<Void> keep(DeleteRight right) {
        return kept == right
                ? Future.succeededFuture()
                : engine.onContext(engine.journal()
                                .moveCursor(FolderKnowledge.deleteCursor(connection.id(), folder), right.text()))
                        .onSuccess(ignored -> kept = right);
    }

    private Future<Void> removed(FileRecord file, String message) {
        return engine.onContext(engine.journal()
                .removed(file.id(), HistoryEntry.entry(engine.clock().instant(), "removed", message)));
    }
}
