package io.mlconnector.runtime.cli.x12;

import io.mlconnector.domain.agreement.PartnerGuide;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.Validation;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.words.Counted;
import io.mlconnector.engine.PartnerReadingRules;
import io.mlconnector.engine.check.CheckedFile;
import io.mlconnector.engine.check.ForeseenAnswer;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.runtime.config.GuideReader;
import io.mlconnector.runtime.json.Json;
import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.x12.X12Codec;
import io.mlconnector.x12.X12Explainer;
import io.mlconnector.x12.difference.X12Difference;
import io.mlconnector.x12.difference.X12Difference.Difference;
import io.mlconnector.x12.explanation.ExplainedFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at X12 files. */
@Command(name = "x12", description = "Validates, shows and compares X12 files.", mixinStandardHelpOptions = true)
public final class X12Command extends CommandGroup {

    @Command(
            name = "check",
            description =
                    "Validates a file: against the standard, or as a partner's documents are read. Ends with 1 if a part of"
                            + " it cannot be used.",
            mixinStandardHelpOptions = true)
    int check(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "FILE", description = "The X12 file.") Path file,
            @Option(
                            names = "--partner",
                            paramLabel = "ID",
                            description = "Reads with this partner's guide and validation; needs the configuration.")
                    @Nullable String partner,
            @Option(names = "--guide", paramLabel = "GUIDE", description = "Holds the file against a guide (YAML).")
                    @Nullable Path guide,
            @Option(names = "--strict", description = "Refuses what a 997 would refuse, as validation: reject does.")
                    boolean strict,
            @Option(
                            names = "--answer",
                            description =
                                    "Shows the TA1 (where ISA14 or the partner asks for it) and the 997s that would be sent.")
                    boolean answer,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        Optional<TradingPartner> known = Optional.ofNullable(partner).map(id -> partner(config, id));
        ReadingRules rules = rules(known, guide, strict);
        List<String> answers = new ArrayList<>();
        X12Codec codec = new X12Codec();
        CheckNotes notes = new CheckNotes(json ? line -> {} : System.out::println, interchange -> {
            if (answer) {
                answers.add(ForeseenAnswer.to(codec, interchange, known));
            }
        });
        CheckedFile checked = new CheckedFile(notes);
        try (InputStream in = Files.newInputStream(file)) {
            codec.decode(in, reference -> rules, checked);
        } catch (IOException e) {
            throw CommandFailure.unreadable(file, e);
        }
        if (json) {
            JsonObject value = new JsonObject()
                    .put("file", file.toString())
                    .put("documents", checked.documents())
                    .put("usable", checked.usable())
                    .put("problemCount", notes.like().count())
                    .put("problems", X12Json.problems(notes.problems()));
            System.out.println((answer ? value.put("answers", new JsonArray(answers)) : value).encodePrettily());
            return checked.usable() ? 0 : ExitCode.FAILED;
        }
        notes.like().lines().forEach(System.out::println);
        System.out.println(Counted.of(checked.documents(), "transaction set") + ", "
                + Counted.of(notes.like().count(), "problem") + ".");
        answers.forEach(text -> System.out.println("Would be answered:\n" + text));
        return checked.usable() ? 0 : ExitCode.FAILED;
    }

    private static TradingPartner partner(ConfigOption config, String id) {
        List<TradingPartner> all = config.read().connections().stream()
                .flatMap(connection -> connection.partners().all().stream())
                .toList();
        return all.stream()
                .filter(known -> known.id().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.WRONG,
                        "There is no partner " + id
                                + NearestWord.orAll(
                                        id,
                                        all.stream()
                                                .map(known -> known.id().id())
                                                .toList())));
    }

    private static ReadingRules rules(Optional<TradingPartner> partner, @Nullable Path guide, boolean strict) {
        if (partner.isPresent() && guide != null) {
            throw new CommandFailure(ExitCode.WRONG, "Name a partner or a guide, not both.");
        }
        ReadingRules rules = partner.map(PartnerReadingRules::of)
                .orElseGet(() ->
                        new ReadingRules(Validation.WARN, guide == null ? PartnerGuide.NONE : GuideReader.read(guide)));
        return strict ? rules.with(Validation.REJECT) : rules;
    }

    @Command(
            name = "explain",
            description =
                    "Prints a file segment by segment and element by element: names, meanings of codes, problems in"
                            + " their places, totals.",
            mixinStandardHelpOptions = true)
    int explain(
            @Parameters(paramLabel = "FILE", description = "The X12 file; it may be broken.") Path file,
            @Option(names = "--set", paramLabel = "N", description = "Only the Nth transaction set, first = 1.")
                    int set,
            @Option(names = "--only", paramLabel = "SEGMENT", description = "Only segments with this tag.") @Nullable String only,
            @Option(
                            names = "--colour",
                            negatable = true,
                            description = "Colours; by default on a terminal, unless NO_COLOR is set.")
                    @Nullable Boolean colour,
            @Option(names = "--json", description = "Prints one JSON value with the whole file.") boolean json) {
        ExplainedFile explained = new X12Explainer().explain(read(file));
        if (json) {
            System.out.println(X12Json.of(explained).encodePrettily());
        } else {
            X12Explanation.of(
                            explained,
                            new X12Explanation.Selection(set, only == null ? "" : only),
                            Colours.chosen(colour))
                    .forEach(System.out::println);
        }
        return 0;
    }

    @Command(
            name = "diff",
            description =
                    "Compares two files by what their documents say; ends with 1 if they differ. Envelopes are told"
                            + " apart and do not count.",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "A", description = "The first file.") Path before,
            @Parameters(paramLabel = "B", description = "The second file.") Path after,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        ExplainedFile one = new X12Explainer().explain(read(before));
        ExplainedFile other = new X12Explainer().explain(read(after));
        List<Difference> meaning = X12Difference.ofMeaning(one, other);
        List<Difference> envelope = X12Difference.ofEnvelope(one, other);
        if (json) {
            System.out.println(new JsonObject()
                    .put("same", meaning.isEmpty())
                    .put("differences", array(meaning))
                    .put("envelope", array(envelope))
                    .encodePrettily());
        } else {
            meaning.forEach(difference -> System.out.println(line(difference)));
            System.out.println(
                    meaning.isEmpty() ? "The documents say the same." : Counted.of(meaning.size(), "difference") + ".");
            envelope.forEach(difference -> System.out.println("(" + line(difference) + ")"));
        }
        return meaning.isEmpty() ? 0 : ExitCode.FAILED;
    }

    private static String line(Difference difference) {
        return difference.document() + ": " + difference.place()
                + (difference.name().isEmpty() ? "" : " " + difference.name()) + ": "
                + (difference.before().isEmpty() ? "(nothing)" : difference.before()) + " -> "
                + (difference.after().isEmpty() ? "(nothing)" : difference.after());
    }

    private static JsonArray array(List<Difference> differences) {
        JsonArray array = new JsonArray();
        differences.forEach(difference -> array.add(new JsonObject()
                .put("document", difference.document())
                .put("place", difference.place())
                .put("name", difference.name())
                .put("before", difference.before())
                .put("after", difference.after())));
        return array;
    }

    static String line(SyntaxProblem problem) {
        return line(Json.of(problem).put("text", problem.text()));
    }

    /** A problem of a file, as the interface tells it with the text that was found, in a line. */
    public static String line(JsonObject problem) {
        return String.format(
                Locale.ROOT,
                "%-7s %s: %s%s%s [%s]",
                problem.getString("severity").toUpperCase(Locale.ROOT),
                problem.getString("place"),
                problem.getString("message"),
                problem.getString("text").isEmpty() ? "" : " Found: " + problem.getString("text"),
                problem.getString("standardCode").isEmpty() ? "" : " (" + problem.getString("standardCode") + ")",
                problem.getString("code"));
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw CommandFailure.unreadable(file, e);
        }
    }
}
