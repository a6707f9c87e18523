package io.mlconnector.domain;

import io.mlconnector.domain.flow.Transition;
import io.mlconnector.domain.invoicing.InvoiceTransitions;
import io.mlconnector.domain.sending.SendingTransitions;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes docs/states.md from the declared transitions. */
final class StatesDocument {

    private final StringBuilder text = new StringBuilder();

    private StatesDocument() {}

    static String write() {
        var document = new StatesDocument();
        document.paragraph("# The states of a document");
        document.paragraph(
                "Generated from `OrderTransitions` and `InvoiceTransitions`; a test fails while this file is not"
                        + " what they\nsay. Write it anew with `./mvnw -pl domain test -Dstates.write=true`.");
        document.paragraph("A transition is committed before the step that follows it is taken. States named"
                + " `Uploading`, `Posting…` and\n`Attaching` are intents: found without an outcome after a crash, they become"
                + " `InDoubt` or `AttachmentsInDoubt`, and the other side is asked. An intent is stored when the\nrequest is about to leave; where the"
                + " way is closed it is not, and the state before it waits.");
        document.flow("Outgoing order", "Announced", SendingTransitions.ALL);
        document.flow("Incoming invoice", "Received", InvoiceTransitions.ALL);
        document.conditions();
        document.stages();
        return document.text.toString();
    }

    private void flow(String title, String first, List<Transition> transitions) {
        paragraph("## " + title);
        line("```mermaid");
        line("stateDiagram-v2");
        line("    [*] --> " + first);
        for (Transition transition : transitions) {
            line("    " + transition.from() + " --> " + transition.to() + ": " + transition.because());
        }
        for (String last : neverLeft(transitions)) {
            line("    " + last + " --> [*]");
        }
        line("```");
        line("");
    }

    private static Set<String> neverLeft(List<Transition> transitions) {
        Set<String> states = new LinkedHashSet<>();
        transitions.forEach(transition -> states.add(transition.to()));
        transitions.forEach(transition -> states.remove(transition.from()));
        return states;
    }

    private void conditions() {
        paragraph("## What `condition` says");
        line("| condition | meaning | goes on by itself |");
        line("|---|---|---|");
        for (Condition condition : Condition.values()) {
            line("| `" + condition.word() + "` | " + meaning(condition) + " | " + (condition.settled() ? "no" : "yes")
                    + " |");
        }
        line("");
    }

    private void stages() {
        paragraph("## What `stage` says");
        line("| stage | flow | meaning |");
        line("|---|---|---|");
        List<String> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            rows.add("| `" + stage.word() + "` | " + meaning(stage) + " |");
        }
        rows.forEach(this::line);
    }

    private static String meaning(Condition condition) {
        return switch (condition) {
            case MOVING -> "On its way.";
            case WAITING -> "A retry is due at `nextAttemptAt`.";
            case HELD -> "A person must decide; the reason says what to do.";
            case UNKNOWN -> "A write may or may not have happened; the other side is being asked.";
            case FAILED -> "Refused, or the attempts are used up; not retried by itself. A person may replay it.";
            case DONE ->
                "Arrived. What is attached to a posted invoice may still follow (`ToAttach`, `Attaching`, `AttachmentsInDoubt`).";
            case DUPLICATE -> "The same business document was there already; nothing was written for this one.";
            case DISCARDED -> "Discarded by a person, or because there was nothing to tell; can be restored.";
        };
    }

    private static String meaning(Stage stage) {
        return switch (stage) {
            case ANNOUNCED -> "outgoing order | F&O confirmed the revision; nothing was read yet.";
            case FETCHED -> "outgoing order | The confirmation with its lines was read.";
            case ALIGNED -> "both | Units, products and, on an invoice, orders are in the other side's terms.";
            case ENCODED -> "outgoing order | The file is written; its name, bytes and control numbers are frozen.";
            case DELIVERED -> "outgoing order | The file is in the partner's folder, or was.";
            case RECEIVED -> "incoming invoice | The bytes of the file are stored.";
            case DECODED -> "incoming invoice | Read from its file; neither aligned nor checked.";
            case CHECKED -> "incoming invoice | Aligned, and in agreement with its order or accepted by a person.";
            case POSTED -> "incoming invoice | Header and all lines are in F&O.";
        };
    }

    private void paragraph(String paragraph) {
        line(paragraph);
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
