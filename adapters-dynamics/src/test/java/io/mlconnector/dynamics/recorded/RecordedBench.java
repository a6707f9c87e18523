package io.mlconnector.dynamics.recorded;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mlconnector.dynamics.Dynamics;
import io.mlconnector.dynamics.options.ClientCredential;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.dynamics.options.OrderNotes;
import io.mlconnector.dynamics.options.OrderSource;
import io.mlconnector.dynamics.recorded.Conversations.Conversation;
import io.mlconnector.ports.access.Gate;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The adapter with recorded answers. */
final class RecordedBench implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx();

    final ReplayServer server = new ReplayServer();
    final Dynamics dynamics;

    /** Reads that are wanted at the same time leave together. */
    RecordedBench() {
        this(true);
    }

    RecordedBench(boolean batchReads) {
        this.dynamics = new Dynamics(
                VERTX,
                new DynamicsOptions(
                        URI.create(server.address()),
                        URI.create(server.address() + "/contoso/oauth2/token"),
                        "client",
                        new ClientCredential.Secret("secret"),
                        Duration.ofSeconds(5),
                        2,
                        DynamicsOptions.USUAL_MOST_BYTES,
                        batchReads,
                        OrderSource.CONFIRMATIONS,
                        OrderNotes.NONE),
                Gate.open(),
                InstantSource.system());
    }

    /** What is asked within one turn of an event loop is asked together. */
    static <T> CompletionStage<T> inOneTurn(Supplier<CompletionStage<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        VERTX.runOnContext(turn -> question.get().whenComplete((value, failure) -> {
            if (failure == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(failure);
            }
        }));
        return answer;
    }

    /**
     * Answers from now on what is recorded for a behaviour; one without a recording is left out, with a sentence.
     *
     * @param recorded by the name of the behaviour
     */
    Conversation says(Map<String, Conversation> recorded, String behaviour) {
        Conversation conversation = recorded.get(behaviour);
        assumeTrue(conversation != null, "needs what changes between its questions, which no recording tells");
        server.says(requireNonNull(conversation));
        return conversation;
    }

    /** All that is recorded was asked for, and nothing else. */
    void endsAsRecorded() {
        close();
        assertThat(server.unexpected()).as("requests that no recording expects").isEmpty();
        assertThat(server.unsaid()).as("recorded requests that never came").isEmpty();
    }

    @Override
    public void close() {
        dynamics.close();
        server.close();
    }
}
