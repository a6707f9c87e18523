package io.mlconnector.runtime.cli;

import io.mlconnector.json.JsonNeutralOrder;
import io.mlconnector.runtime.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** Prints the schemas of what the program writes, for those who read it. Needs neither configuration nor network. */
@Command(
        name = "schema",
        description = "Prints schemas of what is written for others.",
        mixinStandardHelpOptions = true)
final class SchemaCommand extends CommandGroup {

    @Command(
            name = "neutral-order",
            description = "Prints the JSON Schema of the neutral order (orders.format: json and api).",
            mixinStandardHelpOptions = true)
    int neutralOrder() {
        System.out.print(JsonNeutralOrder.schema());
        return 0;
    }
}
