package io.mlconnector.benchmarks.calls;

import io.mlconnector.benchmarks.load.Meter;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.twin.http.LoggedRequest;
import io.mlconnector.verification.measure.MeasuredDocuments;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints what documents cost: requests to F&O for orders and invoices of several lengths, by a daemon that has just started and by one
 * that knows their items; bytes of an idle poll; the time from a Business Event to the uploaded file; and how soon a hook answers.
 */
public final class CallsRun {

    private static final List<Integer> SIZES = List.of(1, 20, 200, 2_000);
    private static final int EVENTS = 50;
    private static final int POLLED = 200;
    private static final int HOOKS_PER_SECOND = 200;
    private static final int HOOK_SECONDS = 10;

    private CallsRun() {}

    /**
     * The program.
     *
     * @param arguments which parts: {@code calls}, {@code events}, {@code hooks}, {@code poll}; all of them without any
     */
    public static void main(String[] arguments) throws Exception {
        Installation installation = new Installation(Files.createTempDirectory("ml-connector-calls"));
        try {
            MeasuredDocuments documents = new MeasuredDocuments(installation.twin());
            if (wanted(arguments, "calls")) {
                calls(installation, documents);
            }
            if (wanted(arguments, "events")) {
                events(installation, documents);
            }
            if (wanted(arguments, "hooks")) {
                hooks(installation);
            }
            if (wanted(arguments, "poll")) {
                poll(installation, documents);
            }
        } finally {
            installation.close();
        }
        System.exit(0);
    }

    private static boolean wanted(String[] arguments, String part) {
        return arguments.length == 0 || List.of(arguments).contains(part);
    }

    private static void calls(Installation installation, MeasuredDocuments documents) throws Exception {
        out(String.format(Locale.ROOT, "%-40s %8s %8s", "requests to F&O, writes included", "cold", "warm"));
        for (int lines : SIZES) {
            installation.start(Vertx.vertx(), "10m", "200ms");
            long cold = invoice(installation, documents, "C", lines);
            long warm = invoice(installation, documents, "W", lines);
            row("an invoice of " + lines + " lines", cold, warm);
        }
        for (int lines : SIZES) {
            installation.start(Vertx.vertx(), "10m", "10m");
            long cold = order(installation, documents, "OC-" + lines, lines);
            long warm = order(installation, documents, "OW-" + lines, lines);
            row("an order of " + lines + " lines", cold, warm);
        }
    }

    private static long invoice(Installation installation, MeasuredDocuments documents, String kind, int lines)
            throws Exception {
        String number = "INV-" + kind + "-" + lines;
        documents.order("PO-" + kind + "-" + lines, lines);
        long before = documents.calls();
        documents.invoice(number, "PO-" + kind + "-" + lines, lines);
        Installation.until(
                "invoice " + number + " settles",
                () -> installation.documents().stream()
                        .anyMatch(document -> document.keys().invoiceNumber().equals(number)
                                && document.condition().settled()));
        installation.documents().stream()
                .filter(document ->
                        document.keys().invoiceNumber().equals(number) && document.condition() != Condition.DONE)
                .forEach(document -> {
                    throw new IllegalStateException(
                            "Invoice " + number + " is " + document.condition() + ": " + document.reason());
                });
        return documents.calls() - before;
    }

    private static long order(Installation installation, MeasuredDocuments documents, String number, int lines)
            throws Exception {
        documents.order(number, lines);
        long before = documents.calls();
        long begin = System.nanoTime();
        documents.confirm(number);
        Installation.until(
                "order " + number + " is uploaded",
                () -> documents.uploadedAfter(begin).isPresent());
        return documents.calls() - before;
    }

    private static void events(Installation installation, MeasuredDocuments documents) throws Exception {
        installation.start(Vertx.vertx(), "10m", "10m");
        List<Double> taken = new ArrayList<>();
        for (int i = -EVENTS; i < EVENTS; i++) {
            String number = "EV-" + (i + EVENTS);
            documents.order(number, 20);
            long begin = System.nanoTime();
            documents.confirm(number);
            Installation.until(
                    "order " + number + " is uploaded",
                    () -> documents.uploadedAfter(begin).isPresent());
            if (i >= 0) {
                taken.add((documents.uploadedAfter(begin).orElseThrow() - begin) / 1e6);
            }
        }
        percentiles("from the Business Event to the uploaded file", taken);
    }

    private static void hooks(Installation installation) throws Exception {
        installation.start(Vertx.vertx(), "10m", "10m");
        URI hook = URI.create("http://127.0.0.1:" + installation.port() + "/hooks/dynamics/demo/demo-events");
        try (HttpClient http = HttpClient.newHttpClient()) {
            send(http, hook, 5);
            percentiles("202 of a hook, at " + HOOKS_PER_SECOND + " a second", send(http, hook, HOOK_SECONDS));
        }
    }

    private static List<Double> send(HttpClient http, URI hook, int seconds) {
        List<Double> taken = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<?>> all = new ArrayList<>();
        long begin = System.nanoTime();
        long apart = TimeUnit.SECONDS.toNanos(1) / HOOKS_PER_SECOND;
        for (int i = 0; i < seconds * HOOKS_PER_SECOND; i++) {
            long due = begin + i * apart;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            HttpRequest request = HttpRequest.newBuilder(hook)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"BusinessEventId\":\"PurchaseOrderConfirmedBusinessEvent\",\"BusinessEventLegalEntity\":\"usmf\","
                                    + "\"ControlNumber\":" + i + ",\"EventId\":\"E-" + i
                                    + "\",\"LegalEntity\":\"usmf\",\"PurchaseOrderNumber\":\"EV-" + i % EVENTS + "\"}"))
                    .build();
            all.add(http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .thenAccept(answer -> {
                        // What is turned away for its number is no answer to an event, and told with the rest.
                        if (answer.statusCode() == 202) {
                            taken.add((System.nanoTime() - due) / 1e6);
                        }
                    }));
        }
        all.forEach(CompletableFuture::join);
        out(String.format(Locale.ROOT, "%-60s %8d of %d", "hooks answered with 202", taken.size(), all.size()));
        return taken;
    }

    /** Only F&O is asked: folders are not looked into meanwhile. */
    private static void poll(Installation installation, MeasuredDocuments documents) throws Exception {
        Meter meter = new Meter();
        for (int i = 1; i <= POLLED; i++) {
            documents.confirmForAStranger(i);
        }
        long confirmations = installation.twin().dynamics().confirmations().size();
        Vertx loops = Vertx.builder()
                .withMetrics(options -> meter)
                .with(meter.options())
                .build();
        installation.start(loops, "300ms", "10m");
        TimeUnit.SECONDS.sleep(10);
        long polls = polls(documents);
        long received = meter.received();
        TimeUnit.SECONDS.sleep(5);
        double each = (double) (meter.received() - received) / (polls(documents) - polls) / confirmations;
        out(String.format(
                Locale.ROOT, "%-60s %8.0f", "bytes of an idle poll for each confirmation, not compressed", each));
    }

    private static long polls(MeasuredDocuments documents) {
        return documents
                .requests()
                .map(LoggedRequest::path)
                .filter(path -> path.endsWith("ConfirmationHeaders"))
                .count();
    }

    private static void percentiles(String what, List<Double> taken) {
        double[] sorted = taken.stream().mapToDouble(one -> one).sorted().toArray();
        out(String.format(
                Locale.ROOT,
                "%-60s p50 %.1f ms, p99 %.1f ms",
                what,
                sorted[sorted.length / 2],
                sorted[(int) Math.ceil(sorted.length * 0.99) - 1]));
    }

    private static void row(String what, long cold, long warm) {
        out(String.format(Locale.ROOT, "%-40s %8d %8d", what, cold, warm));
    }

    private static void out(String line) {
        System.out.println(line);
    }
}
