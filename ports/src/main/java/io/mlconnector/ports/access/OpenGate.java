package io.mlconnector.ports.access;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets everything through. */
final class OpenGate implements Gate {

    @Override
    public <T> CompletionStage<Passage<T>> pass(
            String rateKey, Supplier<CompletionStage<T>> request, Function<T, Verdict> judge) {
        CompletableFuture<Passage<T>> passage = new CompletableFuture<>();
        request.get().whenComplete((answer, failure) -> {
            if (failure == null) {
                passage.complete(new Passage.Answered<>(answer));
            } else {
                passage.complete(new Passage.Broken<>(failure));
            }
        });
        return passage;
    }
}
