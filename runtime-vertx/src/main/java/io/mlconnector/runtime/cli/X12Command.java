package io.mlconnector.runtime.cli;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.x12.X12Codec;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at X12 files. */
@Command(name = "x12", description = "Validates and shows X12 files.", mixinStandardHelpOptions = true)
final class X12Command extends CommandGroup {

    @Command(
            name = "check",
            description = "Validates a file; ends with 1 if a part of it cannot be used.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        DecodedFile decoded = new X12Codec().decode(read(file));
        List<SyntaxProblem> all = problems(decoded);
        boolean usable = !decoded.damaged()
                && decoded.documents().stream().allMatch(DecodedDocument::usable)
                && !decoded.documents().isEmpty();
        if (json) {
            JsonArray array = new JsonArray();
            all.forEach(problem -> array.add(json(problem)));
            System.out.println(new JsonObject()
                    .put("file", file.toString())
                    .put("documents", decoded.documents().size())
                    .put("usable", usable)
                    .put("problems", array)
                    .encodePrettily());
        } else {
            for (DecodedDocument document : decoded.documents()) {
                System.out.println(String.format(
                        Locale.ROOT,
                        "%s %s in group %s of interchange %s from %s: %s",
                        document.reference().transactionSetId(),
                        document.reference().transactionSetNumber(),
                        document.reference().groupNumber(),
                        document.reference().interchangeNumber(),
                        document.reference().sender(),
                        document.usable() ? "usable" : "NOT usable"));
            }
            all.forEach(problem -> System.out.println(line(problem)));
            System.out.println(decoded.documents().size() + " transaction sets, " + all.size() + " problems.");
        }
        return usable ? 0 : Main.FAILED;
    }

    @Command(
            name = "explain",
            description = "Prints a file segment by segment with the problems in their places.",
            mixinStandardHelpOptions = true)
    int explain(@Parameters(paramLabel = "FILE") Path file) {
        byte[] bytes = read(file);
        DecodedFile decoded = new X12Codec().decode(bytes);
        X12Explanation.of(bytes, problems(decoded)).forEach(System.out::println);
        return 0;
    }

    static List<SyntaxProblem> problems(DecodedFile decoded) {
        List<SyntaxProblem> all = new ArrayList<>(decoded.problems());
        decoded.documents().forEach(document -> all.addAll(document.problems()));
        all.sort(java.util.Comparator.comparingLong(SyntaxProblem::offset));
        return all;
    }

    static String line(SyntaxProblem problem) {
        return String.format(
                Locale.ROOT,
                "%-7s %s: %s%s%s [%s]",
                problem.severity() == Severity.FATAL
                        ? "FATAL"
                        : problem.severity().name(),
                problem.place(),
                problem.message(),
                problem.text().isEmpty() ? "" : " Found: " + problem.text(),
                problem.standardCode().isEmpty() ? "" : " (" + problem.standardCode() + ")",
                problem.code());
    }

    private static JsonObject json(SyntaxProblem problem) {
        return new JsonObject()
                .put("code", problem.code())
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("standardCode", problem.standardCode())
                .put("segment", problem.segment())
                .put("segmentInFile", problem.segmentInFile())
                .put("segmentInSet", problem.segmentInSet())
                .put("element", problem.element())
                .put("component", problem.component())
                .put("offset", problem.offset())
                .put("text", problem.text())
                .put("message", problem.message());
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure(Main.WRONG, "The file " + file + " cannot be read: " + e.getMessage());
        }
    }
}
