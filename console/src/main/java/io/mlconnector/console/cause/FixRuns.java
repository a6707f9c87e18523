package io.mlconnector.console.cause;

import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.CauseFixing;
import io.mlconnector.engine.cause.FixProgress;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The fixes of this daemon: those under way, and the last ones. What became of each document stands in its history for good. */
public final class FixRuns {

    /** Earlier ones are forgotten. */
    private static final int MOST = 20;

    private final Supplier<Future<CrossReferences>> known;
    private final InstantSource clock;
    private final CauseFixing fixes;
    private final Map<String, FixRun> runs = new LinkedHashMap<>();
    private long number;

    /** None yet. */
    public FixRuns(Workplace workplace) {
        this(
                () -> workplace
                        .looking()
                        .onContext(workplace.looking().crossReferences().all()),
                workplace.looking().clock(),
                workplace.fixes());
    }

    FixRuns(Supplier<Future<CrossReferences>> known, InstantSource clock, CauseFixing fixes) {
        this.known = known;
        this.clock = clock;
        this.fixes = fixes;
    }

    /** The newest first. */
    List<FixRun> all() {
        return new ArrayList<>(runs.values()).reversed();
    }

    Optional<FixRun> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /**
     * Begins a fix. Comes back as soon as it is known that it fits, and goes on by itself; fails as
     * {@link CauseFixing#fix} does if it does not fit.
     *
     * @param outbound whether the documents of the cause go out
     */
    Future<FixRun> begin(CauseFix fix, boolean outbound, String operator, String reason) {
        return known.get().compose(before -> {
            Optional<CrossReference> entered = reference(fix, outbound)
                    .filter(wanted ->
                            before.all().stream().noneMatch(one -> one.key().equals(wanted.key())));
            FixRun run = new FixRun(Long.toString(++number), fix, operator, clock.instant(), entered);
            Promise<FixRun> begun = Promise.promise();
            fixes.fix(fix, operator, reason, new FixProgress() {
                        @Override
                        public void begins(int documents) {
                            run.begins(documents);
                            keep(run);
                            begun.tryComplete(run);
                        }

                        @Override
                        public void became(CauseFixing.Became one) {
                            run.became(one);
                        }
                    })
                    .onSuccess(fixed -> run.end(fixed.more()))
                    .onFailure(failure -> {
                        run.fail(
                                "It broke off; the log says why. Those that are not done still stand still: fix them again.");
                        begun.tryFail(failure);
                    });
            return begun.future();
        });
    }

    private void keep(FixRun run) {
        runs.put(run.id(), run);
        if (runs.size() > MOST) {
            runs.remove(runs.keySet().iterator().next());
        }
    }

    private static Optional<CrossReference> reference(CauseFix fix, boolean outbound) {
        if (!(fix.way() instanceof CauseFix.Translate way)) {
            return Optional.empty();
        }
        try {
            return MissingTranslation.of(fix.causeKey(), outbound)
                    .map(missing -> missing.by(way.means(), way.legalEntity(), way.from()));
        } catch (IllegalArgumentException e) {
            // That it cannot be a word of its kind is told by the fix itself.
            return Optional.empty();
        }
    }
}
