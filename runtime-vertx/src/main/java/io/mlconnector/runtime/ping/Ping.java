package io.mlconnector.runtime.ping;

import io.mlconnector.cleo.Cleo;
import io.mlconnector.cleo.view.FolderGlance;
import io.mlconnector.cleo.view.FolderViews;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.dynamics.Dynamics;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.ports.access.Token;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks both sides of one connection: the sign-in, each legal entity, vendor and folder. Both sides at once, each one after the other,
 * through the gates of whoever asks, so that a ping takes its turn like any other work.
 *
 * @param loop on which it goes on
 * @param settings what is asked
 * @param dynamics the F&O side
 * @param cleo the Cleo side
 * @param memory what the work on the folders has shown so far
 */
public record Ping(Loop loop, ConnectionSettings settings, Dynamics dynamics, Cleo cleo, PollMemory memory) {

    /** Something that is asked, and how. */
    private record Question(String what, Supplier<Future<Finding>> ask) {}

    /** All that was found, whatever it is. */
    public Future<List<Finding>> findings() {
        Future<List<Finding>> first = ofDynamics();
        Future<List<Finding>> second = ofCleo();
        return Future.all(first, second)
                .map(ignored -> Stream.concat(first.result().stream(), second.result().stream())
                        .toList());
    }

    private Future<List<Finding>> ofDynamics() {
        List<Finding> found = new ArrayList<>();
        return side(found, question("F&O: sign in", dynamics::signIn, this::signedInToDynamics), inDynamics())
                .compose(ignored -> found.get(0).good()
                        ? new DynamicsRights(loop, settings, dynamics)
                                .findings()
                                .onSuccess(found::addAll)
                        : Future.succeededFuture(List.of()))
                .map(ignored -> found);
    }

    private Future<List<Finding>> ofCleo() {
        List<Finding> found = new ArrayList<>();
        return side(found, question("Cleo: sign in", cleo::signIn, this::signedIn), inCleo())
                .compose(ignored -> remembered())
                .map(remembered -> {
                    found.addAll(remembered);
                    return found;
                });
    }

    /** No failure whatever it is: files that cannot be removed stay and are known as taken. */
    private Future<List<Finding>> remembered() {
        return memory.of(List.of(settings))
                .map(all -> all.folders(settings.id()).entrySet().stream()
                        .map(known -> new Finding(
                                settings.id(),
                                "Cleo: folder " + known.getKey() + ": read and remove",
                                true,
                                PollMemory.words(known.getValue())))
                        .toList());
    }

    private static Future<Void> side(List<Finding> found, Question signIn, List<Question> rest) {
        return signIn.ask().get().compose(finding -> {
            found.add(finding);
            return finding.good() ? all(found, rest, 0) : Future.succeededFuture();
        });
    }

    private static Future<Void> all(List<Finding> found, List<Question> questions, int at) {
        return at >= questions.size()
                ? Future.succeededFuture()
                : questions.get(at).ask().get().compose(finding -> {
                    found.add(finding);
                    return all(found, questions, at + 1);
                });
    }

    private List<Question> inDynamics() {
        List<Question> questions = new ArrayList<>();
        for (LegalEntity legalEntity : settings.dynamics().legalEntities()) {
            questions.add(question(
                    "F&O: legal entity " + legalEntity,
                    () -> dynamics.sees(legalEntity),
                    seen -> seen ? "visible" : "NOT visible: check the name and the rights of the mapped user"));
        }
        for (TradingPartner partner : settings.partners().all()) {
            partner.vendors()
                    .forEach((legalEntity, account) -> questions.add(question(
                            "F&O: vendor " + account + " in " + legalEntity,
                            () -> dynamics.vendors().find(legalEntity, account),
                            vendor -> vendor.map(known -> known.name()
                                            + known.onHold()
                                                    .map(hold -> ", on hold: " + hold)
                                                    .orElse(""))
                                    .orElse("NOT there: partner " + partner.id() + " would never match"))));
        }
        return questions;
    }

    private List<Question> inCleo() {
        Set<FolderReference> folders = new LinkedHashSet<>();
        for (TradingPartner partner : settings.partners().all()) {
            partner.orders().ifPresent(agreed -> folders.add(agreed.folder()));
            partner.orders().flatMap(OrderAgreement::archive).ifPresent(folders::add);
            partner.orders().flatMap(OrderAgreement::beside).ifPresent(folders::add);
            partner.invoices().ifPresent(agreed -> folders.add(agreed.folder()));
        }
        FolderViews together = cleo.explorer().together();
        return folders.stream().map(folder -> inCleo(folder, together)).toList();
    }

    private Question inCleo(FolderReference folder, FolderViews together) {
        return folder instanceof FolderReference.ApiProvider(PartnerId partner)
                ? question(
                        "Cleo: API Provider of " + partner.id(),
                        () -> cleo.pingProvider(partner),
                        answer -> answer.orElse(
                                "not asked: only an order shows whether it answers, as no orders.api.statusUrl"
                                        + " is agreed"))
                : question("Cleo: folder " + folder, () -> together.glance(folder), this::seen);
    }

    private String seen(FolderGlance glance) {
        return "found, "
                + (glance.empty()
                        ? "empty"
                        : glance.total().isPresent() ? glance.total().getAsLong() + " files and folders" : "not empty");
    }

    private String signedInToDynamics(Token token) {
        return "signed in; the token is renewed at " + token.renewAt().truncatedTo(ChronoUnit.SECONDS)
                + dynamics.certificateGoodUntil()
                        .map(until -> "; the certificate is good until " + until)
                        .orElse("");
    }

    /** The life of a token matters: one that ends early makes for many sign-ins. */
    private String signedIn(Token token) {
        if (token.renewAt().equals(Instant.MAX)) {
            return "user and password go with every request; the folders tell whether they are right";
        }
        return "signed in; the token is renewed at " + token.renewAt().truncatedTo(ChronoUnit.SECONDS)
                + (token.refresh().isPresent()
                        ? " without the password"
                        : " with the password: Cleo gives no refresh token");
    }

    private <T> Question question(String what, Supplier<CompletionStage<Outcome<T>>> call, Function<T, String> words) {
        return new Question(
                what,
                () -> loop.await(call.get()).map(outcome -> switch (outcome) {
                    case Outcome.Done<T>(T value) -> {
                        String said = words.apply(value);
                        yield new Finding(settings.id(), what, !said.startsWith("NOT "), said);
                    }
                    case Outcome.Refused<T>(Problem why) -> new Finding(settings.id(), what, false, why.message());
                    case Outcome.NotNow<T>(Problem why, Optional<Duration> ignored) ->
                        new Finding(settings.id(), what, false, why.message());
                    case Outcome.Unknown<T>(Problem why) -> new Finding(settings.id(), what, false, why.message());
                }));
    }
}
