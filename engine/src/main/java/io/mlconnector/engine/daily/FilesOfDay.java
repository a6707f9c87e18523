package io.mlconnector.engine.daily;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.DocumentIds;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intake.recognition.Looks;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of a connection that were taken on a day, and those that lie in its folders now and were not. */
final class FilesOfDay {

    /** So many are looked at. */
    private static final int MOST = 20_000;

    /** So many files of a folder are told. */
    private static final int MOST_LYING = 500;

    private final Engine engine;
    private final Connection connection;
    private final Day day;
    private final List<Unaccounted> open = new ArrayList<>();
    private int taken;
    private int notRead;
    private Set<DocumentId> unread = Set.of();

    FilesOfDay(Engine engine, Connection connection, Day day) {
        this.engine = engine;
        this.connection = connection;
        this.day = day;
    }

    /**
     * Reads them.
     *
     * @param decided files of which a document tells what could not be read: they are not told a second time
     */
    Future<Void> read(Set<DocumentId> decided) {
        unread = Set.copyOf(decided);
        return pages(Optional.of(DocumentIds.before(day.end())), 0).compose(ignored -> lying());
    }

    private Future<Void> pages(Optional<DocumentId> after, int looked) {
        return engine.onContext(engine.journal().files(DocumentFilter.LARGEST_LIMIT, after))
                .compose(page -> {
                    page.stream()
                            .filter(file -> file.connection().equals(connection.id()))
                            .filter(file -> day.holds(file.takenAt()))
                            .forEach(this::count);
                    if (page.size() < DocumentFilter.LARGEST_LIMIT
                            || page.getLast().takenAt().isBefore(day.begin())) {
                        return Future.succeededFuture();
                    }
                    if (looked + page.size() >= MOST) {
                        open.add(OpenMatters.notLooked(
                                connection.id(),
                                "",
                                "older files of the day",
                                "only the newest " + MOST + " are looked at"));
                        return Future.succeededFuture();
                    }
                    return pages(Optional.of(page.getLast().id()), looked + page.size());
                });
    }

    private void count(FileRecord file) {
        taken++;
        OpenMatters.of(file).ifPresent(matter -> {
            notRead++;
            if (!unread.contains(file.id())) {
                open.add(matter);
            }
        });
    }

    /** What lies in the folders and was not taken. */
    private Future<Void> lying() {
        Future<Void> all = Future.succeededFuture();
        for (TradingPartner partner : connection.partners().all()) {
            Optional<FolderReference> folder = partner.invoices().map(InvoiceAgreement::folder);
            if (folder.isPresent()) {
                all = all.compose(ignored -> lying(partner.id().id(), folder.get()));
            }
        }
        return all;
    }

    private Future<Void> lying(String partner, FolderReference folder) {
        return engine.onContext(connection.mailbox().list(folder)).compose(outcome -> switch (outcome) {
            case Outcome.Done<List<FolderEntry>>(List<FolderEntry> entries) -> unknown(partner, folder, entries);
            case Outcome.Refused<List<FolderEntry>>(Problem why) -> notLooked(partner, folder, why);
            case Outcome.NotNow<List<FolderEntry>>(Problem why, var ignored) -> notLooked(partner, folder, why);
            case Outcome.Unknown<List<FolderEntry>>(Problem why) -> notLooked(partner, folder, why);
        });
    }

    private Future<Void> notLooked(String partner, FolderReference folder, Problem why) {
        open.add(OpenMatters.notLooked(connection.id(), partner, "folder " + folder, why));
        return Future.succeededFuture();
    }

    private Future<Void> unknown(String partner, FolderReference folder, List<FolderEntry> entries) {
        List<FolderEntry> wanted = entries.stream()
                .filter(entry -> !connection.folders().ignored().matches(entry.name()))
                .toList();
        return engine.onContext(engine.journal()
                        .known(
                                connection.id(),
                                folder.toString(),
                                wanted.stream().map(Looks::of).collect(Collectors.toSet())))
                .map(known -> {
                    told(partner, folder, wanted, known);
                    return null;
                });
    }

    private void told(String partner, FolderReference folder, List<FolderEntry> entries, Set<ListedFile> known) {
        entries.stream()
                .filter(entry -> !known.contains(Looks.of(entry)))
                .filter(entry -> OpenMatters.lay(entry, day.end()))
                .limit(MOST_LYING)
                .forEach(entry -> open.add(OpenMatters.notTaken(
                        connection.id(),
                        partner,
                        folder.toString(),
                        entry,
                        engine.clock().instant())));
    }

    int taken() {
        return taken;
    }

    int notRead() {
        return notRead;
    }

    List<Unaccounted> open() {
        return open;
    }
}
