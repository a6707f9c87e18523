package io.mlconnector.ports.access;

import io.mlconnector.domain.words.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * One token for all requests to a remote system: fetched once, renewed before it expires, with never more than one
 * request for it under way. Safe for use by several threads.
 */
public final class TokenCache {

    private final InstantSource clock;
    private final Function<Optional<Token>, CompletionStage<Outcome<Token>>> acquire;
    private final Object lock = new Object();

    // All guarded by lock.
    private Optional<Token> current = Optional.empty();
    private Instant obtained = Instant.EPOCH;
    private Optional<Token> expired = Optional.empty();
    private Optional<CompletableFuture<Outcome<Token>>> underWay = Optional.empty();

    /**
     * Makes an empty cache.
     *
     * @param acquire fetches a token, given the one that ran out; completes with an outcome in every foreseeable case
     */
    public TokenCache(InstantSource clock, Function<Optional<Token>, CompletionStage<Outcome<Token>>> acquire) {
        this.clock = clock;
        this.acquire = acquire;
    }

    /** A token that is good now. All callers that ask while one is being fetched get the same. */
    public CompletionStage<Outcome<Token>> token() {
        CompletableFuture<Outcome<Token>> fetched;
        Optional<Token> old;
        synchronized (lock) {
            if (current.isPresent() && clock.instant().isBefore(current.get().renewAt())) {
                return CompletableFuture.completedFuture(Outcome.done(current.get()));
            }
            if (underWay.isPresent()) {
                return underWay.get();
            }
            fetched = new CompletableFuture<>();
            underWay = Optional.of(fetched);
            old = current.or(() -> expired);
        }
        acquire.apply(old).whenComplete((outcome, failure) -> {
            synchronized (lock) {
                underWay = Optional.empty();
                if (failure == null && outcome instanceof Outcome.Done<Token>(Token token)) {
                    current = Optional.of(token);
                    obtained = clock.instant();
                    expired = Optional.empty();
                }
            }
            if (failure == null) {
                fetched.complete(outcome);
            } else {
                fetched.completeExceptionally(failure);
            }
        });
        return fetched;
    }

    /** A remote system refused this token: it is not used again. Another that was fetched meanwhile stays. */
    public void refuse(Token token) {
        synchronized (lock) {
            if (current.isPresent() && current.get().value().equals(token.value())) {
                expired = current;
                current = Optional.empty();
            }
        }
    }

    /** The token in use; empty if there is none. */
    public Optional<Token> inUse() {
        synchronized (lock) {
            return current;
        }
    }

    /** How old the token in use is; empty if there is none. */
    public Optional<TokenLife> life() {
        synchronized (lock) {
            return current.map(token -> new TokenLife(obtained, token.renewAt()));
        }
    }
}
