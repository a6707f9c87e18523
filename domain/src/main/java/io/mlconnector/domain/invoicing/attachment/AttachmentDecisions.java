package io.mlconnector.domain.invoicing.attachment;

import static io.mlconnector.domain.words.HistoryEntry.entry;

import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState.Attaching;
import io.mlconnector.domain.invoicing.InvoiceState.AttachmentsInDoubt;
import io.mlconnector.domain.invoicing.InvoiceState.Explained;
import io.mlconnector.domain.invoicing.InvoiceState.Posted;
import io.mlconnector.domain.invoicing.InvoiceState.ToAttach;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happens next to the attachments of a posted invoice. They are a convenience: whatever comes of them, the invoice stays posted,
 * and the history says what could not be attached and why. All missing ones are created in one change set, after F&O was asked
 * for those that are there. Pure: time and chance come in as arguments.
 */
public final class AttachmentDecisions {

    /** So often it is tried; what says nothing about the attachments, such as a closed way, does not count. */
    static final int TRIES = 5;

    /** After this time nothing is tried any more, however little was tried. */
    static final Duration LONGEST = Duration.ofDays(1);

    private AttachmentDecisions() {}

    /**
     * An invoice was posted, or something else was decided: posted with attachments wanted it goes on with them, committed together
     * with being posted. Anything else stays as it is.
     *
     * @param wanted what the partner's invoices get
     */
    public static Decision begin(Decision decision, InvoiceToPost invoice, Attachments wanted, Instant now) {
        return wanted != Attachments.NONE && decision.next() instanceof Posted posted
                ? new Decision(
                        new ToAttach(new Explained(posted, invoice.legalEntity(), invoice.number(), 0)),
                        new Step.WaitUntil(now),
                        decision.history())
                : decision;
    }

    /** Taken up with an intent that has no outcome: its process ended, and nobody knows. */
    public static Decision crashed(Attaching state, Circumstances now) {
        return Decision.of(
                new AttachmentsInDoubt(state.invoice(), 0),
                new Step.Ask(),
                entry(
                        now.now(),
                        "attachments-in-doubt",
                        "A write of attachments to " + where(state.invoice())
                                + " was under way when its process ended; F&O is asked for them"));
    }

    /** The attachments cannot be put together, because of a defect of ml-connector or because a setting changed meanwhile. */
    public static Decision abandoned(Explained invoice, String why, Circumstances now) {
        return notAttached(invoice, why, Map.of(), now);
    }

    /**
     * F&O was asked for the names of what is attached already.
     *
     * @param wanted what is to be there; may be empty
     */
    public static Decision afterLooking(
            ToAttach state, List<Attachment> wanted, Outcome<Set<String>> outcome, Circumstances now) {
        Explained invoice = state.invoice();
        return switch (outcome) {
            case Outcome.Done<Set<String>>(Set<String> there) -> {
                List<Attachment> missing = missing(wanted, there);
                if (missing.isEmpty()) {
                    yield wanted.isEmpty()
                            ? Decision.rest(invoice.posted())
                            : attached(invoice, "were attached before to " + where(invoice), names(wanted), now);
                }
                yield Decision.of(
                        new Attaching(invoice),
                        new Step.Write(),
                        entry(
                                now.now(),
                                "attaching",
                                "Attaching to " + where(invoice) + ": " + names(missing),
                                Map.of("headerReference", invoice.posted().headerReference())));
            }
            case Outcome.Refused<Set<String>>(Problem why) -> notAttached(invoice, why, now);
            case Outcome.NotNow<Set<String>>(Problem why, Optional<Duration> retryAfter) ->
                again(invoice, why, retryAfter, now);
            case Outcome.Unknown<Set<String>>(Problem why) -> again(invoice, why, Optional.empty(), now);
        };
    }

    /** The attachments that F&O does not have. */
    public static List<Attachment> missing(List<Attachment> wanted, Set<String> there) {
        return wanted.stream()
                .filter(attachment -> !there.contains(attachment.name()))
                .toList();
    }

    /**
     * The change set with the missing attachments ended in one of its four ways.
     *
     * @param written what was in it
     */
    public static Decision afterAttaching(
            Attaching state, List<Attachment> written, Outcome<String> outcome, Circumstances now) {
        Explained invoice = state.invoice();
        return switch (outcome) {
            case Outcome.Done<String> ignored ->
                attached(invoice, "are attached to " + where(invoice), names(written), now);
            case Outcome.Refused<String>(Problem why) -> notAttached(invoice, why, now);
            case Outcome.NotNow<String>(Problem why, Optional<Duration> retryAfter) ->
                again(invoice, why, retryAfter, now);
            case Outcome.Unknown<String>(Problem why) ->
                Decision.of(
                        new AttachmentsInDoubt(invoice, 0),
                        now.waitBeforeAsking(0),
                        entry(
                                now.now(),
                                "attachments-in-doubt",
                                "Nobody knows whether the attachments arrived at " + where(invoice)
                                        + "; F&O is asked for them. " + why.message()));
        };
    }

    /**
     * F&O was asked whether attachments in doubt arrived. They come together: with one of them all are there. None, after patience:
     * they did not arrive.
     */
    public static Decision afterAsking(
            AttachmentsInDoubt state, List<Attachment> wanted, Outcome<Set<String>> outcome, Circumstances now) {
        Explained invoice = state.invoice();
        int asked = state.asked() + 1;
        return switch (outcome) {
            case Outcome.Done<Set<String>>(Set<String> there) -> {
                if (missing(wanted, there).isEmpty()) {
                    yield attached(invoice, "are attached to " + where(invoice), names(wanted), now);
                }
                yield asked < now.timing().askings()
                        ? new Decision(new AttachmentsInDoubt(invoice, asked), now.waitBeforeAsking(asked), List.of())
                        : again(
                                invoice,
                                Problem.of(
                                        ProblemCode.NO_ANSWER,
                                        invoice.number(),
                                        "F&O was asked " + asked + " times and does not show them."),
                                Optional.empty(),
                                now);
            }
            case Outcome.Refused<Set<String>>(Problem why) -> notAttached(invoice, why, now);
            case Outcome.NotNow<Set<String>>(Problem why, Optional<Duration> retryAfter) ->
                askLater(state, why, retryAfter, now);
            case Outcome.Unknown<Set<String>>(Problem why) -> askLater(state, why, Optional.empty(), now);
        };
    }

    private static Decision askLater(
            AttachmentsInDoubt state, Problem why, Optional<Duration> retryAfter, Circumstances now) {
        return hopeless(state.invoice(), why, now)
                ? notAttached(state.invoice(), why, now)
                : new Decision(state, now.waitAfter(state.asked() + 1, retryAfter), List.of());
    }

    private static Decision again(Explained invoice, Problem why, Optional<Duration> retryAfter, Circumstances now) {
        int failures = RetryTiming.counted(invoice.failures(), why);
        return failures >= TRIES || hopeless(invoice, why, now)
                ? notAttached(invoice, why, now)
                : Decision.of(
                        new ToAttach(invoice.failed(failures)),
                        now.waitAfter(Math.max(1, failures), retryAfter),
                        entry(
                                now.now(),
                                "attaching-postponed",
                                "The attachments of " + where(invoice) + " wait: " + why.message()));
    }

    /** What F&O does not have today it does not have in a minute. */
    private static boolean hopeless(Explained invoice, Problem why, Circumstances now) {
        return why.is(ProblemCode.SET_NOT_READABLE)
                || now.now().isAfter(invoice.posted().at().plus(LONGEST));
    }

    private static Decision attached(Explained invoice, String what, String names, Circumstances now) {
        return Decision.of(
                invoice.posted(),
                new Step.Rest(),
                entry(
                        now.now(),
                        "attached",
                        "The attachments " + what + ": " + names,
                        Map.of("headerReference", invoice.posted().headerReference())));
    }

    private static Decision notAttached(Explained invoice, Problem why, Circumstances now) {
        return notAttached(invoice, why.message(), Map.of("code", why.code()), now);
    }

    private static Decision notAttached(Explained invoice, String why, Map<String, String> details, Circumstances now) {
        return Decision.of(
                invoice.posted(),
                new Step.Rest(),
                entry(
                        now.now(),
                        "not-attached",
                        "Nothing could be attached to " + where(invoice) + ": " + why
                                + " The invoice is posted all the same; attach what is wanted by hand.",
                        details));
    }

    private static String where(Explained invoice) {
        return "invoice " + invoice.number() + " (" + invoice.posted().headerReference() + ")";
    }

    private static String names(List<Attachment> attachments) {
        return String.join(", ", attachments.stream().map(Attachment::name).toList());
    }
}
