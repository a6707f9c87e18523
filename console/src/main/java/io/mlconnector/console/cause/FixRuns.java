package io.mlconnector.console.cause;

import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.takingback.TakeBack;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.cause.CauseFix;
import io.mlconnector.engine.cause.CauseFixing;
import io.mlconnector.engine.cause.FixMark;
import io.mlconnector.engine.cause.FixProgress;
import io.mlconnector.engine.cause.FixRecord;
import io.mlconnector.engine.cause.FixUndo;
import io.mlconnector.engine.loop.BrokenOff;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Fixes: those under way in this daemon, and those that the journal tells of, whichever daemon did them. */
public final class FixRuns {

    private static final Logger LOG = Logger.getLogger(FixRuns.class.getName());

    /** Earlier ones are not listed; they are still found by their address. */
    private static final int MOST = 20;

    private final Supplier<Future<List<String>>> newest;
    private final Function<String, Future<Optional<FixRecord>>> stored;
    private final InstantSource clock;
    private final CauseFixing fixes;
    private final Map<String, FixRun> runs = new LinkedHashMap<>();

    /** Over this workplace. */
    public FixRuns(Workplace workplace) {
        this(
                () -> newest(workplace.looking()),
                id -> FixUndo.find(workplace.looking(), id),
                workplace.looking().clock(),
                workplace.fixes());
    }

    FixRuns(
            Supplier<Future<List<String>>> newest,
            Function<String, Future<Optional<FixRecord>>> stored,
            InstantSource clock,
            CauseFixing fixes) {
        this.newest = newest;
        this.stored = stored;
        this.clock = clock;
        this.fixes = fixes;
    }

    private static Future<List<String>> newest(Engine looking) {
        return looking.onContext(looking.journal().fixes(MOST))
                .map(acts -> acts.stream()
                        .map(act -> act.entry().details().getOrDefault(TakeBack.Fix.NAME, ""))
                        .toList());
    }

    /** The newest first. */
    Future<List<FixRun>> all() {
        return newest.get().compose(ids -> {
            Map<String, FixRun> all = new TreeMap<>(runs);
            Future<Void> read = Future.succeededFuture();
            for (String id : ids) {
                read = read.compose(ignored -> find(id)).map(found -> {
                    found.ifPresent(run -> all.put(id, run));
                    return null;
                });
            }
            return read.map(ignored -> new ArrayList<>(all.values())
                    .reversed().stream().limit(MOST).toList());
        });
    }

    /** With what was taken back of it meanwhile, here or elsewhere. */
    Future<Optional<FixRun>> find(String id) {
        return stored.apply(id).map(record -> {
            Optional<FixRun> here = Optional.ofNullable(runs.get(id));
            record.ifPresent(found -> here.ifPresent(run -> run.stored(found)));
            return here.or(() -> record.map(found -> FixRun.of(found, clock.instant())));
        });
    }

    /**
     * Begins a fix. Comes back as soon as it is known that it fits, and goes on by itself; fails as
     * {@link CauseFixing#fix} does if it does not fit.
     */
    Future<FixRun> begin(CauseFix fix, String operator, String reason) {
        Promise<FixRun> begun = Promise.promise();
        List<FixRun> one = new ArrayList<>();
        fixes.fix(fix, operator, reason, new FixProgress() {
                    @Override
                    public void begins(FixMark mark) {
                        FixRun run = new FixRun(mark, operator, clock.instant());
                        one.add(run);
                        keep(run);
                        begun.tryComplete(run);
                    }

                    @Override
                    public void became(CauseFixing.Became document) {
                        one.forEach(run -> run.became(document));
                    }
                })
                .onSuccess(fixed -> one.forEach(run -> run.end(fixed.more())))
                .onFailure(failure -> {
                    one.forEach(run -> {
                        BrokenOff.log(LOG, "The fix of " + run.causeKey() + " broke off", failure);
                        run.fail(
                                "It broke off; the log says why. Those that are not done still stand still: fix them again.");
                    });
                    begun.tryFail(failure);
                });
        return begun.future();
    }

    private void keep(FixRun run) {
        runs.put(run.id(), run);
        if (runs.size() > MOST) {
            runs.remove(runs.keySet().iterator().next());
        }
    }
}
