package io.mlconnector.runtime.ping;

import io.mlconnector.cleo.Cleo;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.ports.gateway.FolderEntry;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts one harmless file into a folder and removes it again, because nothing else tells whether this user may do so. Only when
 * somebody asks for it.
 *
 * @param loop on which it goes on
 * @param connection short name
 * @param cleo the tenant
 * @param now names the file
 */
public record FolderProbe(Loop loop, String connection, Cleo cleo, Instant now) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private static final String TEXT =
            "Put here by ml-connector check --probe, to see whether files can be put into this"
                    + " folder and removed from it. It can be deleted.\r\n";

    /** What came of it. */
    public Future<List<Finding>> findings(FolderReference folder) {
        List<Finding> found = new ArrayList<>();
        String name = "ml-connector-probe-" + TIME.format(now) + ".txt";
        return loop.await(cleo.mailbox().upload(folder, name, TEXT.getBytes(StandardCharsets.US_ASCII)))
                .compose(uploaded -> {
                    found.add(finding(
                            folder,
                            "put a file",
                            why(uploaded),
                            uploaded instanceof Outcome.Done<UploadReceipt>(UploadReceipt receipt)
                                    ? "put there as " + name + ", " + receipt.facts()
                                    : ""));
                    return uploaded instanceof Outcome.Refused<UploadReceipt>
                                    || uploaded instanceof Outcome.NotNow<UploadReceipt>
                            ? Future.succeededFuture()
                            : looked(folder, name, found);
                })
                .map(ignored -> List.copyOf(found));
    }

    private Future<Void> looked(FolderReference folder, String name, List<Finding> found) {
        return loop.await(cleo.mailbox().list(folder)).compose(listed -> {
            Optional<FolderEntry> there = listed instanceof Outcome.Done<List<FolderEntry>>(List<FolderEntry> entries)
                    ? entries.stream()
                            .filter(entry -> entry.name().equals(name))
                            .findFirst()
                    : Optional.empty();
            found.add(finding(
                    folder,
                    "see it",
                    why(listed),
                    there.isPresent()
                            ? "listed with " + shown(there.get())
                            : "not listed: a data flow took it at once, or it has another name; look for " + name
                                    + " in Cleo"));
            return there.isEmpty() ? Future.succeededFuture() : removed(folder, there.get(), found);
        });
    }

    private static String shown(FolderEntry entry) {
        return (entry.size().isPresent() ? "a size of " + entry.size().getAsLong() + " bytes" : "no size") + " and "
                + (entry.modified().isEmpty() ? "no time" : "the time " + entry.modified());
    }

    private Future<Void> removed(FolderReference folder, FolderEntry entry, List<Finding> found) {
        return loop.await(cleo.mailbox().remove(entry))
                .onSuccess(removed -> found.add(finding(
                        folder,
                        "remove it",
                        why(removed)
                                .map(problem -> problem + " Remove " + entry.name()
                                        + " by hand, and leave invoices.afterReceive at leave."),
                        "removed: this user may remove files")))
                .mapEmpty();
    }

    private static Optional<String> why(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> ignored -> Optional.empty();
            case Outcome.Refused<?>(Problem why) -> Optional.of(why.message());
            case Outcome.NotNow<?> later -> Optional.of(later.why().message());
            case Outcome.Unknown<?>(Problem why) -> Optional.of(why.message());
        };
    }

    private Finding finding(FolderReference folder, String what, Optional<String> problem, String words) {
        return new Finding(
                connection, "Cleo: folder " + folder + ": " + what, problem.isEmpty(), problem.orElse(words));
    }
}
