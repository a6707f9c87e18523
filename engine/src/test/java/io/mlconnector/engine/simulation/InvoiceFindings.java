package io.mlconnector.engine.simulation;

import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.testing.memory.MemoryVendorInvoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Judges what is in F&O: each invoice once and whole, in its company, with the right sign, unless a person wished otherwise. */
final class InvoiceFindings {

    private final World world;
    private final Deeds deeds;
    private final List<DocumentRecord> documents;
    private final List<String> wrong = new ArrayList<>();

    InvoiceFindings(World world, Deeds deeds, List<DocumentRecord> documents) {
        this.world = world;
        this.deeds = deeds;
        this.documents = documents;
    }

    List<String> judge() {
        Map<String, Paper.Invoice> sent = new TreeMap<>();
        Map<String, Boolean> posted = new TreeMap<>();
        world.play()
                .published()
                .forEach(file -> file.invoices().forEach(invoice -> {
                    sent.put(invoice.number(), invoice);
                    posted.merge(invoice.number(), file.posted(), Boolean::logicalOr);
                }));
        posted.forEach((number, wanted) -> invoice(number, wanted));
        for (MemoryVendorInvoices.Stored stored : world.companies().invoices().invoices()) {
            Paper.Invoice invoice = sent.get(stored.header().number());
            if (invoice == null) {
                wrong.add("nobody sent invoice " + stored.header().number());
            } else if (!stored.header().mark().equals("clerk")) {
                content(stored, invoice);
            }
            attachments(stored);
        }
        return wrong;
    }

    private void content(MemoryVendorInvoices.Stored stored, Paper.Invoice invoice) {
        InvoiceToPost header = stored.header();
        boolean ours =
                documents.stream().anyMatch(document -> document.id().text().equals(header.mark()));
        if (!ours) {
            wrong.add("strange: invoice " + header.number() + " is of another connection");
        }
        if (!header.legalEntity().equals(invoice.company())) {
            wrong.add("strange: invoice " + header.number() + " is in " + header.legalEntity() + " instead of "
                    + invoice.company());
        }
        int sign = invoice.kind() == Paper.Kind.CREDIT ? -1 : 1;
        if (header.total().signum() != sign
                || stored.lines().stream().anyMatch(line -> line.netAmount().signum() != sign)) {
            wrong.add("strange: invoice " + header.number() + " has the wrong sign");
        }
        if (invoice.kind() == Paper.Kind.CHARGED
                && documents.stream()
                        .filter(document -> document.id().text().equals(header.mark()))
                        .noneMatch(document -> deeds.any(document.id()))) {
            wrong.add("unasked: invoice " + header.number() + " was posted without its charge");
        }
    }

    /** Each attachment is there at most once, and all of them where the history says so; a person is never asked because of them. */
    private void attachments(MemoryVendorInvoices.Stored stored) {
        List<String> names =
                world.companies().invoices().attachments(stored.header().legalEntity(), stored.reference()).stream()
                        .map(Attachment::name)
                        .toList();
        if (names.stream().distinct().count() < names.size()) {
            wrong.add("attached twice: invoice " + stored.header().number() + " has " + names);
        }
        documents.stream()
                .filter(document -> document.id().text().equals(stored.header().mark()))
                .forEach(document -> {
                    boolean told = deeds.told(document.id(), "attached") == 1;
                    if (deeds.told(document.id(), "attached") + deeds.told(document.id(), "not-attached") > 1) {
                        wrong.add("the end of the attachments of invoice "
                                + stored.header().number() + " is told more than once");
                    }
                    if (told && names.size() < Attachment.Kind.values().length - 1) {
                        wrong.add("attachments are missing: invoice "
                                + stored.header().number() + " has " + names);
                    }
                });
    }

    private List<DocumentRecord> of(String number) {
        return documents.stream()
                .filter(document -> document.keys().invoiceNumber().equals(number))
                .toList();
    }

    /**
     * The later of two files with the same numbers may be taken first: while one process enters a large file part by part, or while
     * the first file cannot be fetched. Then the first one is held for a person, and which of them counts is asked as ever.
     */
    private boolean overtaken(String number) {
        return of(number.replaceFirst("-X$", "")).stream()
                .anyMatch(document -> deeds.everStoppedFor(document.id(), ProblemCode.CONTROL_NUMBERS_REUSED));
    }

    private void invoice(String number, boolean wanted) {
        List<MemoryVendorInvoices.Stored> ours = world.companies().invoices().invoices().stream()
                .filter(stored -> stored.header().number().equals(number)
                        && !stored.header().mark().equals("clerk"))
                .toList();
        if (ours.size() > 1) {
            wrong.add("doubled: invoice " + number + " is in F&O " + ours.size() + " times");
        }
        ours.forEach(stored -> whole(number, stored));
        if (overtaken(number)) {
            return;
        }
        boolean there = !ours.isEmpty() || world.companies().keyed().contains(number);
        boolean person = of(number).stream().anyMatch(document -> deeds.any(document.id()));
        if (wanted && !there && !stands(number)) {
            wrong.add("lost: invoice " + number + " is not in F&O: "
                    + of(number).stream().map(Findings::told).collect(Collectors.joining("; ")));
        }
        boolean held = of(number).stream().anyMatch(document -> document.condition() == Condition.HELD);
        if (!wanted && !held && !person) {
            wrong.add("dropped: invoice " + number + ", whose numbers were used before, is not held for a person");
        }
        if (!wanted && !ours.isEmpty() && !person) {
            wrong.add("posted though its numbers were used before: " + number);
        }
        boolean believed = of(number).stream().anyMatch(document -> document.state() instanceof InvoiceState.Posted);
        if (believed && ours.isEmpty()) {
            wrong.add("lost: invoice " + number + " counts as posted and is not in F&O");
        }
    }

    /** A document of it is held for its charge, or a person put one aside once. */
    private boolean stands(String number) {
        return of(number).stream().anyMatch(document -> charged(document) || deeds.everPutAside(document.id()));
    }

    private static boolean charged(DocumentRecord document) {
        return document.condition() == Condition.HELD
                && document.reason().map(Problem::code).equals(Optional.of("charge-unmapped"));
    }

    private void whole(String number, MemoryVendorInvoices.Stored stored) {
        Set<Integer> parts = stored.parts();
        boolean person = documents.stream()
                .filter(document -> document.id().text().equals(stored.header().mark()))
                // Put aside half-way, and perhaps brought back to where it stood still: a person knows.
                .anyMatch(document ->
                        deeds.everPutAside(document.id()) && !(document.state() instanceof InvoiceState.Posted));
        boolean whole = parts.equals(stored.header().parts())
                && stored.lines().size() + stored.charges().size() == parts.size();
        if (!whole && !person) {
            wrong.add("not whole: invoice " + number + " has lines "
                    + stored.lines().stream()
                            .map(line -> String.valueOf(line.number()))
                            .collect(Collectors.joining(", ")));
        }
    }
}
