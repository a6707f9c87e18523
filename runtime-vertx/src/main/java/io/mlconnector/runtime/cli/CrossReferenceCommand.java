package io.mlconnector.runtime.cli;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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

    @Command(
            name = "set",
            description = "Enters a translation, such as: crossref set acme unit CT ctn.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "PARTNER") String partner,
            @Parameters(paramLabel = "unit|item") Kind kind,
            @Parameters(paramLabel = "THEIRS", description = "A unit code, or a product id such as VN:ABC-1.")
                    String theirs,
            @Parameters(paramLabel = "OURS", description = "A unit symbol or an item number.") String ours) {
        CrossReference reference;
        try {
            reference = CrossReference.always(new PartnerId(partner), kind, theirs, ours);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, String.valueOf(e.getMessage()));
        }
        config.withGround(ground -> Blocking.await(table(ground).set(reference)));
        System.err.println("Entered. Documents that stopped for it: ml-connector documents replay ID");
        return 0;
    }

    @Command(name = "list", description = "Lists all translations.", mixinStandardHelpOptions = true)
    int list(
            @Mixin ConfigOption config,
            @Option(names = "--json", description = "Prints one JSON value.") boolean json) {
        CrossReferences all = config.withGround(
                ground -> Blocking.await(ground.engine().onContext(table(ground).all())));
        if (json) {
            JsonArray array = new JsonArray();
            all.all()
                    .forEach(one -> array.add(new JsonObject()
                            .put("partner", one.partner().id())
                            .put("kind", one.kind().word())
                            .put("theirs", one.theirs())
                            .put("ours", one.ours())));
            System.out.println(array.encodePrettily());
        } else {
            all.all()
                    .forEach(one -> System.out.println(
                            one.partner() + "  " + one.kind().word() + "  " + one.theirs() + " = " + one.ours()));
        }
        return 0;
    }

    @Command(name = "remove", description = "Removes a translation.", mixinStandardHelpOptions = true)
    int remove(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "PARTNER") String partner,
            @Parameters(paramLabel = "unit|item") Kind kind,
            @Parameters(paramLabel = "THEIRS") String theirs) {
        boolean was =
                config.withGround(ground -> Blocking.await(table(ground).remove(new PartnerId(partner), kind, theirs)));
        System.err.println(was ? "Removed." : "There is no such translation.");
        return was ? 0 : ExitCode.FAILED;
    }

    private static CrossReferenceStore table(DaemonResources ground) {
        return new CrossReferenceStore(ground.database().pool());
    }
}
