package io.mlconnector.testing.memory;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Intent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A write that happens only after its intent stands. */
final class Intended {

    private Intended() {}

    static <I, T> CompletionStage<Outcome<T>> by(Intent<I> intent, Function<I, CompletionStage<Outcome<T>>> write) {
        return intent.store()
                .handle((stored, failure) -> {
                    if (failure != null) {
                        return nothing(Outcome.<T>notNow(Intent.notStored()));
                    }
                    Optional<I> value = stored;
                    return value.map(write).orElseGet(() -> nothing(Outcome.notNow(Intent.withdrawn())));
                })
                .thenCompose(outcome -> outcome);
    }

    private static <T> CompletionStage<Outcome<T>> nothing(Outcome<T> outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
