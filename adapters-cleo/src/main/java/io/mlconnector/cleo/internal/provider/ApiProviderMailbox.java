package io.mlconnector.cleo.internal.provider;

import io.mlconnector.cleo.internal.session.CleoClient;
import io.mlconnector.cleo.options.ApiProviderOptions;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.gateway.Mailbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The folders of a tenant, and beside them the API Providers of some partners. */
public final class ApiProviderMailbox implements Mailbox, AutoCloseable {

    private final Mailbox folders;
    private final Map<PartnerId, ApiProvider> providers = new HashMap<>();

    /**
     * Sends nothing yet.
     *
     * @param folders of the tenant
     * @param clients one for each partner in {@code options}, to the host of its endpoint
     * @param options by partner
     * @param timeout of each request
     */
    public ApiProviderMailbox(
            Mailbox folders,
            Map<PartnerId, CleoClient> clients,
            Map<PartnerId, ApiProviderOptions> options,
            Duration timeout) {
        this.folders = folders;
        options.forEach((partner, its) -> {
            CleoClient client = clients.get(partner);
            if (client != null) {
                providers.put(partner, new ApiProvider(client, its, "the API Provider of " + partner.id(), timeout));
            }
        });
    }

    /** A folder is left to the tenant. */
    private <T> CompletionStage<Outcome<T>> at(
            FolderReference folder,
            Function<ApiProvider, CompletionStage<Outcome<T>>> provider,
            Function<FolderReference, CompletionStage<Outcome<T>>> otherwise) {
        if (!(folder instanceof FolderReference.ApiProvider(PartnerId partner))) {
            return otherwise.apply(folder);
        }
        ApiProvider known = providers.get(partner);
        return known == null
                ? CompletableFuture.completedFuture(Outcome.notNow(Problem.of(
                        ProblemCode.FOLDER_NOT_FOUND,
                        partner.id(),
                        "Partner " + partner.id()
                                + " has no API Provider any more, and this document is to be posted there."
                                + " Set orders.format to api and orders.apiUrl for it, or replay the document from its"
                                + " beginning.")))
                : provider.apply(known);
    }

    /** What was posted cannot be listed. */
    @Override
    public CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder) {
        return at(folder, ignored -> CompletableFuture.completedFuture(Outcome.done(List.of())), folders::list);
    }

    @Override
    public CompletionStage<Outcome<List<FolderEntry>>> list(FolderReference folder, Runnable progressed) {
        return at(
                folder,
                ignored -> CompletableFuture.completedFuture(Outcome.done(List.of())),
                there -> folders.list(there, progressed));
    }

    @Override
    public CompletionStage<Outcome<Optional<byte[]>>> fetch(FolderEntry entry) {
        return folders.fetch(entry);
    }

    @Override
    public CompletionStage<Outcome<Optional<byte[]>>> fetchOnce(FolderEntry entry) {
        return folders.fetchOnce(entry);
    }

    @Override
    public CompletionStage<Outcome<UploadReceipt>> upload(FolderReference folder, Intent<FileToUpload> intent) {
        return at(
                folder, provider -> provider.post(intent).toCompletionStage(), there -> folders.upload(there, intent));
    }

    @Override
    public CompletionStage<Outcome<Optional<FolderEntry>>> find(FolderReference folder, String name, String document) {
        return at(
                folder,
                provider -> provider.find(name, document).toCompletionStage(),
                there -> folders.find(there, name, document));
    }

    @Override
    public CompletionStage<Outcome<FolderEntry>> remove(FolderEntry entry) {
        return folders.remove(entry);
    }

    /**
     * Whether an endpoint answers and takes our credentials, asked by the status of a document that does not exist: nothing is
     * posted.
     *
     * @return empty where nothing can be asked without posting a document
     */
    public CompletionStage<Outcome<Optional<String>>> ping(PartnerId partner) {
        ApiProvider known = providers.get(partner);
        return known == null || !known.answersQuestions()
                ? CompletableFuture.completedFuture(Outcome.done(Optional.empty()))
                : known.find("", "check")
                        .map(outcome -> outcome.map(ignored -> Optional.of("answers")))
                        .toCompletionStage();
    }

    @Override
    public void close() {
        providers.values().forEach(ApiProvider::close);
    }
}
