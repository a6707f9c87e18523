package io.mlconnector.benchmarks.load;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.RequestLog;
import io.mlconnector.verification.demo.Demo;
import io.mlconnector.verification.demo.DemoSummary;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the demo's scenario over real HTTP and real PostgreSQL and prints what a document costs: calls to each remote
 * system, SQL round trips, time and bytes. The pace is that of the scenario and of Cleo's rate limit, so times are those of
 * documents waiting their turn, not of the program at its limit.
 */
public final class LoadRun {

    private LoadRun() {}

    /**
     * Runs.
     *
     * @param arguments a seed; default 1
     */
    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        Meter meter = new Meter();
        Vertx vertx = Vertx.builder()
                .withMetrics(options -> meter)
                .with(meter.options())
                .build();
        Vertx twinLoops = Vertx.vertx();
        Path folder = Files.createTempDirectory("ml-connector-load");
        try {
            Demo demo = await(Demo.start(
                    vertx,
                    twinLoops,
                    TwinOptions.demo(seed).withDynamicsPort(0).withCleoPort(0).withPace(Duration.ofMillis(1)),
                    folder,
                    line -> {}));
            long begin = System.nanoTime();
            long sqlBefore = meter.sql();
            demo.play();
            DemoSummary summary = await(demo.settled(Duration.ofMinutes(5)));
            double seconds = (System.nanoTime() - begin) / 1e9;
            print(seed, seconds, meter, sqlBefore, demo.record(), await(demo.conditions()), summary);
            rate(demo.requests());
            await(demo.stop());
        } finally {
            await(vertx.close());
            await(twinLoops.close());
            delete(folder);
        }
    }

    private static void print(
            long seed,
            double seconds,
            Meter meter,
            long sqlBefore,
            TwinRecord record,
            Map<Condition, Long> conditions,
            DemoSummary summary) {
        long documents = conditions.values().stream().mapToLong(Long::longValue).sum();
        int orders = record.uploads().size();
        int invoices = record.invoices().size();
        out(String.format(
                Locale.ROOT,
                "seed %d: %d documents in %.1f s, of them %d orders delivered, %d invoices posted; records %s",
                seed,
                documents,
                seconds,
                orders,
                invoices,
                summary.differences().isEmpty() ? "agree" : "DO NOT AGREE: " + summary.differences()));
        out(String.format(Locale.ROOT, "%-52s %8s %10s", "", "in all", "a document"));
        row("calls to F&O", calls(record, "DYNAMICS"), documents);
        row("calls to Cleo", calls(record, "CLEO"), documents);
        row("SQL round trips", meter.sql() - sqlBefore, documents);
        row("bytes sent over HTTP", meter.sent(), documents);
        row("bytes received over HTTP", meter.received(), documents);
        out(String.format(Locale.ROOT, "%-52s %8.1f %10.3f", "seconds", seconds, seconds / documents));
        out(String.format(Locale.ROOT, "%n%-52s %8s %10s", "calls by path", "in all", "each"));
        record.calls().forEach((call, count) -> {
            boolean ofOrders = call.contains("Confirmation") || call.contains("POST /api/folders");
            boolean ofInvoices = call.contains("Invoice") || call.contains("batch") || call.contains("content");
            int of = ofOrders ? orders : ofInvoices ? invoices : orders + invoices;
            out(String.format(
                    Locale.ROOT,
                    "%-52s %8d %10.2f per %s",
                    call,
                    count,
                    (double) count / Math.max(1, of),
                    ofOrders ? "order" : ofInvoices ? "invoice" : "document"));
        });
    }

    /** How the limit of Cleo's path to folders was kept, and how much of it was used while there was a backlog. */
    private static void rate(RequestLog requests) {
        String folders = "folders";
        out(String.format(
                Locale.ROOT,
                "%n%-52s %8d (limit 5)",
                "most requests to /folders in any second",
                requests.mostInAnySecond(FaultPlan.System.CLEO, folders)));
        double average = requests.busiestAverage(FaultPlan.System.CLEO, folders, Duration.ofSeconds(10));
        out(String.format(
                Locale.ROOT,
                "%-52s %8.2f = %.1f %% of the limit",
                "requests a second to it in the busiest 10 seconds",
                average,
                average / 5 * 100));
    }

    private static long calls(TwinRecord record, String system) {
        return record.calls().entrySet().stream()
                .filter(call -> call.getKey().startsWith(system))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static void row(String what, long count, long documents) {
        out(String.format(Locale.ROOT, "%-52s %8d %10.2f", what, count, (double) count / Math.max(1, documents)));
    }

    private static void out(String line) {
        System.out.println(line);
    }

    private static <T> T await(Future<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(6, TimeUnit.MINUTES);
    }

    private static void delete(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (Path one : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
