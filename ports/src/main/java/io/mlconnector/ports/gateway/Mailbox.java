package io.mlconnector.ports.gateway;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/**
 * Folders with files. Every method completes with an outcome in every foreseeable case and fails only on a defect; it
 * may complete on any thread. Only {@link #upload} and {@link #remove} answer {@link Outcome.Unknown}, and neither
 * repeats by itself.
 */
public interface Mailbox {

    /** In the details of {@code download-incomplete}: {@code true} where the download broke off. */
    String CUT = "cut";

    /** In the details of {@code download-incomplete}: so many bytes came. */
    String RECEIVED = "received";

    /** In the details of {@code download-incomplete}: so many bytes the listing states. */
    String LISTED = "listed";

    /** In the details of {@code download-incomplete}: so many bytes the gateway announced when it began. */
    String ANNOUNCED = "announced";

    /**
     * The files of a folder, without its sub-folders, in no particular order.
     *
     * @return {@link Outcome.Refused} with {@code folder-not-found} if there is no such folder
     */
    CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder);

    /**
     * The same, for a listing that takes long.
     *
     * @param progressed is told of each part of the listing that came, on any thread
     */
    default CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder, Runnable progressed) {
        return list(folder);
    }

    /**
     * The bytes of a file.
     *
     * @return empty if the file is gone: somebody else took it; {@link Outcome.NotNow} with {@code download-incomplete}
     *     if other than as many bytes came as the listing says, or if the download broke off, which {@link #CUT} says
     */
    CompletionStage<Outcome<Optional<byte[]>>> fetch(FolderEntry entry);

    /**
     * The bytes of a file that may not be there a second time: what came, although the listing states another size.
     *
     * @return empty if the file is gone
     */
    default CompletionStage<Outcome<Optional<byte[]>>> fetchOnce(FolderEntry entry) {
        return fetch(new FolderEntry(
                entry.id(), entry.name(), OptionalLong.empty(), entry.modified(), entry.content(), entry.self()));
    }

    /**
     * Puts a file into a folder. That it is stored says nothing of what the gateway does with it afterwards.
     *
     * @param intent called when signed in, the folder found and the request about to leave; yields the file
     * @return {@link Outcome.Refused} with {@code folder-not-found} if there is no such folder; {@link Outcome.NotNow} with
     *     {@link ProblemCode#INTENT_WITHDRAWN} or {@link ProblemCode#INTENT_NOT_STORED} if the intent does not stand
     */
    CompletionStage<Outcome<UploadReceipt>> upload(FolderReference folder, Intent<FileToUpload> intent);

    /**
     * Puts a file into a folder, for a caller that keeps no journal.
     *
     * @param name a name that no other file has or had; plain ASCII
     */
    default CompletionStage<Outcome<UploadReceipt>> upload(FolderReference folder, String name, byte[] bytes) {
        return upload(folder, Intent.stored(new FileToUpload(name, bytes, name)));
    }

    /**
     * What is there of a file that was uploaded, or may have been.
     *
     * @param document id of the document in it
     * @return empty if it is not there, which does not prove that it never was
     */
    default CompletionStage<Outcome<Optional<FolderEntry>>> find(FolderReference folder, String name, String document) {
        return list(folder)
                .thenApply(outcome -> outcome.map(entries -> entries.stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst()));
    }

    /**
     * Removes a file. That it is gone already is success.
     *
     * @return the same entry
     */
    CompletionStage<Outcome<FolderEntry>> remove(FolderEntry entry);
}
