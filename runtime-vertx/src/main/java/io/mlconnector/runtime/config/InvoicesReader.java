package io.mlconnector.runtime.config;

import io.mlconnector.domain.agreement.AcknowledgementAgreement;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Advice;
import io.mlconnector.domain.agreement.InvoiceAgreement.AfterReceive;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.runtime.config.section.Choices;
import io.mlconnector.runtime.config.section.Section;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is agreed with a partner about invoices, and how they are answered. */
final class InvoicesReader {

    /** What is processed when it is received, and what only we send. */
    private static final Set<String> PROCESSED = Set.of("810", "824", "850", "855", "856", "860", "865", "997", "999");

    private InvoicesReader() {}

    /**
     * What is agreed about invoices; empty if no folder is named.
     *
     * @param orders of the same partner: their folder takes the answers unless these have one of their own
     * @param legalEntities of the connection
     * @param defaults what the connection says for the invoices of its partners
     */
    static Optional<InvoiceAgreement> read(
            Section section,
            OrdersReader.Orders orders,
            Set<LegalEntity> legalEntities,
            ConnectionSettings.InvoiceDefaults defaults) {
        Optional<FolderReference> folder = OrdersReader.folder(section);
        AfterReceive after = section.choice(
                "afterReceive",
                AfterReceive.LEAVE,
                Choices.of("leave", AfterReceive.LEAVE, "delete", AfterReceive.DELETE));
        Optional<AcknowledgementAgreement> acknowledgement = acknowledgement(section, orders.folder());
        section.choice("onDuplicate", "refuse", Map.of("refuse", "refuse"));
        Checks tolerances = CheckReader.read(section.section("checks"), legalEntities);
        Leniency leniency = leniency(section);
        ChargeTable charges =
                CheckReader.charges(section.section("charges"), legalEntities).over(defaults.charges());
        Attachments attachments = CheckReader.attachments(section, defaults.attachments());
        HeaderAgreement header = CheckReader.header(section.section("header"), legalEntities, defaults.header());
        Advice advice = section.choice(
                "advice", Advice.ASKED, Choices.of("asked", Advice.ASKED, "automatic", Advice.AUTOMATIC));
        if (advice == Advice.AUTOMATIC && acknowledgement.isEmpty() && !orders.inFolder()) {
            section.mistake(
                    "advice",
                    "needs a folder for the answers: add orders.folder, or acknowledge: \"997\" with"
                            + " acknowledgements: {folder: …} here");
        }
        section.close();
        return folder.map(there -> new InvoiceAgreement(
                there, after, tolerances, acknowledgement, leniency, charges, advice, attachments, header));
    }

    private static Leniency leniency(Section section) {
        Set<EnvelopePart> forgiven = EnumSet.noneOf(EnvelopePart.class);
        for (String word : section.texts("forgive")) {
            Optional<EnvelopePart> part = Arrays.stream(EnvelopePart.values())
                    .filter(known -> known.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                    .findFirst();
            part.ifPresentOrElse(
                    forgiven::add,
                    () -> section.mistake(
                            "forgive",
                            "\"" + word + "\" is none of " + Arrays.toString(EnvelopePart.values())
                                    + ", the parts of an envelope that can be forgiven"));
        }
        Set<String> kept = new LinkedHashSet<>();
        for (String kind : section.texts("keep")) {
            if (!kind.matches("[0-9]{3}")) {
                section.mistake("keep", "\"" + kind + "\" is no transaction set, such as \"864\"");
            } else if (PROCESSED.contains(kind)) {
                section.mistake("keep", "\"" + kind + "\" is processed, or sent by us, and cannot be filed away");
            } else {
                kept.add(kind);
            }
        }
        return new Leniency(forgiven, kept);
    }

    /** Answers go where orders go unless a folder of their own is named. */
    private static Optional<AcknowledgementAgreement> acknowledgement(
            Section section, Optional<FolderReference> uploads) {
        boolean wanted = section.choice("acknowledge", false, Choices.of("none", false, "997", true));
        Section details = section.section("acknowledgements");
        Optional<FolderReference> own = details.has("folder") ? OrdersReader.folder(details) : Optional.empty();
        Confirmation confirmation = details.choice(
                "interchange",
                Confirmation.ON_REQUEST,
                Choices.of(
                        "never",
                        Confirmation.NEVER,
                        "on-request",
                        Confirmation.ON_REQUEST,
                        "always",
                        Confirmation.ALWAYS));
        boolean together = details.choice("ta1", false, Choices.of("alone", false, "with-997", true));
        OnUnknownOutcome unknown = details.choice(
                "onUnknownOutcome",
                OnUnknownOutcome.RESEND,
                Choices.of("resend", OnUnknownOutcome.RESEND, "hold", OnUnknownOutcome.HOLD));
        details.close();
        Optional<FolderReference> folder = own.or(() -> uploads);
        if (!wanted) {
            return Optional.empty();
        }
        if (folder.isEmpty()) {
            section.mistake(
                    "acknowledge",
                    "needs a folder for the answers: add orders.folder, or acknowledgements: {folder: …} here");
        }
        return folder.map(there -> new AcknowledgementAgreement(there, confirmation, together, unknown));
    }
}
