package io.mlconnector.ports.access;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Lets everything through at once. */
final class OpenGate implements Gate {

    @Override
    public <I, T> CompletionStage<Passage<T>> pass(
            String rateKey,
            Intent<I> intent,
            Function<I, ? extends CompletionStage<T>> request,
            Function<T, RemoteHealth> judge) {
        CompletableFuture<Passage<T>> passage = new CompletableFuture<>();
        intent.store().whenComplete((stored, failure) -> {
            if (failure != null) {
                passage.complete(new Passage.Closed<>(Intent.notStored(), Optional.empty()));
            } else if (stored.isEmpty()) {
                passage.complete(new Passage.Closed<>(Intent.withdrawn(), Optional.empty()));
            } else {
                send(stored.get(), request, passage);
            }
        });
        return passage;
    }

    private static <I, T> void send(
            I value, Function<I, ? extends CompletionStage<T>> request, CompletableFuture<Passage<T>> passage) {
        try {
            request.apply(value).whenComplete((answer, failure) -> {
                if (failure == null) {
                    passage.complete(new Passage.Answered<>(answer));
                } else {
                    passage.complete(new Passage.Broken<>(failure));
                }
            });
        } catch (RuntimeException e) {
            passage.complete(new Passage.Broken<>(e));
        }
    }
}
