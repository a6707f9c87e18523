package io.mlconnector.runtime.cli;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.restoration.HeldDocument;
import io.mlconnector.engine.restoration.Reconciliation;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.runtime.terminal.OsUser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Settles what was sent before the journal was put back to an earlier time. */
@Command(
        name = "reconcile",
        description = {
            "After the database was put back to an earlier time: shows each outgoing document that is held, with what speaks"
                    + " for its having been sent before. Changes nothing without an option.",
            "Works beside the daemon."
        },
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--sent",
            paramLabel = "ID",
            arity = "1..*",
            description = "The partner has these: they are recorded as sent and never sent again.")
    private List<String> sent = List.of();

    @Option(names = "--all-sent", description = "The partner has all that are held.")
    private boolean allSent;

    @Option(
            names = "--send",
            paramLabel = "ID",
            arity = "1..*",
            description = "The partner lacks these: they are sent.")
    private List<String> send = List.of();

    @Option(
            names = "--all-unseen",
            description = "The partner lacks all for which nothing speaks: they are sent. That nothing was seen proves"
                    + " nothing; ask the partners first.")
    private boolean allUnseen;

    @Option(names = "--done", description = "Ends it: new documents are not held any more. Refused while any is held.")
    private boolean done;

    @Option(
            names = "--hold",
            description = "Begins it: the database was put back, though the daemon could not see that, as when a whole"
                    + " machine was put back.")
    private boolean hold;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Goes into the history.")
    private String reason = "";

    @Option(names = "--json", description = "Prints one JSON value.")
    private boolean json;

    @Override
    public Integer call() {
        if (allSent && allUnseen) {
            throw new CommandFailure(ExitCode.WRONG, "Choose --all-sent or --all-unseen, not both.");
        }
        Set<String> both = new LinkedHashSet<>(sent);
        both.retainAll(send);
        if (!both.isEmpty()) {
            throw new CommandFailure(ExitCode.WRONG, "Named under --sent and under --send: " + String.join(", ", both));
        }
        return config.withResources(resources -> {
            List<OpenConnection> open = new ArrayList<>();
            try {
                // Only who looks for evidence looks into folders: the rest works without the remote systems.
                if (looks()) {
                    for (ConnectionSettings settings : resources.configuration().connections()) {
                        open.add(Blocking.await(OpenConnection.open(resources, settings)));
                    }
                }
                return reconcile(
                        new Reconciliation(
                                resources.engine(),
                                open.stream().map(OpenConnection::connection).toList()),
                        resources.configuration().connections().stream()
                                .map(ConnectionSettings::id)
                                .toList());
            } finally {
                open.forEach(OpenConnection::close);
            }
        });
    }

    private boolean acting() {
        return !sent.isEmpty() || !send.isEmpty() || allSent || allUnseen;
    }

    private boolean looks() {
        return allUnseen || !(acting() || done || hold);
    }

    private int reconcile(Reconciliation work, List<String> connections) {
        if (hold) {
            Blocking.await(work.hold());
            System.out.println("Outgoing documents are held from now on.");
        }
        List<HeldDocument> seen = looks() ? Blocking.await(work.held()) : List.of();
        int failures = acted(work, seen);
        if (looks() && !acting()) {
            show(new Findings(
                    Blocking.await(work.restoration()),
                    seen,
                    Blocking.await(work.missingFiles()),
                    Blocking.await(work.possiblyMissingInterchanges())));
        }
        if (done) {
            Reconciliation.Remaining remaining = Blocking.await(work.end(connections));
            if (!remaining.none()) {
                throw new CommandFailure(ExitCode.FAILED, told(remaining));
            }
            System.out.println("Done: outgoing documents are not held any more.");
        }
        return failures == 0 ? 0 : ExitCode.FAILED;
    }

    private static String told(Reconciliation.Remaining remaining) {
        List<String> told = new ArrayList<>();
        if (remaining.held() > 0) {
            told.add(remaining.held() + " documents are still held: mark them as sent or let them go.");
        }
        if (remaining.underWay() > 0) {
            told.add(remaining.underWay()
                    + " outgoing documents are under way and may come to be held: run reconcile again in a moment.");
        }
        if (!remaining.unread().isEmpty()) {
            told.add("The confirmed orders of " + String.join(", ", remaining.unread())
                    + " were not read from F&O since this was noticed, so what was sent may not even be announced here: let the"
                    + " daemon run until /health/ready shows that they were.");
        }
        return "Not ended. " + String.join(" ", told);
    }

    private int acted(Reconciliation work, List<HeldDocument> seen) {
        Set<DocumentId> has = named(sent);
        if (allSent) {
            Blocking.await(work.heldDocuments()).forEach(one -> has.add(one.id()));
        }
        Set<DocumentId> lacks = named(send);
        if (allUnseen) {
            seen.stream()
                    .filter(HeldDocument::unseen)
                    .forEach(one -> lacks.add(one.document().id()));
        }
        lacks.removeAll(named(sent));
        has.removeAll(named(send));
        int failures = 0;
        for (DocumentId id : has) {
            failures += told(id, "recorded as sent", Blocking.await(work.markAsSent(id, OsUser.NAME, reason)));
        }
        for (DocumentId id : lacks) {
            failures += told(id, "let go", Blocking.await(work.letGo(id, OsUser.NAME, reason)));
        }
        return failures;
    }

    private static Set<DocumentId> named(List<String> ids) {
        return ids.stream()
                .map(id -> DocumentId.of(id)
                        .orElseThrow(() -> new CommandFailure(ExitCode.WRONG, "Not a document id: " + id)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int told(DocumentId id, String what, boolean came) {
        if (came) {
            System.out.println(id + " " + what + ".");
            return 0;
        }
        System.err.println(id + " is not held for this, or is being worked on. Run reconcile again.");
        return 1;
    }

    /**
     * What was found.
     *
     * @param held documents
     * @param files that were taken and are missing
     * @param gaps in the partners' control numbers
     */
    private record Findings(
            Optional<Restoration> restoration,
            List<HeldDocument> held,
            List<FileRecord> files,
            Map<String, List<String>> gaps) {}

    private void show(Findings found) {
        boolean holding = found.restoration().map(Restoration::holding).orElse(false);
        if (json) {
            JsonArray documents = new JsonArray();
            found.held().forEach(one -> documents.add(json(one)));
            JsonArray files = new JsonArray();
            found.files().forEach(file -> files.add(json(file)));
            JsonObject gaps = new JsonObject();
            found.gaps().forEach((partner, numbers) -> gaps.put(partner, new JsonArray(numbers)));
            System.out.println(new JsonObject()
                    .put(
                            "noticed",
                            found.restoration()
                                    .map(one -> one.noticed().toString())
                                    .orElse(null))
                    .put("holding", holding)
                    .put(
                            "because",
                            found.restoration().map(Restoration::evidence).orElse(""))
                    .put("held", documents)
                    .put("missingFiles", files)
                    .put("possiblyMissingInterchanges", gaps)
                    .encodePrettily());
            return;
        }
        System.out.println(
                found.restoration()
                        .map(one -> one.told() + " "
                                + (one.holding() ? "Outgoing documents are held." : "That was settled."))
                        .orElse(
                                "The journal was never put back to an earlier time, as far as is known. Nothing is held for that."));
        found.held().forEach(ReconcileCommand::print);
        if (holding || !found.held().isEmpty()) {
            System.out.println(found.held().size() + " documents are held.");
        }
        if (!found.files().isEmpty()) {
            System.out.println(found.files().size()
                    + " files that were taken before are missing. Put them into their folders again, or ask the partners to"
                    + " send them anew; what F&O has already is recognised:");
            found.files()
                    .forEach(file -> System.out.println(
                            "  " + file.id() + "  " + file.partner() + "  " + file.folder() + "  " + file.name()));
        }
        if (holding || !found.held().isEmpty()) {
            System.out.println(
                    "What was received is written down beside the database, in dataDirectory/taken-files. If that was"
                            + " lost or put back, too, only gaps in the partners' control numbers (ISA13) show what is missing; for what"
                            + " came after the highest number, ask the partners:");
            if (found.gaps().isEmpty()) {
                System.out.println("  no gaps");
            }
            found.gaps()
                    .forEach((partner, numbers) ->
                            System.out.println("  " + partner + ": interchange " + String.join(", ", numbers)));
        }
    }

    private static JsonObject json(FileRecord file) {
        return new JsonObject()
                .put("id", file.id().text())
                .put("connection", file.connection())
                .put("partner", file.partner())
                .put("folder", file.folder())
                .put("name", file.name());
    }

    private static void print(HeldDocument one) {
        System.out.println(one.document().id() + "  " + one.document().type() + "  "
                + one.document().partner() + "  order "
                + one.document().keys().orderNumber() + "  confirmation "
                + one.document().keys().confirmationNumber());
        System.out.println("    " + one.announced());
        one.sent().forEach(evidence -> System.out.println("    for:     " + evidence));
        one.looked().forEach(nothing -> System.out.println("    against: " + nothing));
    }

    private static JsonObject json(HeldDocument one) {
        return new JsonObject()
                .put("id", one.document().id().text())
                .put("type", one.document().type())
                .put("connection", one.document().connection())
                .put("partner", one.document().partner())
                .put("legalEntity", one.document().keys().legalEntity())
                .put("orderNumber", one.document().keys().orderNumber())
                .put("confirmationNumber", one.document().keys().confirmationNumber())
                .put("announced", one.announced())
                .put("unseen", one.unseen())
                .put("sentEvidence", new JsonArray(one.sent()))
                .put("looked", new JsonArray(one.looked()));
    }
}
