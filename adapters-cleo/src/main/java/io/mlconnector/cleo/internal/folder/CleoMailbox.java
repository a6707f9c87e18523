package io.mlconnector.cleo.internal.folder;

import io.mlconnector.cleo.internal.listing.Entry;
import io.mlconnector.cleo.internal.listing.Entry.Kind;
import io.mlconnector.cleo.internal.session.Answer;
import io.mlconnector.cleo.internal.session.Json;
import io.mlconnector.cleo.internal.session.Request;
import io.mlconnector.cleo.internal.session.Session;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.options.Dialect.UploadMode;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.multipart.MultipartForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Folders and files over Cleo's REST interface (reference cleo, section 3). */
public final class CleoMailbox implements Mailbox {

    private final Session session;
    private final CleoOptions options;
    private final Links links;
    private final Listings listings;
    private final FolderFinder folders;

    /** Sends its requests through this session. */
    public CleoMailbox(Session session, CleoOptions options) {
        this.session = session;
        this.options = options;
        this.links = new Links(options);
        this.listings = new Listings(session, options, links);
        this.folders = new FolderFinder(listings, options, links);
    }

    @Override
    public CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder) {
        return list(folder, () -> {});
    }

    @Override
    public CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder, Runnable progressed) {
        return listOnce(folder, progressed)
                .compose(outcome -> gone(outcome) ? again(folder, () -> listOnce(folder, progressed)) : same(outcome))
                .toCompletionStage();
    }

    private Future<Outcome<List<FolderEntry>>> listOnce(FolderReference folder, Runnable progressed) {
        return folders.find(folder).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<FolderFinder.Found>(FolderFinder.Found found))) {
                return same(outcome.map(ignored -> List.<FolderEntry>of()));
            }
            String what = "Listing " + folder;
            return listings.read(found.children(), options.dialect().children(), what, page -> {
                        progressed.run();
                        return false;
                    })
                    .map(listed -> listed.then(seen -> seen.untold().isEmpty()
                            ? Outcome.done(seen.entries().stream()
                                    .filter(entry -> entry.kind() == Kind.FILE)
                                    .map(Entry::file)
                                    .toList())
                            : Listings.misunderstood(what, seen.untold())));
        });
    }

    @Override
    public CompletionStage<Outcome<Optional<byte[]>>> fetch(FolderEntry entry) {
        return fetch(entry, entry.size());
    }

    @Override
    public CompletionStage<Outcome<Optional<byte[]>>> fetchOnce(FolderEntry entry) {
        return fetch(entry, OptionalLong.empty());
    }

    /** What is too large by its listing is not even begun, so that a gateway that removes what was read keeps it. */
    private CompletionStage<Outcome<Optional<byte[]>>> fetch(FolderEntry entry, OptionalLong size) {
        String what = "Fetching " + entry.name();
        if (entry.size().orElse(0) > options.mostBytes()) {
            return same(Outcome.<Optional<byte[]>>refused(Problem.of(
                            ProblemCode.FILE_TOO_LARGE,
                            entry.name(),
                            entry.name() + " has " + entry.size().orElse(0) + " bytes; files larger than "
                                    + options.mostBytes()
                                    + " bytes are not fetched. Ask the sender for smaller files, or set"
                                    + " cleo.largestFile higher, then upload it anew.")))
                    .toCompletionStage();
        }
        String url = links.resolve(entry.content())
                .orElseGet(() -> links.at(options.dialect().content(), entry.id()));
        Request request = new Request(
                HttpMethod.GET,
                url,
                links.rateKey(url, options.dialect().content()),
                // As it is: then the length that the answer states is the one of the file.
                Map.of("Accept-Encoding", "identity"),
                Optional.empty(),
                Optional.empty(),
                options.uploadTimeout());
        return session.send(request, what, false)
                .map(outcome -> Lengths.cut(entry, outcome).then(answer -> {
                    if (answer.status() == 404 || answer.status() == 410) {
                        return Outcome.done(Optional.<byte[]>empty());
                    }
                    if (!answer.good()) {
                        return Refusals.<Optional<byte[]>>ofRead(answer, what);
                    }
                    byte[] bytes = answer.body().getBytes();
                    return size.isPresent() && size.getAsLong() != bytes.length
                            ? Outcome.<Optional<byte[]>>notNow(Lengths.other(entry, bytes.length))
                            : Outcome.done(Optional.of(bytes));
                }))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<UploadReceipt>> upload(FolderReference folder, Intent<FileToUpload> intent) {
        return new Upload(folder, intent).attempt(true).toCompletionStage();
    }

    /** One upload. Its intent is stored once, even if a moved folder has to be looked up again. */
    private final class Upload {
        private final FolderReference folder;
        private Intent<FileToUpload> intent;

        Upload(FolderReference folder, Intent<FileToUpload> intent) {
            this.folder = folder;
            this.intent = remembering(intent);
        }

        private Intent<FileToUpload> remembering(Intent<FileToUpload> first) {
            return () -> first.store().thenApply(stored -> {
                stored.ifPresent(file -> intent = Intent.again(file, first));
                return stored;
            });
        }

        Future<Outcome<UploadReceipt>> attempt(boolean mayLookAnew) {
            String what = "Uploading to " + folder;
            return folders.find(folder)
                    .compose(outcome -> outcome instanceof Outcome.Done<FolderFinder.Found>(FolderFinder.Found found)
                            ? session.write(
                                            links.rateKey(
                                                    found.upload(),
                                                    options.dialect().upload()),
                                            () -> intent,
                                            file -> uploadRequest(found.upload(), file),
                                            what)
                                    .map(sent -> sent.then(answer -> receipt(answer, what, folder)))
                            : same(outcome.then(ignored -> Outcome.<UploadReceipt>notNow(Problem.of(
                                    ProblemCode.FOLDER_NOT_FOUND,
                                    folder.toString(),
                                    "Folder " + folder
                                            + " does not exist in Cleo. Check the path and replay the document.")))))
                    .compose(outcome -> {
                        if (!mayLookAnew || !gone(outcome)) {
                            return same(outcome);
                        }
                        folders.forget(folder);
                        return attempt(false);
                    });
        }
    }

    private Request uploadRequest(String url, FileToUpload file) {
        String name = file.name();
        Buffer bytes = Buffer.buffer(file.bytes());
        boolean raw = options.dialect().uploadMode() == UploadMode.RAW;
        return new Request(
                HttpMethod.valueOf(options.dialect().uploadMethod()),
                url,
                links.rateKey(url, options.dialect().upload()),
                raw
                        ? Map.of(
                                "Content-Type",
                                "application/octet-stream",
                                "Content-Disposition",
                                options.dialect().disposition() + "; filename=\"" + name + "\"")
                        : Map.of(),
                raw ? Optional.of(bytes) : Optional.empty(),
                raw
                        ? Optional.empty()
                        : Optional.of(MultipartForm.create()
                                .binaryFileUpload("file", name, bytes, "application/octet-stream")),
                options.uploadTimeout());
    }

    private Outcome<UploadReceipt> receipt(Answer answer, String what, FolderReference folder) {
        if (answer.good()) {
            Map<String, String> facts = new TreeMap<>();
            facts.put("status", Integer.toString(answer.status()));
            Json.read(answer.body())
                    .map(json -> json.path("id").asText(""))
                    .filter(id -> !id.isEmpty())
                    .ifPresent(id -> facts.put("remoteId", id));
            if (!answer.location().isEmpty()) {
                facts.put("location", answer.location());
            }
            return Outcome.done(new UploadReceipt(facts));
        }
        return switch (answer.status()) {
            case 404 ->
                Outcome.refused(Problem.of(
                        ProblemCode.FOLDER_NOT_FOUND,
                        folder.toString(),
                        what + " failed: the folder does not exist. Check the path and replay the document."));
            // The file name is unique to us: if it exists, an earlier attempt arrived. The folder listing decides.
            case 409 ->
                Outcome.unknown(Problem.of(
                        ProblemCode.NAME_EXISTS,
                        "",
                        what + ": Cleo reports that the file name already exists; the folder listing is checked."));
            case 405, 415 -> Outcome.refused(otherForm(answer, what, folder));
            default -> Refusals.ofWrite(answer, what);
        };
    }

    /** The tenant wants uploads in another form. */
    private Problem otherForm(Answer answer, String what, FolderReference folder) {
        boolean post = options.dialect().uploadMethod().equals("POST");
        boolean raw = options.dialect().uploadMode() == UploadMode.RAW;
        return Problem.of(
                        ProblemCode.GATEWAY_REFUSED,
                        folder.toString(),
                        what + " was rejected with status " + answer.status()
                                + (answer.message().isBlank() ? "" : ": " + answer.message())
                                + ". This tenant takes uploads in another form: cleo.dialect.uploadMethod is "
                                + (post ? "POST, try PUT" : "PUT, try POST") + "; cleo.dialect.uploadMode is "
                                + (raw ? "raw, try multipart" : "multipart, try raw")
                                + "; cleo.dialect.upload is the path. Then replay the document.")
                .with("status", Integer.toString(answer.status()));
    }

    @Override
    public CompletionStage<Outcome<FolderEntry>> remove(FolderEntry entry) {
        String what = "Removing " + entry.name();
        String url = links.resolve(entry.self())
                .orElseGet(() -> links.at(options.dialect().remove(), entry.id()));
        Request request = new Request(
                HttpMethod.DELETE,
                url,
                links.rateKey(url, options.dialect().remove()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                options.requestTimeout());
        return session.send(request, what, true)
                .map(outcome -> outcome.then(answer -> answer.good() || answer.status() == 404 || answer.status() == 410
                        ? Outcome.done(entry)
                        : Refusals.<FolderEntry>ofWrite(answer, what)))
                .toCompletionStage();
    }

    private <T> Future<Outcome<T>> again(
            FolderReference folder, java.util.function.Supplier<Future<Outcome<T>>> attempt) {
        folders.forget(folder);
        return attempt.get();
    }

    private static boolean gone(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(Problem why) && why.is(ProblemCode.FOLDER_NOT_FOUND);
    }

    private static <T> Future<Outcome<T>> same(Outcome<T> outcome) {
        return Future.succeededFuture(outcome);
    }
}
