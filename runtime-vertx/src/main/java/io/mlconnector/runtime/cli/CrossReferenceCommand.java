package io.mlconnector.runtime.cli;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferenceChanges;
import io.mlconnector.domain.crossreference.CrossReferenceCheck;
import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.alignment.Editor;
import io.mlconnector.postgres.alignment.Overwriting;
import io.mlconnector.postgres.alignment.RecordedCrossReference;
import io.mlconnector.runtime.cause.TranslationEffects;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.crossreference.ConfiguredPlaces;
import io.mlconnector.runtime.crossreference.CrossReferenceCsv;
import io.mlconnector.runtime.crossreference.CrossReferenceJson;
import io.mlconnector.runtime.crossreference.ReferenceCheck;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.OsUser;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The alignment tables. */
@Command(
        name = "crossref",
        description = "Keeps translations between a partner's words and ours: units and items.",
        mixinStandardHelpOptions = true)
final class CrossReferenceCommand extends CommandGroup {

    /** Stands for every partner, unless a partner has that name. */
    private static final String ANY = "any";

    private static final int MOST_SHOWN = 20;
    private static final int MOST_MISTAKES = 100;

    /** A forecast of many documents asks F&O about each. */
    private static final Duration LONG = Duration.ofHours(1);

    private static final String UNCHECKED = "Enters also what F&O does not have, and asks F&O nothing.";

    /** Which translation is meant. */
    static final class Word {
        @Parameters(index = "0", paramLabel = "PARTNER", description = "A partner of the configuration, or: any.")
        private String partner = "";

        @Parameters(index = "1", paramLabel = "unit|item")
        private Kind kind = Kind.UNIT;

        @Parameters(index = "2", paramLabel = "THEIRS", description = "A unit code, or a product id such as VN:ABC-1.")
        private String theirs = "";

        @Option(names = "--legal-entity", paramLabel = "ID", description = "Only in its documents (default: in all).")
        private @Nullable String legalEntity;

        @Option(
                names = "--from",
                paramLabel = "DAY",
                description = "Only for documents of this day or later (default: for all).")
        private @Nullable LocalDate from;

        CrossReferenceScope scope(ConfiguredPlaces places) {
            boolean every = partner.equals(ANY) && !places.partners().contains(new PartnerId(ANY));
            CrossReferenceScope scope = new CrossReferenceScope(
                    every ? Optional.empty() : Optional.of(new PartnerId(partner)),
                    Optional.ofNullable(legalEntity).map(LegalEntity::new));
            places.refuseUnknown(scope);
            return scope;
        }

        CrossReference.Key key(ConfiguredPlaces places) {
            return new CrossReference.Key(scope(places), kind, theirs, Optional.ofNullable(from));
        }
    }

    @Command(
            name = "set",
            description = "Enters a translation, such as: crossref set acme unit CT ctn.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin ConfigOption config,
            @Mixin Word word,
            @Parameters(index = "3", paramLabel = "OURS", description = "A unit symbol or an item number.") String ours,
            @Option(
                            names = "--until",
                            paramLabel = "DAY",
                            description = "The last day (default: until further notice).")
                    @Nullable LocalDate until,
            @Option(names = "--replace", description = "Puts it in the place of one that says something else.")
                    boolean replace,
            @Option(names = "--unchecked", description = UNCHECKED) boolean unchecked,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Stands in the history.", defaultValue = "")
                    String reason) {
        CrossReference reference = understood(() -> new CrossReference(
                word.scope(ConfiguredPlaces.of(config.read())),
                word.kind,
                word.theirs,
                ours,
                new EffectiveDates(Optional.ofNullable(word.from), Optional.ofNullable(until))));
        Overwriting overwriting = replace ? Overwriting.ALLOWED : Overwriting.REFUSED;
        CrossReferenceChanges changes = config.withResources(resources -> {
            if (!unchecked) {
                refuseUnfounded(resources, List.of(reference), ignored -> "");
            }
            return Blocking.await(table(resources)
                    .enter(List.of(reference), overwriting, new Editor(OsUser.NAME, reason, unchecked)));
        });
        if (!CrossReferenceStore.done(changes, overwriting)) {
            CrossReference before = changes.replaced().get(0).before();
            throw new CommandFailure(
                    ExitCode.FAILED,
                    before.key() + " means " + before.ours() + " already. Say --replace to put " + reference.ours()
                            + " in its place.");
        }
        System.err.println(
                changes.changesSomething()
                        ? "Entered. Documents that stopped for it: ml-connector documents replay "
                                + reference
                                        .scope()
                                        .partner()
                                        .map(partner ->
                                                "--cause " + reference.kind().word() + "-unknown:" + partner + ":"
                                                        + reference.theirs())
                                        .orElse("ID")
                        : "It stands there already.");
        return 0;
    }

    @Command(name = "list", description = "Lists all translations.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ConfigOption config,
            @Option(names = "--partner", paramLabel = "ID", description = "Of one partner.") @Nullable String partner,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        List<RecordedCrossReference> all =
                config
                        .withResources(
                                resources -> Blocking.await(table(resources).list()))
                        .stream()
                        .filter(one -> partner == null
                                || one.reference()
                                        .scope()
                                        .partner()
                                        .filter(whose -> whose.id().equals(partner))
                                        .isPresent())
                        .toList();
        if (json) {
            JsonArray array = new JsonArray();
            all.forEach(one -> array.add(CrossReferenceJson.of(one)));
            System.out.println(array.encodePrettily());
            return 0;
        }
        for (RecordedCrossReference one : all) {
            CrossReference reference = one.reference();
            System.out.println(Printable.line(reference.scope() + "  "
                    + reference.kind().word() + "  "
                    + reference.theirs() + " = " + reference.ours()
                    + (reference.dates().equals(EffectiveDates.ALWAYS) ? "" : "  " + reference.dates())
                    + one.changedBy()
                            .map(who -> "  (" + who
                                    + one.reason().map(why -> ": " + why).orElse("") + ")")
                            .orElse("")));
        }
        return 0;
    }

    @Command(
            name = "remove",
            description = "Removes a translation; its history stays.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin ConfigOption config,
            @Mixin Word word,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Stands in the history.", defaultValue = "")
                    String reason) {
        CrossReference.Key key = understood(() -> word.key(ConfiguredPlaces.of(config.read())));
        boolean was = config.withResources(resources ->
                        Blocking.await(table(resources).remove(key, new Editor(OsUser.NAME, reason))))
                .isPresent();
        System.err.println(was ? "Removed." : "There is no such translation.");
        return was ? 0 : ExitCode.FAILED;
    }

    @Command(
            name = "history",
            description = "Who entered and changed a translation, when and why.",
            mixinStandardHelpOptions = true)
    int history(
            @Mixin ConfigOption config,
            @Mixin Word word,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        CrossReference.Key key = understood(() -> word.key(ConfiguredPlaces.of(config.read())));
        List<RecordedEntry> entries = config.withResources(resources -> Blocking.await(table(resources)
                .historyOf(key)
                .compose(id -> id.isEmpty()
                        ? Future.succeededFuture(List.<RecordedEntry>of())
                        : resources.engine().onContext(resources.journal().history(id.get())))));
        JsonArray array = new JsonArray();
        for (RecordedEntry recorded : entries) {
            if (json) {
                array.add(new JsonObject()
                        .put("at", recorded.entry().at().toString())
                        .put("actor", recorded.entry().actor())
                        .put("event", recorded.entry().event())
                        .put("message", recorded.entry().message()));
            } else {
                System.out.println(Printable.line(recorded.entry().at() + "  "
                        + recorded.entry().actor() + "  " + recorded.entry().message()));
            }
        }
        if (json) {
            System.out.println(array.encodePrettily());
        }
        if (entries.isEmpty()) {
            System.err.println("Nothing is recorded of " + key + ".");
        }
        return entries.isEmpty() ? ExitCode.FAILED : 0;
    }

    @Command(
            name = "import",
            description = "Enters the translations of a CSV file, all of them or none.",
            mixinStandardHelpOptions = true)
    int importing(
            @Mixin ConfigOption config,
            @Parameters(
                            paramLabel = "FILE",
                            description = "Columns partner, legalEntity, kind, theirs, ours, from, until.")
                    Path file,
            @Option(
                            names = {"--forecast", "--preview"},
                            description =
                                    "Says what would change, and what would become of documents; changes nothing.")
                    boolean forecast,
            @Option(names = "--replace", description = "Replaces what says something else.") boolean replace,
            @Option(names = "--unchecked", description = UNCHECKED) boolean unchecked,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Stands in the history.", defaultValue = "")
                    String reason) {
        CrossReferenceCsv.Content content = content(file, ConfiguredPlaces.of(config.read()));
        if (!content.mistakes().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG, file + ": " + String.join(System.lineSeparator() + "  ", content.mistakes()));
        }
        Overwriting overwriting = replace ? Overwriting.ALLOWED : Overwriting.REFUSED;
        Looked looked = config.withResources(resources -> {
            if (!unchecked) {
                refuseUnfounded(
                        resources,
                        content.references(),
                        position -> "Line " + content.lines().get(position) + ": ");
            }
            return forecast
                    ? new Looked(
                            Blocking.await(table(resources).preview(content.references())),
                            Optional.of(overConnections(
                                    resources,
                                    open -> Blocking.await(
                                            new TranslationEffects(
                                                            resources.engine(),
                                                            open.stream()
                                                                    .map(OpenConnection::connection)
                                                                    .toList())
                                                    .of(content.references()),
                                            LONG))))
                    : new Looked(
                            Blocking.await(table(resources)
                                    .enter(
                                            content.references(),
                                            overwriting,
                                            new Editor(
                                                    OsUser.NAME,
                                                    reason.isBlank() ? "import of " + file.getFileName() : reason,
                                                    unchecked))),
                            Optional.empty());
        });
        CrossReferenceChanges changes = looked.changes();
        boolean done = CrossReferenceStore.done(changes, overwriting);
        changes.contradicting().stream()
                .limit(MOST_SHOWN)
                .forEach(two -> System.err.println(
                        Printable.line("Line " + content.lines().get(two.second())
                                + " contradicts line " + content.lines().get(two.first()) + ": "
                                + content.references().get(two.second()).key())));
        changes.replaced().stream()
                .limit(MOST_SHOWN)
                .forEach(one -> System.err.println(
                        Printable.line("Line " + content.lines().get(one.position()) + ": "
                                + one.before().key() + " means " + one.before().ours() + " so far, here "
                                + one.after().ours())));
        String counts = changes.added().size() + " new, " + changes.replaced().size() + " otherwise so far, "
                + changes.unchanged() + " known, " + changes.contradicting().size() + " contradicting";
        System.err.println((forecast ? "Would be: " : done ? "Entered: " : "Nothing was entered: ") + counts + "."
                + (!done && changes.contradicting().isEmpty() ? " Say --replace to replace them." : ""));
        looked.effects().ifPresent(CrossReferenceCommand::print);
        return done ? 0 : ExitCode.FAILED;
    }

    /**
     * What an import brings about.
     *
     * @param effects on documents, where that is only looked at
     */
    private record Looked(CrossReferenceChanges changes, Optional<TranslationEffects.Effects> effects) {}

    private static void print(TranslationEffects.Effects effects) {
        effects.documents()
                .forEach((id, forecast) -> System.out.println(Printable.line(id + "  " + forecast.message())));
        System.err.println(effects.documents().size() + " documents stand still for these words"
                + (effects.more() == 0 ? "." : "; " + effects.more() + " more were not looked at."));
    }

    /** Stops if F&O does not have what they name, or cannot say. */
    private static void refuseUnfounded(
            DaemonResources resources, List<CrossReference> references, IntFunction<String> place) {
        List<CrossReferenceCheck.Unfounded> unfounded;
        try {
            unfounded = overConnections(
                    resources,
                    open -> Blocking.await(
                            new ReferenceCheck(
                                            resources.engine().loop(),
                                            open.stream()
                                                    .map(OpenConnection::side)
                                                    .toList())
                                    .of(references),
                            LONG));
        } catch (ReferenceCheck.NotTold e) {
            throw new CommandFailure(
                    ExitCode.REMOTE,
                    e.getMessage() + " Nothing was entered. Try again later, or say --unchecked to enter it unasked.");
        }
        if (!unfounded.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    unfounded.stream()
                                    .limit(MOST_MISTAKES)
                                    .map(one -> place.apply(one.position()) + one.why() + ".")
                                    .collect(Collectors.joining(System.lineSeparator()))
                            + (unfounded.size() > MOST_MISTAKES
                                    ? System.lineSeparator() + "And " + (unfounded.size() - MOST_MISTAKES) + " more."
                                    : "")
                            + System.lineSeparator()
                            + "Nothing was entered. Say --unchecked to enter it all the same.");
        }
    }

    private static <T> T overConnections(DaemonResources resources, Function<List<OpenConnection>, T> work) {
        List<OpenConnection> open = new ArrayList<>();
        try {
            for (ConnectionSettings settings : resources.configuration().connections()) {
                open.add(Blocking.await(OpenConnection.open(resources, settings)));
            }
            return work.apply(open);
        } finally {
            open.forEach(OpenConnection::close);
        }
    }

    private static CrossReferenceCsv.Content content(Path file, ConfiguredPlaces places) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return CrossReferenceCsv.read(reader, places);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.WRONG, "There is no file " + file + ".");
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(ExitCode.WRONG, file + " cannot be read: " + e.getMessage());
        }
    }

    @Command(
            name = "export",
            description = "Writes all translations as a CSV file, which import reads.",
            mixinStandardHelpOptions = true)
    int export(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "FILE", arity = "0..1", description = "Default: standard output.") @Nullable Path file) {
        List<CrossReference> all = config
                .withResources(resources -> Blocking.await(table(resources).list()))
                .stream()
                .map(RecordedCrossReference::reference)
                .toList();
        if (file == null) {
            StringBuilder text = new StringBuilder();
            CrossReferenceCsv.write(all, text);
            System.out.print(text);
            return 0;
        }
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CrossReferenceCsv.write(all, writer);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, file + " cannot be written: " + e.getMessage());
        }
        System.err.println(all.size() + " translations were written to " + file + ".");
        return 0;
    }

    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, String.valueOf(e.getMessage()));
        }
    }

    private static CrossReferenceStore table(DaemonResources resources) {
        return new CrossReferenceStore(
                resources.database().pool(), resources.engine().clock());
    }
}
