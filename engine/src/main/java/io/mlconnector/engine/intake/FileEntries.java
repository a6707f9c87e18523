package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement.AfterReceive;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.StorableText;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.SyntaxProblems;
import io.mlconnector.engine.intake.recognition.Looks;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns a file of one folder into what enters the journal. */
final class FileEntries {

    private static final Logger LOG = Logger.getLogger(FileEntries.class.getName());

    private final Engine engine;
    private final Connection connection;
    private final TradingPartner partner;
    private final FolderReference folder;

    FileEntries(Engine engine, Connection connection, TradingPartner partner, FolderReference folder) {
        this.engine = engine;
        this.connection = connection;
        this.partner = partner;
        this.folder = folder;
    }

    /**
     * What became of a file that could not be entered: another process on the same database may have entered it meanwhile, in this
     * very state, and then nothing is left to do. Otherwise it fails as it did.
     */
    Future<Taken> takenMeanwhile(NewFile file, Throwable failure) {
        if (BrokenOff.journalAway(failure)) {
            return Future.failedFuture(failure);
        }
        ListedFile same = new ListedFile(file.name(), file.state());
        return engine.onContext(engine.journal().known(connection.id(), folder.toString(), Set.of(same)))
                .compose(known -> {
                    if (known.isEmpty()) {
                        return Future.failedFuture(failure);
                    }
                    LOG.log(
                            Level.INFO,
                            "File {0} of {1} was entered by another process meanwhile; this one leaves it alone.",
                            new Object[] {file.name(), folder});
                    return Future.succeededFuture(new Taken.Done());
                });
    }

    /** A file that enters with its documents. */
    NewFile whole(
            FolderEntry entry,
            byte[] bytes,
            List<SyntaxProblem> problems,
            boolean damaged,
            DocumentIntake.Entering entering) {
        Instant now = engine.clock().instant();
        Payload content = content(bytes, entering.received() + entering.incomplete());
        List<HistoryEntry> history = new ArrayList<>();
        history.add(received(now, entry, content, entering.received(), entering.incomplete(), ""));
        problems.forEach(found -> history.add(problem(now, found)));
        history.addAll(unmatched(now, entering.unmatched()));
        return file(entry, now, content, partnerRemoves(), summary(entry, bytes, problems, damaged), history);
    }

    /** A file whose documents follow. */
    NewFile inParts(FolderEntry entry, byte[] bytes, FileSurvey survey) {
        Instant now = engine.clock().instant();
        Payload content = content(bytes, survey.documents() + survey.incomplete());
        List<HistoryEntry> history = new ArrayList<>();
        history.add(received(
                now,
                entry,
                content,
                survey.documents(),
                survey.incomplete(),
                "; it is large, and its documents are entered one part after the other"));
        survey.problems().forEach(found -> history.add(problem(now, found)));
        if (survey.moreProblems() > 0) {
            history.add(HistoryEntry.entry(
                    now, "x12-error", "And " + survey.moreProblems() + " more problems; x12 check shows them all."));
        }
        return file(
                entry,
                now,
                content,
                partnerRemoves(),
                summary(entry, bytes, survey.problems(), survey.damaged()),
                history);
    }

    /**
     * A file that cannot be taken, with the reason. It stays in its folder, without its bytes here; where the gateway has it no
     * more, with them.
     */
    NewFile refused(FolderEntry entry, Problem why, byte[] bytes) {
        Instant now = engine.clock().instant();
        return file(
                entry,
                now,
                Hashes.payload(Payload.BYTES, bytes),
                false,
                Optional.of(why),
                List.of(HistoryEntry.entry(now, "not-taken", why)));
    }

    /** A file that was taken before the journal was put back to an earlier time, and is neither here nor in its folder. */
    NewFile missing(TakenFile taken) {
        Instant now = engine.clock().instant();
        Problem why = Problem.of(
                ProblemCode.FILE_MISSING,
                taken.listed().name(),
                taken.listed().name() + " (" + taken.size() + " bytes) was taken from " + folder + " at "
                        + taken.takenAt()
                        + ". Since then the journal was put back to an earlier time, and the file is no longer in its folder:"
                        + " what it held is not known here, though invoices may be in F&O already. Put the file into the"
                        + " folder again, or ask " + partner.name()
                        + " to send it anew; what F&O has already is recognised.");
        return new NewFile(
                engine.ids().next(),
                connection.id(),
                partner.id().id(),
                folder.toString(),
                "",
                taken.listed().name(),
                taken.asMissing().state(),
                now,
                Hashes.payload(Payload.BYTES, new byte[0]),
                false,
                Optional.of(why),
                List.of(HistoryEntry.entry(now, "missing", why)));
    }

    /** What TA1s without a document of ours add to the history of their file. */
    static List<HistoryEntry> unmatched(Instant now, List<Problem> unmatched) {
        return unmatched.stream()
                .map(why -> HistoryEntry.entry(now, "answer-unmatched", why))
                .toList();
    }

    private static Payload content(byte[] bytes, int sets) {
        return Hashes.payload(sets == 0 ? Payload.BYTES : Payload.X12, bytes);
    }

    private HistoryEntry received(
            Instant now, FolderEntry entry, Payload content, int documents, int incomplete, String how) {
        return new HistoryEntry(
                now,
                HistoryEntry.DAEMON,
                "received",
                "Took " + entry.name() + " from " + folder + ": " + content.bytes().length + " bytes"
                        + differing(entry, content.bytes().length) + ", " + documents
                        + (documents == 1 ? " document" : " documents")
                        + (incomplete == 0 ? "" : ", and " + incomplete + " in an incomplete interchange, not taken")
                        + how,
                Map.of("fileName", entry.name(), "remoteId", entry.id()),
                List.of(content.hash()));
    }

    private static HistoryEntry problem(Instant now, SyntaxProblem found) {
        return HistoryEntry.entry(
                now, "x12-" + found.severity().name().toLowerCase(Locale.ROOT), found.place() + ": " + found.message());
    }

    /** Where the listing states another length than came, it may not be the sender who is to blame for what is missing. */
    private static Optional<Problem> summary(
            FolderEntry entry, byte[] bytes, List<SyntaxProblem> problems, boolean damaged) {
        if (!damaged) {
            return Optional.empty();
        }
        Problem why = SyntaxProblems.summary(entry.name(), problems);
        String listed = differing(entry, bytes.length);
        return Optional.of(
                listed.isEmpty()
                        ? why
                        : new Problem(
                                        why.code(),
                                        why.message() + " What came has " + bytes.length + " bytes" + listed
                                                + ": ask the administrator of Cleo first whether the file is whole"
                                                + " there.",
                                        why.causeKey(),
                                        why.details())
                                .with(Mailbox.RECEIVED, Integer.toString(bytes.length))
                                .with(Mailbox.LISTED, Long.toString(entry.size().orElse(0))));
    }

    private static String differing(FolderEntry entry, int received) {
        long listed = entry.size().orElse(received);
        return listed == received ? "" : " (its listing states " + listed + ")";
    }

    private boolean partnerRemoves() {
        return weRemove(partner);
    }

    /** Whether it is agreed that files of this partner are removed when they are settled. */
    static boolean weRemove(TradingPartner partner) {
        return partner.invoices()
                .map(agreed -> agreed.afterReceive() == AfterReceive.DELETE)
                .orElse(false);
    }

    private NewFile file(
            FolderEntry entry,
            Instant now,
            Payload content,
            boolean removeAfterwards,
            Optional<Problem> problem,
            List<HistoryEntry> history) {
        return new NewFile(
                engine.ids().next(),
                connection.id(),
                partner.id().id(),
                folder.toString(),
                StorableText.of(entry.id()),
                StorableText.of(entry.name()),
                Looks.stateOf(entry),
                now,
                content,
                removeAfterwards,
                problem,
                history);
    }
}
