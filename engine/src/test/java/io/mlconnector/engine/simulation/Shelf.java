package io.mlconnector.engine.simulation;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** One folder whose listing shows whatever a test wants it to show. */
final class Shelf implements Mailbox {

    /** What was fetched, by name, in order. */
    final List<String> fetched = new ArrayList<>();

    /** How often a removal was asked for. */
    int removals;

    /** Why nothing is listed; empty if it is. */
    Optional<Problem> away = Optional.empty();

    boolean mayRemove = true;
    boolean removesWhatIsRead;

    /** So many of the next downloads break off after a few bytes. */
    int cuts;

    /** Is told of each file that was fetched, before its bytes arrive. */
    Runnable onFetch = () -> {};

    /** What happens until the bytes of a file are there. */
    Supplier<CompletionStage<?>> fetching = () -> CompletableFuture.completedFuture("");

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Stored(FolderEntry entry, byte[] bytes) {}

    /** What was removed. */
    final List<FolderEntry> removed = new ArrayList<>();

    private final Map<String, Stored> files = new LinkedHashMap<>();

    /** A file with the size of its bytes. */
    void put(String id, String name, String modified, byte[] bytes) {
        put(id, name, OptionalLong.of(bytes.length), modified, bytes);
    }

    void put(String id, String name, OptionalLong size, String modified, byte[] bytes) {
        files.put(id, new Stored(new FolderEntry(id, name, size, modified, "", ""), bytes));
    }

    void take(String id) {
        files.remove(id);
    }

    /** What happens until a listing is there; may tell of progress. */
    Function<Runnable, CompletionStage<?>> listing = progressed -> CompletableFuture.completedFuture("");

    @Override
    public CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder, Runnable progressed) {
        return listing.apply(progressed).thenCompose(ignored -> list(folder));
    }

    @Override
    public CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder) {
        return CompletableFuture.completedFuture(away.<Outcome<List<FolderEntry>>>map(Outcome::notNow)
                .orElseGet(() ->
                        Outcome.done(files.values().stream().map(Stored::entry).toList())));
    }

    @Override
    public CompletionStage<Outcome<Optional<byte[]>>> fetch(FolderEntry entry) {
        return fetching.get().thenCompose(ignored -> fetched(entry));
    }

    private CompletionStage<Outcome<Optional<byte[]>>> fetched(FolderEntry entry) {
        fetched.add(entry.name());
        Stored stored = files.get(entry.id());
        onFetch.run();
        if (removesWhatIsRead) {
            files.remove(entry.id());
        }
        if (cuts > 0) {
            cuts--;
            return CompletableFuture.completedFuture(
                    Outcome.notNow(Problem.of(ProblemCode.DOWNLOAD_INCOMPLETE, entry.name(), "It broke off.")
                            .with(Mailbox.CUT, "true")
                            .with(Mailbox.RECEIVED, "627")
                            .with(Mailbox.ANNOUNCED, "634")
                            .with(Mailbox.LISTED, "635")));
        }
        if (stored != null && entry.size().isPresent() && entry.size().getAsLong() != stored.bytes().length) {
            return CompletableFuture.completedFuture(
                    Outcome.notNow(Problem.of(ProblemCode.DOWNLOAD_INCOMPLETE, entry.name(), "Other size.")));
        }
        return CompletableFuture.completedFuture(
                Outcome.done(Optional.ofNullable(stored).map(Stored::bytes)));
    }

    @Override
    public CompletionStage<Outcome<UploadReceipt>> upload(FolderReference folder, Intent<FileToUpload> intent) {
        return CompletableFuture.completedFuture(
                Outcome.notNow(Problem.of(ProblemCode.UNREACHABLE, "", "Nothing is uploaded here.")));
    }

    @Override
    public CompletionStage<Outcome<FolderEntry>> remove(FolderEntry entry) {
        removals++;
        if (!mayRemove) {
            return CompletableFuture.completedFuture(
                    Outcome.refused(Problem.of(ProblemCode.GATEWAY_FORBIDS, "", "Not permitted to delete files.")));
        }
        Stored there = files.remove(entry.id());
        if (there != null) {
            removed.add(there.entry());
        }
        return CompletableFuture.completedFuture(Outcome.done(entry));
    }
}
