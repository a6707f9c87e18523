package io.mlconnector.dynamics.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.http.AnswerLimits;
import io.mlconnector.http.BoundedAnswers;
import io.mlconnector.ports.access.Breakage;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Gate.Passage;
import io.mlconnector.ports.access.Gate.RemoteHealth;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.access.RetryAfter;
import io.mlconnector.ports.access.Token;
import io.mlconnector.ports.access.TokenCache;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * OData client for one F&O environment. Neither reads nor writes are retried here, except once after a renewed token.
 */
public final class ODataClient implements AutoCloseable {

    /** A read that needs more pages indicates a wrong filter. */
    private static final int MOST_PAGES = 1_000;

    /** What a list may hold in memory; a poll of more needs a later first day. */
    private static final int MOST_ROWS = 100_000;

    /** F&O takes addresses of 2 to 8 KB (reference dynamics, section 2.2): tried at first, and what every server takes. */
    private static final int LONGEST_ADDRESS = 7_000;

    private static final int SHORTEST_LIMIT = 2_000;

    private final Vertx vertx;
    private final BoundedAnswers http;
    private final AnswerLimits limits;
    private final String environment;
    private final Duration timeout;
    private final TokenCache tokens;
    private final Gate gate;
    private final InstantSource clock;
    private final Selection selection = new Selection();
    private volatile Optional<Duration> ahead = Optional.empty();
    private final AtomicInteger longestAddress = new AtomicInteger(LONGEST_ADDRESS);

    /** Sends nothing yet. */
    public ODataClient(Vertx vertx, DynamicsOptions options, TokenCache tokens, Gate gate, InstantSource clock) {
        this.vertx = vertx;
        this.environment = options.environmentUrl().toString();
        this.timeout = options.requestTimeout();
        this.tokens = tokens;
        this.gate = gate;
        this.clock = clock;
        WebClientOptions web = new WebClientOptions()
                .setUserAgent("ml-connector")
                .setFollowRedirects(false)
                .setDecompressionSupported(true)
                .setKeepAliveTimeout(15)
                .setConnectTimeout(10_000);
        this.limits = new AnswerLimits(options.mostBytes(), options.requestTimeout());
        this.http = new BoundedAnswers(
                vertx,
                web,
                new PoolOptions().setHttp1MaxSize(options.connections()).setMaxWaitQueueSize(256));
    }

    /** All rows of a query, page by page. */
    public Future<Outcome<List<JsonNode>>> all(Query query) {
        return all(query, MOST_ROWS);
    }

    /**
     * The same, refused as soon as there are more rows.
     *
     * @param most at least 1
     */
    public Future<Outcome<List<JsonNode>>> all(Query query, int most) {
        return selection
                .inTurn(query, asked -> selected(asked, most))
                .map(outcome ->
                        outcome.map(rows -> rows.stream().filter(query::wants).toList()));
    }

    /** A query whose properties are refused is asked again without them, at most once for each. */
    private Future<Outcome<List<JsonNode>>> selected(Query query, int most) {
        List<Query> instead = new ArrayList<>(1);
        return page(
                        query.uri(),
                        "Reading " + query.entitySet(),
                        new ArrayList<>(),
                        1,
                        most,
                        refusal -> selection.after(query, refusal).ifPresent(instead::add))
                .compose(outcome -> {
                    if (outcome instanceof Outcome.Done<?>) {
                        selection.answered(query);
                        return Future.succeededFuture(outcome);
                    }
                    return instead.isEmpty() ? Future.succeededFuture(outcome) : selected(instead.get(0), most);
                });
    }

    /** Properties of a set that this environment does not have, as far as it was asked. */
    public Set<String> absentProperties(String entitySet) {
        return selection.absent(entitySet);
    }

    /** By how much our clock is ahead of F&O's, by its last answer; negative if it is behind; empty before one said the time. */
    public Optional<Duration> ahead() {
        return ahead;
    }

    /** How long an address may be, in characters, as far as is known of this environment. */
    public int longestAddress() {
        return longestAddress.get();
    }

    /** A long address was refused, and may have been for its length: shorter ones from now on. */
    public void refusedAddress(String uri) {
        longestAddress.accumulateAndGet(
                Math.max(SHORTEST_LIMIT, uri.length() / 2),
                (known, half) -> uri.length() > SHORTEST_LIMIT ? Math.min(known, half) : known);
    }

    /** The first row of a query. */
    public Future<Outcome<Optional<JsonNode>>> first(Query query) {
        return all(query.first(1))
                .map(outcome -> outcome.map(rows -> rows.stream().findFirst()));
    }

    private Future<Outcome<List<JsonNode>>> page(
            String uri, String what, List<JsonNode> rows, int pages, int most, Consumer<Answer> refused) {
        return send(Sending.read(uri, what, refused)).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Answer>(Answer answer))) {
                return Future.succeededFuture(outcome.map(ignored -> List.of()));
            }
            Optional<JsonNode> json = Json.read(answer.body());
            if (json.isEmpty() || !json.get().path("value").isArray()) {
                return Future.succeededFuture(Outcome.notNow(Problem.of(
                        ProblemCode.ANSWER_UNREADABLE,
                        "",
                        what + " returned a response that is not an OData collection.")));
            }
            json.get().path("value").forEach(rows::add);
            if (rows.size() > most) {
                return Future.succeededFuture(Outcome.refused(Problem.of(
                        ProblemCode.TOO_MANY_ROWS,
                        what,
                        what + " returned more than " + most
                                + " rows; the filter is too wide. Narrow it, then replay.")));
            }
            String next = json.get().path("@odata.nextLink").asText("");
            if (next.isEmpty()) {
                return Future.succeededFuture(Outcome.done(List.copyOf(rows)));
            }
            if (pages >= MOST_PAGES) {
                return Future.succeededFuture(Outcome.refused(Problem.of(
                        ProblemCode.TOO_MANY_ROWS,
                        what,
                        what + " returned more than " + MOST_PAGES
                                + " pages; the filter is too wide. Narrow it, then replay.")));
            }
            return page(onOurHost(next), what, rows, pages + 1, most, refused);
        });
    }

    /** A next link may contain the host name of a machine behind a proxy (reference dynamics, section 2.2). */
    private static String onOurHost(String link) {
        URI uri = URI.create(link.replace(" ", "%20"));
        String path = uri.getRawPath();
        return (path.startsWith("/") ? path : "/data/" + path)
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /**
     * Creates one row.
     *
     * @param intent stored immediately before the request is sent
     * @param transcript of the write
     */
    public Future<Outcome<JsonNode>> create(String entitySet, ObjectNode row, Intent<?> intent, Transcript transcript) {
        String what = "Creating a row of " + entitySet;
        return send(Sending.write(
                        "/data/" + entitySet + "?cross-company=true",
                        what,
                        entitySet,
                        transcript,
                        Buffer.buffer(row.toString()),
                        "application/json;odata.metadata=minimal",
                        intent,
                        ODataClient::verdict))
                .map(outcome -> outcome.then(answer -> Json.read(answer.body())
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.unknown(Problem.of(
                                ProblemCode.ANSWER_UNREADABLE,
                                "",
                                what + " succeeded, but the response contains no readable row.")))));
    }

    /**
     * Creates rows in one change set, all or nothing.
     *
     * @param intent stored immediately before the request is sent
     * @param transcript of the write
     * @return how many were created
     */
    public Future<Outcome<Integer>> createTogether(
            List<Batch.Creation> creations, String boundary, Intent<?> intent, Transcript transcript) {
        Batch batch = new Batch(boundary, creations);
        return send(Sending.write(
                        "/data/$batch",
                        "Creating " + creations.size() + " rows in one change set",
                        "$batch of "
                                + creations.stream()
                                        .map(Batch.Creation::entitySet)
                                        .distinct()
                                        .collect(Collectors.joining(", ")),
                        transcript,
                        Buffer.buffer(batch.body()),
                        batch.contentType(),
                        intent,
                        this::verdictOfBatch))
                .map(outcome -> outcome.then(
                        answer -> BatchAnswer.read(answer, clock.instant()).outcome(creations.size())));
    }

    /**
     * One request.
     *
     * @param write whether it is meant to change anything
     * @param body empty for none
     * @param contentType of the body; empty for none
     * @param intent stored immediately before it is sent
     * @param judge says from the response how the remote system does
     * @param refused is shown a response that is no success
     * @param target what is written to, for the transcript
     * @param transcript of a write; empty for a read
     */
    private record Sending(
            HttpMethod method,
            String uri,
            String what,
            boolean write,
            Optional<Buffer> body,
            String contentType,
            Intent<?> intent,
            Function<Answer, RemoteHealth> judge,
            Consumer<Answer> refused,
            String target,
            Optional<Transcript> transcript) {

        static Sending read(String uri, String what, Consumer<Answer> refused) {
            return new Sending(
                    HttpMethod.GET,
                    uri,
                    what,
                    false,
                    Optional.empty(),
                    "",
                    Intent.stored(true),
                    ODataClient::verdict,
                    refused,
                    "",
                    Optional.empty());
        }

        static Sending write(
                String uri,
                String what,
                String target,
                Transcript transcript,
                Buffer body,
                String contentType,
                Intent<?> intent,
                Function<Answer, RemoteHealth> judge) {
            return new Sending(
                    HttpMethod.POST,
                    uri,
                    what,
                    true,
                    Optional.of(body),
                    contentType,
                    intent,
                    judge,
                    refusal -> {},
                    target,
                    Optional.of(transcript));
        }

        /** The same once more, whose intent is already stored. */
        Sending again() {
            return new Sending(
                    method,
                    uri,
                    what,
                    write,
                    body,
                    contentType,
                    Intent.again(true, intent),
                    judge,
                    refused,
                    target,
                    transcript);
        }

        void leaves() {
            transcript.ifPresent(
                    record -> record.sent(method.name(), target, contentType, body.orElseGet(Buffer::buffer)));
        }

        void answered(HttpResponse<Buffer> response) {
            String type = response.getHeader("Content-Type");
            Buffer answer = response.body();
            transcript.ifPresent(record -> record.answered(
                    response.statusCode(), type == null ? "" : type, answer == null ? new byte[0] : answer.getBytes()));
        }

        void broken(Throwable cause) {
            if (Breakage.neverSent(cause)) {
                transcript.ifPresent(Transcript::unsent);
            }
        }
    }

    private Future<Outcome<Answer>> send(Sending sending) {
        return attempt(sending, true);
    }

    private Future<Outcome<Answer>> attempt(Sending sending, boolean mayRenew) {
        return onContext(tokens.token()).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Token>(Token token))) {
                return Future.succeededFuture(outcome.map(ignored -> new Answer(0, "", Optional.empty(), "")));
            }
            HttpRequest<Buffer> request = http.request(sending.method(), environment + sending.uri(), limits)
                    .timeout(timeout.toMillis())
                    .bearerTokenAuthentication(token.value())
                    .putHeader("Accept", accepted(sending.contentType()))
                    .putHeader("OData-Version", "4.0")
                    .putHeader("OData-MaxVersion", "4.0");
            if (!sending.contentType().isEmpty()) {
                request.putHeader("Content-Type", sending.contentType());
            }
            return onContext(gate.pass(
                            "data",
                            sending.intent(),
                            ignored -> {
                                sending.leaves();
                                return BoundedAnswers.told(
                                                request,
                                                sending.body()
                                                        .map(request::sendBuffer)
                                                        .orElseGet(request::send))
                                        .onSuccess(sending::answered)
                                        .onFailure(sending::broken)
                                        .map(this::answer)
                                        .toCompletionStage();
                            },
                            sending.judge()))
                    .compose(passage -> switch (passage) {
                        case Passage.Answered<Answer>(Answer answer)
                        when answer.status() == 401 && mayRenew -> {
                            tokens.refuse(token);
                            // The request certainly changed nothing.
                            yield attempt(sending.again(), false);
                        }
                        case Passage.Answered<Answer>(Answer answer) ->
                            Future.succeededFuture(outcome(sending, answer));
                        case Passage.Broken<Answer>(Throwable cause) ->
                            Future.succeededFuture(broken(cause, sending.what(), sending.write()));
                        case Passage.Closed<Answer>(Problem why, Optional<Duration> retryAfter) ->
                            Future.succeededFuture(new Outcome.NotNow<>(why, retryAfter));
                    });
        });
    }

    private static Outcome<Answer> outcome(Sending sending, Answer answer) {
        if (answer.good()) {
            return Outcome.done(answer);
        }
        sending.refused().accept(answer);
        return Refusals.outcome(answer, sending.what(), sending.write());
    }

    /** What answers a batch has many parts; a server that prefers JSON for them is understood as well. */
    private static String accepted(String contentType) {
        return contentType.startsWith("multipart/") ? "multipart/mixed" : "application/json;odata.metadata=minimal";
    }

    private <T> Outcome<T> broken(Throwable cause, String what, boolean write) {
        if (Breakage.neverSent(cause)) {
            return Outcome.notNow(Problem.of(
                    ProblemCode.UNREACHABLE,
                    environment,
                    "F&O at " + environment + " cannot be reached: " + Breakage.inWords(cause)
                            + ". Check environmentUrl, DNS, proxy and firewall."));
        }
        if (Breakage.tooLarge(cause) && !write) {
            return Outcome.refused(Problem.of(
                    ProblemCode.ANSWER_TOO_LARGE,
                    what,
                    what + " failed: " + Breakage.inWords(cause) + ". Narrow what is read."));
        }
        Problem why =
                Problem.of(ProblemCode.NO_ANSWER, "", what + " received no response: " + Breakage.inWords(cause) + ".");
        return write ? Outcome.unknown(why) : Outcome.notNow(why);
    }

    private Answer answer(HttpResponse<Buffer> response) {
        String type = response.getHeader("Content-Type");
        String retryAfter = response.getHeader("Retry-After");
        String body = response.bodyAsString();
        HttpDate.read(response.getHeader("Date"))
                .ifPresent(theirs -> ahead = Optional.of(Duration.between(theirs, clock.instant())));
        return new Answer(
                response.statusCode(),
                type == null ? "" : type,
                retryAfter == null ? Optional.empty() : RetryAfter.read(retryAfter, clock.instant()),
                body == null ? "" : body);
    }

    private static RemoteHealth verdict(Answer answer) {
        if (answer.status() == 429) {
            return new RemoteHealth.Throttled(answer.retryAfter().orElse(ThrottlePause.DYNAMICS.pause()));
        }
        if (answer.status() == 503 && answer.retryAfter().isPresent()) {
            return new RemoteHealth.Throttled(answer.retryAfter().get());
        }
        boolean ill =
                answer.status() >= 500 && Refusals.errorText(answer.body()).isEmpty();
        return ill ? new RemoteHealth.Failing() : new RemoteHealth.Working();
    }

    /** A part may be throttled although the batch response as a whole has status 200. */
    private RemoteHealth verdictOfBatch(Answer answer) {
        return answer.good()
                ? BatchAnswer.read(answer, clock.instant()).parts().stream()
                        .map(ODataClient::verdict)
                        .filter(RemoteHealth.Throttled.class::isInstance)
                        .findFirst()
                        .orElseGet(() -> verdict(answer))
                : verdict(answer);
    }

    private <T> Future<T> onContext(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, vertx.getOrCreateContext());
    }

    @Override
    public void close() {
        http.close();
    }
}
