package io.mlconnector.engine.simulation;

import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.JournalUnavailableException;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The line between one process and the journal's database: each call takes its time there and back, may fail before or after it
 * took effect, and the process may die at either moment.
 */
final class JournalLine implements InvocationHandler {

    private final Storm storm;
    private final Life life;
    private final Journal database;
    private final Story story;

    private JournalLine(Storm storm, Life life, Journal database, Story story) {
        this.storm = storm;
        this.story = story;
        this.life = life;
        this.database = database;
    }

    static Journal to(Journal database, Storm storm, Life life, Story story) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(),
                new Class<?>[] {Journal.class},
                new JournalLine(storm, life, database, story));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        storm.time().after(storm.hop(), () -> arrive(method, arguments, answer));
        return answer;
    }

    private void arrive(Method method, Object @Nullable [] arguments, CompletableFuture<Object> answer) {
        if (!life.alive() || storm.strikesDead(life)) {
            story.tell("journal " + method.getName() + " from the dead");
            // The connection broke before the commit.
            return;
        }
        if (storm.journalFails()) {
            story.tell("journal " + method.getName() + " fails");
            fail(answer);
            return;
        }
        Object value;
        try {
            value = ((CompletionStage<?>) method.invoke(database, arguments))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException | InvocationTargetException e) {
            storm.time().after(storm.hop(), () -> life.post(() -> answer.completeExceptionally(e)));
            return;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        story.tell("journal " + method.getName(), arguments == null ? new Object[0] : arguments);
        story.tell("    says", value);
        if (storm.strikesDead(life)) {
            return;
        }
        if (storm.journalFails()) {
            fail(answer);
            return;
        }
        storm.time().after(storm.hop(), () -> life.post(() -> answer.complete(value)));
    }

    private void fail(CompletableFuture<Object> answer) {
        storm.time()
                .after(
                        storm.hop(),
                        () -> life.post(() -> answer.completeExceptionally(
                                new JournalUnavailableException("The connection broke", new IOException("reset")))));
    }
}
