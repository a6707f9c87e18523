package io.mlconnector.runtime.cli.documents;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The filters of the interface. */
final class Filters {
    @Option(names = "--connection", paramLabel = "ID")
    private String connection = "";

    @Option(names = "--partner", paramLabel = "ID")
    private String partner = "";

    @Option(names = "--legal-entity", paramLabel = "ID")
    private String legalEntity = "";

    @Option(names = "--direction", paramLabel = "outbound|inbound")
    private String direction = "";

    @Option(names = "--type", paramLabel = "850|860|810|997|…")
    private String type = "";

    @Option(
            names = "--condition",
            paramLabel = "WORD",
            description = "moving, waiting, held, unknown, failed, done, duplicate or discarded.")
    private String condition = "";

    @Option(names = "--stage", paramLabel = "WORD")
    private String stage = "";

    @Option(names = "--cause", paramLabel = "KEY", description = "Documents stuck for this cause.")
    private String cause = "";

    @Option(names = "--assignee", paramLabel = "NAME", description = "Documents that this person looks after.")
    private String assignee = "";

    @Option(
            names = {"-q", "--query"},
            paramLabel = "TEXT",
            description = "Part of an order, invoice or control number, or of a file name.")
    private String text = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many, 1 to 500 (default: a list shows 100; what acts takes all).")
    private int limit;

    /** How many a list shows. */
    int shown() {
        return limit == 0 ? DocumentFilter.USUAL_LIMIT : limit;
    }

    /** How many are acted on. */
    int taken() {
        return limit == 0 ? Integer.MAX_VALUE - 1 : limit;
    }

    DocumentFilter filter() {
        try {
            List<Criterion> criteria = new ArrayList<>();
            add(criteria, connection, Criterion.OfConnection::new);
            add(criteria, partner, Criterion.OfPartner::new);
            add(criteria, legalEntity, Criterion.OfLegalEntity::new);
            add(criteria, direction, word -> new Criterion.Going(Direction.of(word)));
            add(criteria, type, Criterion.OfType::new);
            add(criteria, condition, word -> new Criterion.InCondition(Condition.of(word)));
            add(criteria, stage, word -> new Criterion.AtStage(Stage.of(word)));
            add(criteria, cause, Criterion.StuckBecause::new);
            add(criteria, assignee, Criterion.AssignedTo::new);
            add(criteria, text, Criterion.Mentioning::new);
            return new DocumentFilter(criteria, shown(), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG, String.valueOf(e.getMessage()));
        }
    }

    private static void add(List<Criterion> criteria, String value, Function<String, Criterion> criterion) {
        if (!value.isBlank()) {
            criteria.add(criterion.apply(value.strip()));
        }
    }
}
