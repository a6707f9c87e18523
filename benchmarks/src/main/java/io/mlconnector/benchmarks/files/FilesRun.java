package io.mlconnector.benchmarks.files;

import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.LoggedRequest;
import io.mlconnector.twin.scenario.Partner;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.mlconnector.verification.measure.MeasuredDocuments;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Prints what many files of one folder of Cleo cost: how long taking them lasts, as a ratio to what the rate limit allows; how often
 * a large folder with few new files is asked for; and the time from a hook to the posted invoice. The daemon runs in a process of its
 * own with {@value DaemonProcess#HEAP} MiB of heap.
 */
public final class FilesRun {

    /** Requests a second that the simulated Cleo allows on one path, and that the daemon is told. */
    private static final int RATE = 5;

    private static final int NEW = 20;
    private static final int PAGE = 100;
    private static final int WARM_UP = 50;
    private static final int LINES = 20;
    private static final int FOLLOWED = 300;
    private static final String INVOICE_LINES = "VendorInvoiceLines";

    private FilesRun() {}

    /**
     * The program.
     *
     * @param arguments parts, each with a number or without: {@code rate=1000} (files), {@code children=10000} (files),
     *     {@code posting=200} (invoices), {@code consoles=50} (open ones); all of them without any
     */
    public static void main(String[] arguments) throws Exception {
        List<String> parts =
                arguments.length == 0 ? List.of("rate", "children", "posting", "consoles") : List.of(arguments);
        for (String part : parts) {
            String[] words = part.split("=", 2);
            switch (words[0]) {
                case "rate" -> rate(number(words, 1_000));
                case "children" -> children(number(words, 10_000));
                case "posting" -> posting(number(words, 200));
                case "consoles" -> consoles(number(words, 50));
                default -> throw new IllegalArgumentException("There is no part " + part);
            }
        }
        System.exit(0);
    }

    private static int number(String[] words, int usual) {
        return words.length > 1 ? Integer.parseInt(words[1]) : usual;
    }

    private static void rate(int files) throws Exception {
        try (Site site = new Site(RATE)) {
            for (int i = 1; i <= files; i++) {
                site.documents.order("PO-R-" + i, 1);
                site.documents.invoice("INV-R-" + i, "PO-R-" + i, 1);
            }
            DaemonProcess daemon = site.daemon("3s", RATE);
            until(files + " files are taken", 60 + files, () -> site.downloads().count() >= files);
            List<LoggedRequest> downloads = site.downloads().toList();
            long peak = daemon.stop();
            double seconds =
                    (downloads.getLast().arrivedNanos() - downloads.getFirst().arrivedNanos()) / 1e9;
            double allowed = (downloads.size() - 1) / (double) RATE;
            out(String.format(
                    Locale.ROOT,
                    "%d files at %d requests a second: %.1f s, %.3f times what the limit allows",
                    files,
                    RATE,
                    seconds,
                    seconds / allowed));
            out(String.format(
                    Locale.ROOT,
                    "%d downloads; answers 429: %d; peak heap %.1f MiB of %d",
                    downloads.size(),
                    site.refused(),
                    mib(peak),
                    DaemonProcess.HEAP));
        }
    }

    private static void children(int files) throws Exception {
        try (Site site = new Site(0)) {
            for (int i = 1; i <= files; i++) {
                site.answer(i);
            }
            DaemonProcess first = site.daemon("10m", 1_000);
            until(
                    files + " files are taken",
                    120 + files / 10,
                    () -> site.downloads().count() >= files);
            first.stop();
            for (int i = 1; i <= NEW; i++) {
                site.answer(files + i);
            }
            long downloaded = site.downloads().count();
            long listed = site.listings();
            DaemonProcess second = site.daemon("10m", 1_000);
            until(NEW + " new files are taken", 120, () -> site.downloads().count() >= downloaded + NEW);
            long peak = second.stop();
            out(String.format(
                    Locale.ROOT,
                    "%d files in a folder, the last %d of them new: %d pages asked for, there are %d; %d files read; peak heap %.1f"
                            + " MiB of %d",
                    files + NEW,
                    NEW,
                    site.listings() - listed,
                    (files + NEW + PAGE - 1) / PAGE,
                    site.downloads().count() - downloaded,
                    mib(peak),
                    DaemonProcess.HEAP));
        }
    }

    private static void posting(int invoices) throws Exception {
        Posted posted = posted(invoices, 0);
        out(String.format(
                Locale.ROOT,
                "from the hook to the invoice of %d lines in F&O, %d of them: p50 %.0f ms, p99 %.0f ms; peak heap %.1f MiB of %d",
                LINES,
                invoices,
                at(posted.millis(), 0.5),
                at(posted.millis(), 0.99),
                mib(posted.peak()),
                DaemonProcess.HEAP));
    }

    private static void consoles(int open) throws Exception {
        Posted without = posted(FOLLOWED, 0);
        Posted with = posted(FOLLOWED, open);
        out(String.format(
                Locale.ROOT,
                "the same %d with %d open consoles, as a ratio to none: p50 %.3f (%.1f and %.1f ms), p99 %.3f; they received"
                        + " %.1f KiB each; peak heap %.1f MiB of %d",
                FOLLOWED,
                open,
                at(with.millis(), 0.5) / at(without.millis(), 0.5),
                at(with.millis(), 0.5),
                at(without.millis(), 0.5),
                at(with.millis(), 0.99) / at(without.millis(), 0.99),
                with.received() / 1024.0 / open,
                mib(with.peak()),
                DaemonProcess.HEAP));
    }

    /**
     * What was measured.
     *
     * @param millis from the hook to the invoice, sorted
     * @param peak of the heap, in bytes
     * @param received by open consoles, in bytes
     */
    private record Posted(List<Double> millis, long peak, long received) {}

    private static Posted posted(int invoices, int consoles) throws Exception {
        try (Site site = new Site(0)) {
            for (int i = 1; i <= WARM_UP + invoices; i++) {
                site.documents.order("PO-P-" + i, LINES);
            }
            DaemonProcess daemon = site.daemon("10m", 1_000);
            site.twin.announceFilesTo("http://127.0.0.1:" + daemon.port() + "/hooks/cleo/demo", "demo-files");
            TimeUnit.SECONDS.sleep(2);
            List<Double> taken = new ArrayList<>();
            long received;
            try (OpenConsoles open = new OpenConsoles(consoles, daemon.port(), DemoConfiguration.TOKEN)) {
                for (int i = 1; i <= WARM_UP + invoices; i++) {
                    int posted = site.twin.dynamics().count(INVOICE_LINES);
                    long begin = System.nanoTime();
                    site.documents.invoice("INV-P-" + i, "PO-P-" + i, LINES);
                    until(
                            "invoice " + i + " is posted",
                            60,
                            // A change set takes effect as a whole. Copies of all invoices would cost more than what is
                            // measured.
                            () -> site.twin.dynamics().count(INVOICE_LINES) == posted + LINES);
                    if (i > WARM_UP) {
                        taken.add((System.nanoTime() - begin) / 1e6);
                    }
                }
                received = open.received();
            }
            long peak = daemon.stop();
            Collections.sort(taken);
            return new Posted(taken, peak, received);
        }
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(part * sorted.size()) - 1));
    }

    private static double mib(long bytes) {
        return bytes / (double) (1 << 20);
    }

    private static void until(String what, long seconds, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + seconds + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static void out(String line) {
        System.out.println(line);
    }

    /** Simulators without latency, and the data of the daemons that run against them one after another. */
    private static final class Site implements AutoCloseable {

        final Vertx vertx = Vertx.vertx();
        final Path folder = Files.createTempDirectory("ml-connector-files");
        final Twin twin;
        final MeasuredDocuments documents;
        private final Partner partner;
        private final String folderId;

        /**
         * Starts them.
         *
         * @param rate requests a second on each path of Cleo; 0 for no limit
         */
        Site(int rate) throws Exception {
            TwinOptions demo = TwinOptions.demo(1).withDynamicsPort(0).withCleoPort(0);
            this.twin = await(Twin.start(
                    vertx,
                    demo.withCleo(demo.cleo().withRequestsPerSecond(rate))
                            .withDynamics(
                                    demo.dynamics().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED))));
            this.documents = new MeasuredDocuments(twin);
            this.partner = twin.scenario().partner("acme").orElseThrow();
            this.folderId = twin.cleo().folder(partner.downloadFolder());
        }

        DaemonProcess daemon(String folderPoll, int rate) throws IOException {
            return DaemonProcess.start(
                    folder,
                    DemoConfiguration.yaml(twin, ".", 0)
                            .replace("orders: {poll: 5s", "orders: {poll: 10m")
                            .replace("poll: 3s", "poll: " + folderPoll)
                            .replace("stabilityWindow: 1s", "stabilityWindow: 100ms")
                            .replace("requestsPerSecond: 5", "requestsPerSecond: " + rate)
                            .replace("headerReference: assigned", "headerReference: ours"));
        }

        private Stream<LoggedRequest> ofCleo() {
            return twin.requests().requests().stream().filter(request -> request.system() == FaultPlan.System.CLEO);
        }

        Stream<LoggedRequest> downloads() {
            return ofCleo().filter(request -> request.path().endsWith("/content") && request.status() == 200);
        }

        long listings() {
            return ofCleo().filter(request -> request.path().endsWith("/folders/" + folderId + "/children"))
                    .count();
        }

        long refused() {
            return ofCleo().filter(request -> request.status() == 429).count();
        }

        /** A file with an 855 about an order of somebody else: cheap to take, and nothing follows from it. */
        void answer(int number) {
            String control = String.format(Locale.ROOT, "%09d", number);
            String text = "ISA*00*          *00*          *" + side(partner.them()) + "*" + side(partner.us())
                    + "*260311*0800*U*00401*" + control + "*0*P*>~GS*PR*"
                    + partner.them().group() + "*"
                    + partner.us().group() + "*20260311*0800*1*X*004010~ST*855*0001~BAK*00*AD*NOBODYS-" + number
                    + "*20260310~SE*3*0001~GE*1*1~IEA*1*" + control + "~";
            twin.cleo()
                    .put(
                            partner.downloadFolder(),
                            "855_" + control + ".edi",
                            text.getBytes(StandardCharsets.ISO_8859_1));
        }

        private static String side(Partner.Side side) {
            return side.qualifier() + "*" + String.format(Locale.ROOT, "%-15s", side.id());
        }

        private static <T> T await(Future<T> future) throws Exception {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }

        @Override
        public void close() throws IOException {
            twin.stop()
                    .compose(ignored -> vertx.close())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }
}
