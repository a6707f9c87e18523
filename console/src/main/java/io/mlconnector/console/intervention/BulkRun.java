package io.mlconnector.console.intervention;

import io.mlconnector.domain.words.DocumentId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One action on many documents as it goes on, and what came of it. Used on one event loop only. */
final class BulkRun {

    private final String id;
    private final Acting.Wish wish;
    private final String operator;
    private final Instant began;
    private final String back;
    private final List<DocumentId> documents;
    private final Map<DocumentId, String> left = new LinkedHashMap<>();
    private final Promise<Void> over = Promise.promise();
    private int seen;
    private boolean stopping;
    private boolean ended;
    private Optional<String> failure = Optional.empty();

    /**
     * One that begins.
     *
     * @param id the same for the same form, however often it is sent
     * @param documents in the order in which it is done to them
     * @param back address of the list from which they were chosen
     */
    BulkRun(String id, Acting.Wish wish, String operator, Instant began, List<DocumentId> documents, String back) {
        this.id = Objects.requireNonNull(id, "id");
        this.wish = Objects.requireNonNull(wish, "wish");
        this.operator = operator;
        this.began = began;
        this.documents = List.copyOf(documents);
        this.back = back;
    }

    /** What became of the next one. */
    void became(DocumentId document, Acting.Done done) {
        seen++;
        if (!done.done() || done.message().startsWith("nothing: ")) {
            left.put(document, done.message());
        }
    }

    void end() {
        ended = true;
        over.tryComplete();
    }

    void fail(String why) {
        failure = Optional.of(why);
        end();
    }

    /** Completes when nothing more comes. */
    Future<Void> over() {
        return over.future();
    }

    /** Nothing is done to those that were not reached yet. */
    void stop() {
        stopping = !ended;
    }

    String id() {
        return id;
    }

    /** Where it is shown. */
    String address() {
        return "/documents/runs/" + id;
    }

    Acting.Wish wish() {
        return wish;
    }

    String operator() {
        return operator;
    }

    Instant began() {
        return began;
    }

    String back() {
        return back;
    }

    List<DocumentId> documents() {
        return documents;
    }

    /** How many it is for. */
    int of() {
        return documents.size();
    }

    /** How many were reached. */
    int seen() {
        return seen;
    }

    /** To how many it was done. */
    int done() {
        return seen - left.size();
    }

    /** Those that were left as they are, each with why. */
    Map<DocumentId, String> left() {
        return left;
    }

    /** Whether somebody wants it to end early. */
    boolean stopping() {
        return stopping;
    }

    /** Whether nothing more comes. */
    boolean ended() {
        return ended;
    }

    /** Why it broke off; empty if it did not. */
    Optional<String> failure() {
        return failure;
    }
}
