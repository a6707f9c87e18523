package io.mlconnector.cleo;

import io.mlconnector.cleo.internal.folder.CleoMailbox;
import io.mlconnector.cleo.internal.folder.Explorer;
import io.mlconnector.cleo.internal.provider.ApiProviderMailbox;
import io.mlconnector.cleo.internal.session.CleoClient;
import io.mlconnector.cleo.internal.session.Session;
import io.mlconnector.cleo.options.ApiProviderOptions;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.view.FolderViews;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Token;
import io.mlconnector.ports.access.TokenLife;
import io.mlconnector.ports.gateway.Mailbox;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** One Cleo tenant: the entry point of this module. Holds one token and one connection pool. */
public final class Cleo implements AutoCloseable {

    private final CleoClient client;
    private final Session session;
    private final ApiProviderMailbox mailbox;
    private final FolderViews explorer;

    /**
     * An endpoint of a partner.
     *
     * @param options where and how
     * @param gate through which requests to its host leave
     */
    public record Provider(ApiProviderOptions options, Gate gate) {}

    /** Without API Providers. */
    public Cleo(Vertx vertx, CleoOptions options, Gate gate, InstantSource clock, RandomGenerator chance) {
        this(vertx, options, gate, Map.of(), clock, chance);
    }

    /**
     * Connects lazily: nothing is sent before the first call.
     *
     * @param gate through which every request to the tenant leaves
     * @param providers to which documents are posted, by partner
     * @param clock used to decide when the token must be renewed
     * @param chance lengthens pauses; safe for use by several threads
     */
    public Cleo(
            Vertx vertx,
            CleoOptions options,
            Gate gate,
            Map<PartnerId, Provider> providers,
            InstantSource clock,
            RandomGenerator chance) {
        this.client = new CleoClient(vertx, options, gate, clock, chance);
        this.session = new Session(vertx, client, options, clock);
        Map<PartnerId, CleoClient> clients = new HashMap<>();
        Map<PartnerId, ApiProviderOptions> endpoints = new HashMap<>();
        providers.forEach((partner, provider) -> {
            clients.put(
                    partner,
                    new CleoClient(vertx, options.at(provider.options().url()), provider.gate(), clock, chance));
            endpoints.put(partner, provider.options());
        });
        this.mailbox =
                new ApiProviderMailbox(new CleoMailbox(session, options), clients, endpoints, options.uploadTimeout());
        this.explorer = new Explorer(session, options);
    }

    /** Folders and files, and the API Providers of partners. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /**
     * Whether the API Provider of a partner answers and takes our credentials. Nothing is posted.
     *
     * @return empty where that cannot be asked without posting a document
     */
    public CompletionStage<Outcome<Optional<String>>> pingProvider(PartnerId partner) {
        return mailbox.ping(partner);
    }

    /** What the account sees, for people who configure it. */
    public FolderViews explorer() {
        return explorer;
    }

    /** Whether a token can be obtained; fetches one if necessary. Completes immediately with Basic authentication. */
    public CompletionStage<Outcome<Token>> signIn() {
        return session.signIn();
    }

    /** The token in use, for its age; empty with Basic authentication. */
    public Optional<Token> tokenInUse() {
        return session.tokenInUse();
    }

    /** How old the token in use is; empty if there is none, or user and password go with each request. */
    public Optional<TokenLife> tokenLife() {
        return session.tokenLife();
    }

    @Override
    public void close() {
        mailbox.close();
        client.close();
    }
}
