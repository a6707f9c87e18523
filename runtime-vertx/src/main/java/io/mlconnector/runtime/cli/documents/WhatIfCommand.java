package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.invoicing.whatif.ToleranceChange;
import io.mlconnector.domain.invoicing.whatif.TriedInvoice;
import io.mlconnector.domain.invoicing.whatif.WhatIf;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.engine.whatif.ToleranceTrials;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.Printable;
import io.mlconnector.runtime.whatif.WhatIfJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What another tolerance would change. */
@Command(
        name = "what-if",
        description = {
            "Says which held invoices of a partner would pass with another tolerance, what they come to, and which that"
                    + " passed would be held.",
            "Nothing is changed."
        },
        mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

    private static final Duration LONG = Duration.ofHours(1);

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--partner", paramLabel = "ID", required = true, description = "Whose invoices.")
    private String partner = "";

    @Option(names = "--legal-entity", paramLabel = "ID", description = "The tolerance would apply there only.")
    private @Nullable String legalEntity;

    @Option(names = "--check", paramLabel = "CHECK", required = true, description = "price, quantity or total.")
    private String check = "";

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            required = true,
            description = "3% or 0.03; of the total an amount for each line and charge.")
    private String tolerance = "";

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    @Override
    public Integer call() {
        ToleranceChange change;
        PartnerId whose;
        try {
            change = ToleranceChange.parse(
                    check, tolerance, Optional.ofNullable(legalEntity).map(LegalEntity::new));
            whose = new PartnerId(partner);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, String.valueOf(e.getMessage()));
        }
        WhatIf result = config.withResources(resources -> tried(resources, whose, change));
        if (json) {
            System.out.println(WhatIfJson.of(result).encodePrettily());
        } else {
            print("would pass that are held now", result.freed());
            print("would be held that passed", result.stopped());
            System.out.println(
                    result.unchanged() + " stay as they are judged now, " + result.untold() + " cannot be told");
            if (result.more()) {
                System.err.println("There are more: the newest " + ToleranceTrials.MOST_HELD + " held and "
                        + ToleranceTrials.MOST_PASSED + " posted ones were looked at.");
            }
        }
        return 0;
    }

    private static WhatIf tried(DaemonResources resources, PartnerId partner, ToleranceChange change) {
        List<OpenConnection> open = new ArrayList<>();
        try {
            for (ConnectionSettings settings : resources.configuration().connections()) {
                open.add(Blocking.await(OpenConnection.open(resources, settings)));
            }
            ToleranceTrials trials = new ToleranceTrials(
                    resources.engine(),
                    open.stream().map(OpenConnection::connection).toList());
            if (!trials.knows(partner)) {
                throw new CommandFailure(ExitCode.WRONG, "There is no partner " + partner + " that sends invoices.");
            }
            return Blocking.await(trials.of(partner, change), LONG);
        } finally {
            open.forEach(OpenConnection::close);
        }
    }

    private static void print(String what, List<TriedInvoice> invoices) {
        String value = WhatIf.value(invoices).entrySet().stream()
                .map(entry -> (entry.getValue().toPlainString() + " " + entry.getKey()).strip())
                .collect(Collectors.joining(" + "));
        System.out.println(Printable.line(invoices.size() + " " + what + (value.isEmpty() ? "" : ": " + value)));
        WhatIf.largestLine(invoices)
                .ifPresent(one -> System.out.println(Printable.line("    largest line: "
                        + one.largest().orElseThrow().amount().toPlainString()
                        + (one.currency().isEmpty() ? "" : " " + one.currency()) + ", line "
                        + one.largest().orElseThrow().position() + " of invoice " + one.number())));
        invoices.forEach(one -> System.out.println(Printable.line("    " + one.id() + "  " + one.number() + "  "
                + one.total().toPlainString() + (one.currency().isEmpty() ? "" : " " + one.currency()))));
    }
}
