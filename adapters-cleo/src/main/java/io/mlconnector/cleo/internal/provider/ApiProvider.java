package io.mlconnector.cleo.internal.provider;

import io.mlconnector.cleo.internal.session.Answer;
import io.mlconnector.cleo.internal.session.CleoClient;
import io.mlconnector.cleo.internal.session.Json;
import io.mlconnector.cleo.internal.session.Request;
import io.mlconnector.cleo.options.ApiProviderOptions;
import io.mlconnector.cleo.options.ApiProviderOptions.Access;
import io.mlconnector.cleo.options.ApiProviderOptions.Proof;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.gateway.FileToUpload;
import io.mlconnector.ports.gateway.FolderEntry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One endpoint. The id of the document goes with each post as {@code Idempotency-Key}, and is in the JSON, so that whoever built the
 * endpoint can tell a repetition. Never repeats by itself.
 */
final class ApiProvider {

    private final CleoClient client;
    private final ApiProviderOptions options;
    private final String name;
    private final Duration timeout;
    private final String rateKey;

    /**
     * Sends nothing yet.
     *
     * @param client sends to the host of the endpoint
     * @param name of the endpoint, for messages
     * @param timeout of each request
     */
    ApiProvider(CleoClient client, ApiProviderOptions options, String name, Duration timeout) {
        this.client = client;
        this.options = options;
        this.name = name;
        this.timeout = timeout;
        this.rateKey = "API " + options.url().getPath();
    }

    Future<Outcome<UploadReceipt>> post(Intent<FileToUpload> intent) {
        String what = "Posting to " + name;
        return client.send(rateKey, intent, this::request, authorization(), what, true)
                .map(outcome -> outcome.then(answer -> receipt(answer, what)));
    }

    private Request request(FileToUpload file) {
        Map<String, String> headers = new HashMap<>(access());
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", file.document());
        return new Request(
                HttpMethod.POST,
                options.url().toString(),
                rateKey,
                headers,
                Optional.of(Buffer.buffer(file.bytes())),
                Optional.empty(),
                timeout);
    }

    private String authorization() {
        return switch (options.access()) {
            case Access.Basic(String username, String password) ->
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
            case Access.Bearer(String key) -> "Bearer " + key;
            case Access.None ignored -> "";
            case Access.Header ignored -> "";
        };
    }

    private Map<String, String> access() {
        return options.access() instanceof Access.Header(String header, String key) ? Map.of(header, key) : Map.of();
    }

    private Outcome<UploadReceipt> receipt(Answer answer, String what) {
        if (!answer.good()) {
            return ApiRefusals.ofPost(answer, what);
        }
        return switch (options.proof()) {
            case Proof.Success ignored -> Outcome.done(receipt(answer, Optional.empty()));
            case Proof.Member(String member) -> {
                Optional<String> value = member(answer, member);
                yield value.isPresent()
                        ? Outcome.done(receipt(answer, value))
                        : Outcome.unknown(Problem.of(
                                ProblemCode.ANSWER_UNREADABLE,
                                member,
                                what + " was answered with status " + answer.status() + ", but without " + member
                                        + ", which is agreed to prove that it arrived (orders.api.member)."));
            }
            // That it was taken does not say what became of it: the address does.
            case Proof.StatusAddress ignored ->
                Outcome.unknown(Problem.of(
                        ProblemCode.UPLOAD_UNPROVEN,
                        "",
                        what + " was answered with status " + answer.status()
                                + "; that it arrived is asked for at the status address."));
        };
    }

    private static UploadReceipt receipt(Answer answer, Optional<String> id) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("status", Integer.toString(answer.status()));
        id.ifPresent(value -> facts.put("remoteId", value));
        if (!answer.location().isEmpty()) {
            facts.put("location", answer.location());
        }
        return new UploadReceipt(facts);
    }

    private static Optional<String> member(Answer answer, String path) {
        return Json.read(answer.body())
                .map(json ->
                        json.at("/" + path.replace("~", "~0").replace("/", "~1").replace('.', '/')))
                .filter(found -> found.isValueNode() && !found.isNull())
                .map(found -> found.asText("").strip())
                .filter(text -> !text.isEmpty());
    }

    /**
     * What the endpoint knows of a document.
     *
     * @param file name of it
     * @return empty where nothing can be asked, or where it is not there
     */
    Future<Outcome<Optional<FolderEntry>>> find(String file, String document) {
        if (!(options.proof() instanceof Proof.StatusAddress(String template))) {
            return Future.succeededFuture(Outcome.done(Optional.empty()));
        }
        String what = "Asking " + name + " for document " + document;
        String url =
                template.replace(Proof.StatusAddress.DOCUMENT, URLEncoder.encode(document, StandardCharsets.UTF_8));
        Request request =
                new Request(HttpMethod.GET, url, rateKey, access(), Optional.empty(), Optional.empty(), timeout);
        return client.send(rateKey, Intent.stored(request), asked -> asked, authorization(), what, false)
                .map(outcome -> outcome.then(answer -> {
                    if (answer.status() == 404 || answer.status() == 410) {
                        return Outcome.done(Optional.<FolderEntry>empty());
                    }
                    return answer.good()
                            ? Outcome.done(
                                    Optional.of(new FolderEntry(document, file, OptionalLong.empty(), "", "", "")))
                            : ApiRefusals.<Optional<FolderEntry>>ofRead(answer, what);
                }));
    }

    /** Whether there is something to be asked without posting a document. */
    boolean answersQuestions() {
        return options.proof() instanceof Proof.StatusAddress;
    }

    void close() {
        client.close();
    }
}
