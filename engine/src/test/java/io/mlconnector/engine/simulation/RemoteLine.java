package io.mlconnector.engine.simulation;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.access.Token;
import io.mlconnector.ports.access.TokenCache;
import io.mlconnector.ports.erp.InvoiceInquiry;
import io.mlconnector.ports.erp.InvoiceReadAhead;
import io.mlconnector.ports.erp.InvoiceReadings;
import io.mlconnector.ports.erp.InvoiceWrite;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The line between one process and a remote system. A write stores its intent first, then leaves; from then on it arrives or does
 * not, now or much later, whatever becomes of the process that sent it.
 *
 * @param <T> the port
 */
final class RemoteLine<T> implements InvocationHandler {

    private final Storm storm;
    private final Life life;
    private final T system;
    private final Story story;
    private final Turnstile gate;
    private final Witness witness;
    private final TokenCache tokens;

    /** Sees what leaves and what arrives. */
    interface Witness {

        /** A write leaves. */
        void leaves(String method, Object[] arguments);

        /** A write took effect. */
        void arrived(String method, Object[] arguments);
    }

    private RemoteLine(Storm storm, Life life, T system, Story story, Witness witness) {
        this.storm = storm;
        this.story = story;
        this.gate = new Turnstile(storm.time(), life, storm.apart());
        this.life = life;
        this.system = system;
        this.witness = witness;
        this.tokens = new TokenCache(life::clock, ignored -> signIn());
    }

    static <T> T to(Class<T> port, T system, Storm storm, Life life, Story story, Witness witness) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, new RemoteLine<>(storm, life, system, story, witness)));
    }

    /** What is known on this side of the line. */
    private Object local(Method method, Object[] given) {
        try {
            return method.invoke(system, given);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletionStage<Outcome<Token>> signIn() {
        CompletableFuture<Outcome<Token>> answer = new CompletableFuture<>();
        storm.time()
                .after(
                        storm.hop().plus(storm.hop()),
                        () -> answer.complete(Outcome.done(new Token(
                                Integer.toString(storm.tokenGeneration()),
                                life.clock().plusSeconds(3_000),
                                Optional.empty()))));
        return answer;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        Object[] given = arguments == null ? new Object[0] : arguments;
        if (given.length == 1 && given[0] instanceof InvoiceInquiry inquiry) {
            return new InvoiceReadAhead((InvoiceReadings) proxy, inquiry, Optional.empty());
        }
        if (!CompletionStage.class.isAssignableFrom(method.getReturnType())) {
            return local(method, given);
        }
        CompletableFuture<Object> answer = new CompletableFuture<>();
        for (int i = 0; i < given.length; i++) {
            if (given[i] instanceof Intent<?> intent) {
                int place = i;
                gate.pass(() -> write(method, given, place, intent, answer), away -> finish(answer, throttled(away)));
                return method.getGenericReturnType().getTypeName().contains(InvoiceWrite.class.getName())
                        ? answer.thenApply(RemoteLine::written)
                        : answer;
            }
        }
        gate.pass(() -> read(method, given, answer, true), away -> finish(answer, throttled(away)));
        return answer;
    }

    /** What becomes of a write on its way says no more than an outcome. */
    @SuppressWarnings("unchecked") // a write of an invoice has a text as its outcome
    private static InvoiceWrite written(Object said) {
        return said instanceof InvoiceWrite write ? write : new InvoiceWrite((Outcome<String>) said, Optional.empty());
    }

    private static boolean done(Object said) {
        return said instanceof Outcome.Done<?>
                || (said instanceof InvoiceWrite write && write.outcome() instanceof Outcome.Done<?>);
    }

    private void read(Method method, Object[] arguments, CompletableFuture<Object> answer, boolean mayRenew) {
        if (storm.throttles()) {
            Duration away = storm.awayFor();
            gate.close(away);
            finish(answer, throttled(away));
            return;
        }
        if (storm.isAway()) {
            finish(answer, Outcome.notNow(Problem.of(ProblemCode.UNREACHABLE, "", "Nobody answers.")));
            return;
        }
        life.await(tokens.token()).onSuccess(token -> {
            Token used = ((Outcome.Done<Token>) token).value();
            storm.time().after(storm.hop(), () -> {
                if (storm.strikesDead(life)) {
                    return;
                }
                if (!used.value().equals(Integer.toString(storm.tokenGeneration()))) {
                    storm.time()
                            .after(
                                    storm.hop(),
                                    () -> life.post(() -> {
                                        tokens.refuse(used);
                                        if (mayRenew) {
                                            read(method, arguments, answer, false);
                                        } else {
                                            answer.complete(Outcome.notNow(
                                                    Problem.of(ProblemCode.CREDENTIALS_REFUSED, "", "401 again.")));
                                        }
                                    }));
                    return;
                }
                Object outcome = call(method, arguments);
                if (storm.losesAnswer()) {
                    // The only write without an intent is the removal of a file, which may be repeated.
                    finish(answer, Outcome.notNow(Problem.of(ProblemCode.NO_ANSWER, "", "The answer was lost.")));
                } else {
                    finish(answer, outcome);
                }
            });
        });
    }

    private void write(
            Method method, Object[] arguments, int place, Intent<?> intent, CompletableFuture<Object> answer) {
        if (storm.throttles()) {
            Duration away = storm.awayFor();
            gate.close(away);
            finish(answer, throttled(away));
            return;
        }
        // The journal's answer arrives on the process; what it stored leaves in the same breath.
        life.await(tokens.token())
                .onSuccess(token -> intent.store().whenComplete((value, failure) -> {
                    if (failure != null) {
                        answer.complete(Outcome.notNow(Intent.notStored()));
                        return;
                    }
                    if (value.isEmpty()) {
                        answer.complete(Outcome.notNow(Intent.withdrawn()));
                        return;
                    }
                    if (storm.strikesDead(life)) {
                        return;
                    }
                    Object[] sent = arguments.clone();
                    sent[place] = Intent.stored(value.get());
                    if (storm.isAway()) {
                        finish(answer, Outcome.notNow(Problem.of(ProblemCode.UNREACHABLE, "", "Nobody answers.")));
                    } else {
                        send(method, sent, intent, ((Outcome.Done<Token>) token).value(), answer, true);
                    }
                }));
    }

    private void send(
            Method method,
            Object[] sent,
            Intent<?> intent,
            Token token,
            CompletableFuture<Object> answer,
            boolean mayRenew) {
        witness.leaves(method.getName(), sent);
        story.tell("leaves " + method.getName(), sent);
        Storm.WriteFate fate = storm.fateOfWrite();
        if (fate == Storm.WriteFate.LOST) {
            lose(answer);
            return;
        }
        Duration onTheWay = fate == Storm.WriteFate.LATE ? storm.lateness() : storm.hop();
        if (fate == Storm.WriteFate.LATE) {
            lose(answer);
        }
        storm.time().after(onTheWay, () -> {
            if (!token.value().equals(Integer.toString(storm.tokenGeneration())) && fate != Storm.WriteFate.LATE) {
                life.post(() -> renewed(method, sent, intent, token, answer, mayRenew));
                return;
            }
            Object outcome = storm.refuses(method.getName())
                    ? Outcome.refused(Problem.named(Storm.REFUSED, "", "The folder takes nothing now."))
                    : call(method, sent);
            if (done(outcome)) {
                witness.arrived(method.getName(), sent);
            }
            if (storm.strikesDead(life) || fate == Storm.WriteFate.LATE) {
                return;
            }
            if (fate == Storm.WriteFate.ANSWER_LOST && done(outcome)) {
                lose(answer);
            } else {
                finish(answer, outcome);
            }
        });
        if (storm.strikesDead(life)) {
            // It is on its way all the same.
            return;
        }
    }

    private void renewed(
            Method method,
            Object[] sent,
            Intent<?> intent,
            Token token,
            CompletableFuture<Object> answer,
            boolean mayRenew) {
        tokens.refuse(token);
        if (!mayRenew) {
            answer.complete(Outcome.notNow(Problem.of(ProblemCode.CREDENTIALS_REFUSED, "", "401 again.")));
            return;
        }
        life.await(tokens.token()).onSuccess(fresh -> {
            if (intent.stands()) {
                send(method, sent, intent, ((Outcome.Done<Token>) fresh).value(), answer, false);
            } else {
                answer.complete(Outcome.notNow(Intent.withdrawn()));
            }
        });
    }

    private void lose(CompletableFuture<Object> answer) {
        storm.time()
                .after(
                        storm.patience(),
                        () -> life.post(() -> answer.complete(
                                Outcome.unknown(Problem.of(ProblemCode.NO_ANSWER, "", "The answer was lost.")))));
    }

    private static Object throttled(Duration away) {
        return new Outcome.NotNow<>(Problem.of(ProblemCode.THROTTLED, "", "Come back later."), Optional.of(away));
    }

    private void finish(CompletableFuture<Object> answer, Object outcome) {
        story.tell("    says", outcome);
        storm.time().after(storm.hop(), () -> life.post(() -> answer.complete(outcome)));
    }

    private Object call(Method method, Object[] arguments) {
        story.tell("arrives " + method.getName(), arguments);
        try {
            return ((CompletionStage<?>) method.invoke(system, arguments))
                    .toCompletableFuture()
                    .join();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
