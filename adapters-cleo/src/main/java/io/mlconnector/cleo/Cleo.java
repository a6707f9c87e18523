package io.mlconnector.cleo;

import io.mlconnector.cleo.internal.folder.CleoMailbox;
import io.mlconnector.cleo.internal.folder.Explorer;
import io.mlconnector.cleo.internal.session.CleoClient;
import io.mlconnector.cleo.internal.session.Session;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.view.FolderViews;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Token;
import io.mlconnector.ports.gateway.Mailbox;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** One Cleo tenant: the entry point of this module. Holds one token and one connection pool. */
public final class Cleo implements AutoCloseable {

    private final CleoClient client;
    private final Session session;
    private final Mailbox mailbox;
    private final FolderViews explorer;

    /**
     * Connects lazily: nothing is sent before the first call.
     *
     * @param gate through which every request leaves
     * @param clock used to decide when the token must be renewed
     * @param chance lengthens pauses; safe for use by several threads
     */
    public Cleo(Vertx vertx, CleoOptions options, Gate gate, InstantSource clock, RandomGenerator chance) {
        this.client = new CleoClient(vertx, options, gate, clock, chance);
        this.session = new Session(vertx, client, options, clock);
        this.mailbox = new CleoMailbox(session, options);
        this.explorer = new Explorer(session, options);
    }

    /** Folders and files. */
    public Mailbox mailbox() {
        return mailbox;
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

    @Override
    public void close() {
        client.close();
    }
}
