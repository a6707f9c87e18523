package io.mlconnector.benchmarks.console;

import io.mlconnector.postgres.address.ConnectOptions;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.lifecycle.Daemon;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints how long the pages of the console take with very many documents in the journal, each asked for again and again by one
 * reader: the middle, the 95th of 100, and the size of the page.
 */
public final class ConsoleRun {

    private static final int TIMES = 40;
    private static final long PATIENCE_MINUTES = 30;

    private ConsoleRun() {}

    /**
     * The program.
     *
     * @param arguments how many documents; 1,000,000 without any. A second one names a folder whose data are gone on with
     */
    public static void main(String[] arguments) throws Exception {
        long documents = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("ml-connector-console");
        Vertx vertx = Vertx.vertx();
        Twin twin = await(Twin.start(
                vertx, TwinOptions.demo(42).withDynamicsPort(0).withCleoPort(0).withPace(Duration.ofMillis(20))));
        DaemonResources resources = await(DaemonResources.open(
                vertx,
                ConfigurationReader.parse(DemoConfiguration.yaml(twin, ".", 0), "console.yaml", folder),
                InstantSource.system()));
        Daemon daemon = await(Daemon.start(resources));
        twin.play();
        TimeUnit.SECONDS.sleep(60);
        long began = System.nanoTime();
        long there = await(ManyDocuments.fill(
                resources.database().pool(),
                documents,
                statements -> vertx.executeBlocking(
                        () -> slowly(folder, resources.database().pool(), statements))));
        System.out.printf(
                Locale.ROOT, "%,d documents after %d s%n", there, (System.nanoTime() - began) / 1_000_000_000);
        System.out.println(await(resources
                        .database()
                        .pool()
                        .query(
                                "select pg_size_pretty(pg_total_relation_size('document')) || ' with indexes, search texts '"
                                        + " || pg_size_pretty(pg_total_relation_size('document_text')) as size")
                        .execute())
                .iterator()
                .next()
                .getString("size"));
        try {
            pages(daemon);
        } catch (IllegalStateException e) {
            // The loops of the daemon would keep the program and its database alive.
            System.err.println(e.getMessage());
            System.exit(1);
        }
        await(daemon.stop());
        await(twin.stop());
        System.exit(0);
    }

    /** Over a connection of its own, which may be silent for long. */
    private static @Nullable Void slowly(Path folder, Pool pool, List<String> statements) throws Exception {
        Row where = await(pool.query("select current_user::text, inet_server_port()")
                        .execute())
                .iterator()
                .next();
        Path password;
        try (Stream<Path> files = Files.walk(folder)) {
            password =
                    files.filter(file -> file.endsWith("password")).findFirst().orElseThrow();
        }
        DatabaseAddress address = new DatabaseAddress(
                "127.0.0.1",
                where.getInteger(1),
                where.getString(0),
                where.getString(0),
                Files.readString(password).strip());
        try (Connection connection = DriverManager.getConnection(
                        ConnectOptions.jdbcUrl(address), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '512MB'");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return null;
    }

    private static void pages(Daemon daemon) throws Exception {
        String address = "http://127.0.0.1:" + daemon.port();
        HttpClient reader = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        get(reader, address + daemon.consoleLink("demo"));
        String held = get(reader, address + "/documents?condition=held").body();
        String one = link(held, "/documents/");
        String causes = get(reader, address + "/causes").body();
        String cause =
                causes.replaceAll("(?s).*?href=\"(/causes/fix[^\"]+)\".*", "$1").replace("&amp;", "&");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("Today", "/");
        pages.put("Documents", "/documents");
        pages.put("Documents, held", "/documents?condition=held");
        pages.put("Documents of a partner, overdue", "/documents?partner=acme&acknowledgement=overdue");
        pages.put("Documents, a number", "/documents?q=USMF-000105-4711");
        pages.put("Documents, a part of a number", "/documents?q=0105-47");
        pages.put("Documents, nothing found", "/documents?q=no-such-number");
        pages.put("Documents, an item", "/documents?q=ITEM-4711");
        pages.put("Documents, an item of a partner", "/documents?q=item-471+globex");
        pages.put("Documents, a word that most have", "/documents?q=acme");
        pages.put("Documents, two such words", "/documents?q=acme+usmf");
        pages.put("Documents, two letters", "/documents?q=QZ");
        pages.put("Documents, a reason", "/documents?q=nothing+says+that+both+are+the+same");
        pages.put("Documents, half a sentence", "/documents?q=are+the+same");
        pages.put("Documents, words that never meet", "/documents?q=ITEM-4711+unknown-word");
        pages.put("Documents, frequent ones that never", "/documents?q=acme+globex");
        pages.put("Documents of a partner, another one's", "/documents?q=acme&partner=globex");
        pages.put(
                "Documents, of ten old days",
                "/documents?from=" + LocalDate.now(ZoneOffset.UTC).minusDays(60) + "&to="
                        + LocalDate.now(ZoneOffset.UTC).minusDays(50));
        pages.put("Find while writing", "/documents/find?q=0105-47");
        pages.put("A document", one);
        pages.put("Causes", "/causes");
        pages.put("Fix a cause", cause);
        pages.put("Connections", "/connections");
        pages.put("Orders and their answers", "/orders");
        pages.put("Orders of a partner", "/orders?partner=acme");
        pages.put("Orders whose turn is the partner's", "/orders?turn=the-partner%27s");
        pages.put("Orders whose turn is ours", "/orders?turn=ours");
        pages.put("Orders, a part of a number", "/orders?q=0105-47");
        pages.put("An order", link(get(reader, address + "/orders").body(), "/orders/"));
        pages.put("Partners", "/partners");
        pages.put("A partner", link(get(reader, address + "/partners").body(), "/partners/"));
        pages.put("Cross-references", "/cross-references");
        pages.put("Received files", "/files");
        pages.put("Received files, a part of a name", "/files?q=4711_");
        pages.put("Received files of a partner", "/files?partner=acme&q=edi");
        pages.put("Received files, nothing found", "/files?q=no-such-file");
        pages.put("A received file", link(get(reader, address + "/files").body(), "/files/"));
        pages.put("Audit", "/audit");
        pages.put("Audit of a person", "/audit?person=joe");
        pages.put("The day", "/audit/day");
        pages.put("X12 workbench", "/x12");
        pages.put("Settings", "/settings");
        pages.put("Files for programs, nothing found", "/api/v1/files?q=no-such-file");
        pages.put("Causes for programs", "/api/v1/causes");
        pages.put("Documents for programs, a number", "/api/v1/documents?q=USMF-000105-4711");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            measure(page.getKey(), () -> get(reader, address + page.getValue()));
        }
        // What an action on many would do: to a page of the list, and to all that match, which are counted and named.
        for (String query : List.of("condition=held", "partner=acme", "q=acme")) {
            measure(
                    "Impact on all of " + query,
                    () -> post(
                            reader,
                            address + "/documents/forecast",
                            "everything=on&verb=assign&query=" + query.replace("=", "%3D")));
        }
    }

    private interface Asked {
        HttpResponse<String> answer() throws Exception;
    }

    private static void measure(String name, Asked asked) throws Exception {
        List<Double> millis = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            HttpResponse<String> answer = asked.answer();
            millis.add((System.nanoTime() - from) / 1e6);
            size = answer.body().length();
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-36s p50 %7.1f ms  p95 %7.1f ms  %6.1f kB%n",
                name,
                millis.get(TIMES / 2),
                millis.get(TIMES * 95 / 100),
                size / 1000.0);
    }

    /** Where the first row of a list leads. */
    private static String link(String page, String to) {
        Matcher found = Pattern.compile("data-row=.*?href=\"(" + Pattern.quote(to) + "[^\"]+)\"", Pattern.DOTALL)
                .matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No row leads to " + to);
        }
        return found.group(1).replace("&amp;", "&");
    }

    private static HttpResponse<String> get(HttpClient reader, String address) throws Exception {
        return answered(reader, request(address).build());
    }

    private static HttpResponse<String> post(HttpClient reader, String address, String form) throws Exception {
        return answered(
                reader,
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", address.replaceAll("(?<=[0-9])/.*", ""))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + DemoConfiguration.TOKEN);
    }

    private static HttpResponse<String> answered(HttpClient reader, HttpRequest request) throws Exception {
        HttpResponse<String> answer = reader.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " was answered with " + answer.statusCode());
        }
        return answer;
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    }
}
