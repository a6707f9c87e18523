package io.mlconnector.runtime.cli;

import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.Tax;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.invoicing.heading.HeaderFields;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.PartnerReadingRules;
import io.mlconnector.engine.forecast.Previews;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.ReadingRules.Book;
import io.mlconnector.ports.stored.ReceivedSet;
import io.mlconnector.runtime.cli.x12.X12Command;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.terminal.Blocking;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.CommandGroup;
import io.mlconnector.runtime.terminal.ConfigOption;
import io.mlconnector.runtime.terminal.ExitCode;
import io.mlconnector.x12.X12Codec;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what would be sent or written, and why; without any side effect. */
@Command(
        name = "preview",
        description = "Shows what would be sent or written, with the reason for every aligned value. Changes nothing.",
        mixinStandardHelpOptions = true)
final class PreviewCommand extends CommandGroup {

    @Command(
            name = "order",
            description = "The file that a confirmed order would become.",
            mixinStandardHelpOptions = true)
    int order(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "LEGALENTITY") String legalEntity,
            @Parameters(paramLabel = "ORDERNUMBER") String orderNumber,
            @Option(names = "--connection", paramLabel = "ID", description = "Default: the first one.")
                    String connection) {
        return withConnection(config, connection, resources -> open -> {
            Previews.Order preview = Blocking.await(new Previews(resources.engine(), open.connection())
                    .order(new LegalEntity(legalEntity), orderNumber));
            preview.reasons().forEach(reason -> System.err.println("  " + reason));
            if (preview.problem().isPresent()) {
                System.err.println("Not possible: " + preview.problem().get().message());
                return ExitCode.FAILED;
            }
            System.err.println("Would become " + preview.fileName() + ":");
            System.out.println(preview.shown());
            return 0;
        });
    }

    @Command(
            name = "invoice",
            description =
                    "The F&O rows that the invoices of a file would become. Without a configuration: what the file"
                            + " says, not aligned.",
            mixinStandardHelpOptions = true)
    int invoice(
            @Mixin ConfigOption config,
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--connection", paramLabel = "ID", description = "Default: the first one.")
                    String connection) {
        byte[] bytes = X12Command.read(file);
        boolean aligning = Files.exists(config.file());
        DecodedFile decoded = new X12Codec().decode(bytes, aligning ? rules(config, connection) : Book.USUAL);
        boolean good = !decoded.damaged() && !decoded.documents().isEmpty();
        decoded.problems().forEach(problem -> System.out.println(X12Command.line(problem)));
        for (DecodedDocument document : decoded.documents()) {
            System.out.println();
            System.out.println(document.reference().transactionSetId() + " "
                    + document.reference().transactionSetNumber() + " from "
                    + document.reference().sender() + " in interchange "
                    + document.reference().interchangeNumber()
                    + (document.usable() ? "" : ": cannot be used"));
            document.problems().forEach(problem -> System.out.println("  " + X12Command.line(problem)));
            good &= document.usable();
            if (document.content() instanceof Content.Invoice(VendorInvoice invoice)) {
                print(invoice);
                if (aligning && document.usable()) {
                    good &= aligned(config, connection, document, invoice);
                }
            }
        }
        if (!aligning) {
            System.out.println();
            System.out.println("Not aligned: there is no configuration " + config.file()
                    + ". Name one with --config to see the rows that F&O would get.");
        }
        return good ? 0 : ExitCode.FAILED;
    }

    private static Book rules(ConfigOption config, @org.jspecify.annotations.Nullable String connection) {
        return config.read().connections().stream()
                .filter(one -> connection == null || one.id().equals(connection))
                .findFirst()
                .map(one -> PartnerReadingRules.of(one.partners()))
                .orElse(Book.USUAL);
    }

    private static void print(VendorInvoice invoice) {
        System.out.println("  " + (invoice.kind() == VendorInvoice.Kind.CREDIT_NOTE ? "Credit note " : "Invoice ")
                + invoice.number() + " of " + invoice.date() + ", order "
                + invoice.orderNumber().orElse("(none)") + ", total "
                + invoice.total().toPlainString() + " "
                + invoice.currency().map(Object::toString).orElse("") + ", lines, charges and tax add up to "
                + invoice.computedTotal().toPlainString());
        BigDecimal difference = invoice.total().subtract(invoice.computedTotal());
        if (difference.signum() != 0) {
            System.out.println("  The totals differ: the stated total is "
                    + difference.abs().toPlainString()
                    + (difference.signum() > 0 ? " more" : " less") + " than lines, charges and tax.");
        }
        for (InvoiceLine line : invoice.lines()) {
            System.out.println("    line " + line.position() + " (IT101 "
                    + line.lineNumber().orElse("none") + "): " + line.quantity().toPlainString() + " " + line.unit()
                    + " at " + line.price().amount().toPlainString() + " per "
                    + line.price().per().toPlainString() + " = " + line.amount().toPlainString() + "  "
                    + line.productIds() + "  " + line.description());
            print("      ", line.charges(), line.taxes());
        }
        print("    ", invoice.charges(), invoice.taxes());
    }

    private static void print(String indent, List<Charge> charges, List<Tax> taxes) {
        charges.forEach(charge -> System.out.println(indent + "charge " + charge.named() + " "
                + charge.amount().toPlainString() + "  " + charge.description()));
        taxes.forEach(tax -> System.out.println(
                indent + "tax " + tax.type() + " " + tax.amount().toPlainString()));
    }

    private static boolean aligned(
            ConfigOption config,
            @org.jspecify.annotations.Nullable String connection,
            DecodedDocument document,
            VendorInvoice invoice) {
        ReceivedSet set = ReceivedSet.ofInvoice(document.reference(), invoice, document.problems());
        return withConnection(config, connection, resources -> open -> {
            Examination examination =
                    Blocking.await(new Previews(resources.engine(), open.connection()).invoice(set, invoice));
            return switch (examination) {
                case Examination.Passed(InvoiceToPost posting, List<HistoryEntry> history) -> {
                    history.forEach(entry -> System.out.println("  " + entry.message()));
                    rows(posting);
                    yield true;
                }
                case Examination.BegunBefore begun -> {
                    begun.history().forEach(entry -> System.out.println("  " + entry.message()));
                    yield begun.missing().isEmpty();
                }
                case Examination.Stopped(List<Problem> problems, List<HistoryEntry> history) -> {
                    history.forEach(entry -> System.out.println("  " + entry.message()));
                    yield no("held", Problem.summary(problems));
                }
                case Examination.AlreadyThere(Problem why, Optional<DocumentId> ignored) -> no("a duplicate", why);
                case Examination.Refused(Problem why) -> no("failed", why);
                case Examination.Later later -> no("waiting", later.why());
            };
        });
    }

    private static boolean no(String condition, Problem why) {
        System.out.println("  Would be " + condition + ": " + why.message());
        return false;
    }

    /** Fields of the header that are written only where they are wanted and known. */
    private static String beyond(HeaderFields header) {
        return header.receivedDate().map(day -> " InvoiceReceivedDate=" + day).orElse("")
                + (header.terms().isEmpty() ? "" : " TermsOfPayment=" + header.terms())
                + header.dueDate().map(day -> " DueDate=" + day).orElse("")
                + (header.documentNumber().isEmpty() ? "" : " DocumentNumber=" + header.documentNumber());
    }

    private static void rows(InvoiceToPost posting) {
        System.out.println("  VendorInvoiceHeaders: dataAreaId=" + posting.legalEntity() + " InvoiceAccount="
                + posting.vendor() + " InvoiceNumber=" + posting.number() + " InvoiceDate=" + posting.date()
                + " PurchaseOrderNumber=" + posting.orderNumber() + " Currency=" + posting.currency()
                + " ImportedAmount=" + posting.total().toPlainString() + " ImportedSalesTax="
                + posting.tax().toPlainString() + beyond(posting.header()));
        for (InvoiceToPost.Line line : posting.lines()) {
            System.out.println("  VendorInvoiceLines: InvoiceLineNumber=" + line.number() + " PurchaseOrder="
                    + line.orderNumber() + " PurchLineNumber=" + line.orderLine() + " ItemNumber="
                    + line.item().map(Object::toString).orElse("") + " ReceiveNow="
                    + line.quantity().amount().toPlainString() + " Unit="
                    + line.quantity().unit() + " UnitPrice="
                    + line.price().amount().toPlainString() + " PriceUnit="
                    + line.price().per().toPlainString() + " NetAmount="
                    + line.netAmount().toPlainString()
                    + (line.category().isBlank() ? "" : " ProcurementCategoryName=" + line.category()));
        }
        for (ChargeToPost charge : posting.charges()) {
            System.out.println("  "
                    + charge.line()
                            .map(line -> "VendorInvoiceLineCharges: InvoiceLineNumber=" + line)
                            .orElse("VendorInvoiceHeaderCharges:")
                    + " ChargeLineNumber=" + charge.number() + " PurchaseChargeCode=" + charge.chargesCode()
                    + " FixedChargeAmount=" + charge.amount().toPlainString() + " ChargeDescription="
                    + charge.description());
        }
    }

    private static <T> T withConnection(
            ConfigOption config,
            @org.jspecify.annotations.Nullable String connection,
            Function<DaemonResources, Function<OpenConnection, T>> work) {
        return config.withResources(resources -> {
            ConnectionSettings settings = resources.configuration().connections().stream()
                    .filter(one -> connection == null || one.id().equals(connection))
                    .findFirst()
                    .orElseThrow(
                            () -> new CommandFailure(ExitCode.WRONG, "No connection is called " + connection + "."));
            OpenConnection open = Blocking.await(OpenConnection.open(resources, settings));
            try {
                return work.apply(resources).apply(open);
            } finally {
                open.close();
            }
        });
    }
}
