package io.mlconnector.verification.verify.evaluation;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.postgres.audit.AuditResult;
import io.mlconnector.postgres.audit.StoredJournal.Document;
import io.mlconnector.postgres.audit.StoredJournal.Entry;
import io.mlconnector.twin.judge.Declared;
import io.mlconnector.twin.judge.Evidence;
import io.mlconnector.twin.judge.Judgement;
import io.mlconnector.verification.verify.evaluation.RequestEtiquette.Breach;
import io.mlconnector.verification.verify.evaluation.RequestEtiquette.Busy;
import io.mlconnector.verification.verify.testbed.VerifyConfiguration;
import io.mlconnector.verification.verify.trouble.Endurance;
import io.mlconnector.verification.verify.trouble.Finding;
import io.mlconnector.verification.verify.trouble.Finding.Kind;
import io.mlconnector.verification.verify.trouble.Kill;
import io.mlconnector.verification.verify.trouble.Origins;
import io.mlconnector.verification.verify.trouble.Round;
import io.mlconnector.verification.verify.trouble.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what is promised with what the remote systems sent and received and with the journal. */
public final class Evaluation {

    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(5);

    private final List<Round> rounds;
    private final Evidence evidence;
    private final List<Document> documents;
    private final Origins origins;
    private final Map<Trouble, List<Entry>> entries = new HashMap<>();
    private final Map<String, Set<String>> events = new HashMap<>();
    private final List<Entry> all;
    private final RequestEtiquette etiquette;
    private final List<Breach> breaches;
    private final List<Finding> findings = new ArrayList<>();

    public Evaluation(
            List<Round> rounds,
            Evidence evidence,
            List<Document> documents,
            List<Entry> all,
            RequestEtiquette etiquette) {
        this.rounds = rounds;
        this.evidence = evidence;
        this.documents = documents;
        this.origins = new Origins(rounds, evidence.published());
        this.all = all;
        this.etiquette = etiquette;
        this.breaches = etiquette.breaches();
        Map<String, Document> byId = documents.stream().collect(Collectors.toMap(Document::id, document -> document));
        for (Entry entry : all) {
            Document owner = byId.get(entry.owner());
            if (owner != null) {
                entries.computeIfAbsent(origins.of(owner), absent -> new ArrayList<>())
                        .add(entry);
                events.computeIfAbsent(owner.orderNumber(), absent -> new HashSet<>())
                        .add(entry.event());
            }
        }
    }

    /** Compares everything and reports every deviation. */
    public Report report(long seed, List<String> unsettled, List<String> broken, AuditResult history, Duration took) {
        compare();
        unsettled.forEach(line -> found(origins.of(line), Kind.OPEN, line));
        broken.forEach(line -> found(Trouble.EVERYTHING, Kind.BROKEN, line));
        breaches.stream()
                .filter(breach -> !breach.excused(troubleAt(breach.at())))
                .forEach(breach -> found(troubleAt(breach.at()), Kind.TOO_EARLY, breach.what()));
        List<ResultRow> rows = Arrays.stream(Trouble.values())
                .filter(trouble -> rounds.stream().anyMatch(round -> round.trouble() == trouble))
                .map(this::row)
                .toList();
        rows.forEach(this::checkRow);
        return new Report(seed, rows, findings, took, history.entries());
    }

    private void found(Trouble trouble, Kind kind, String message) {
        findings.add(new Finding(trouble, kind, message));
    }

    private void compare() {
        Judgement judgement = evidence.judge(declared());
        judgement.lost().forEach(line -> found(origins.of(line), Kind.LOST, line));
        judgement.doubled().forEach(line -> found(origins.of(line), Kind.DOUBLED, line));
        judgement.incomplete().forEach(line -> found(origins.of(line), Kind.INCOMPLETE, line));
        judgement.unexpected().forEach(line -> found(origins.of(line), Kind.UNEXPECTED, line));
        judgement.resent().stream()
                .filter(line -> !agreed(line))
                .forEach(line ->
                        found(origins.of(line), Kind.DOUBLED, line + ", although nobody had agreed to a resend"));
    }

    private boolean agreed(String line) {
        return events.entrySet().stream()
                .anyMatch(entry -> line.contains("order " + entry.getKey())
                        && entry.getValue().contains("resend-agreed"));
    }

    /** Only what waits for a person may be missing, because nobody discards a document during a verification. */
    private Declared declared() {
        Set<String> orders = new HashSet<>();
        Set<String> invoices = new HashSet<>();
        documents.stream().filter(Evaluation::waitsForAPerson).forEach(document -> {
            if (document.outbound()) {
                orders.add(document.legalEntity() + "/" + document.confirmationNumber());
            } else {
                invoices.add(document.invoiceNumber().isEmpty() ? document.fileName() : document.invoiceNumber());
            }
        });
        return new Declared(orders, invoices);
    }

    private static boolean waitsForAPerson(Document document) {
        return document.condition() == Condition.HELD || document.condition() == Condition.FAILED;
    }

    private Trouble troubleAt(Instant when) {
        return rounds.stream()
                .filter(round -> !round.from().isAfter(when))
                .reduce((first, second) -> second)
                .map(Round::trouble)
                .orElse(Trouble.NONE);
    }

    private ResultRow row(Trouble trouble) {
        List<Round> those =
                rounds.stream().filter(round -> round.trouble() == trouble).toList();
        UncertainWrites doubts = UncertainWrites.in(entries.getOrDefault(trouble, List.of()));
        List<Kill> kills =
                those.stream().flatMap(round -> round.kills().stream()).toList();
        return new ResultRow(
                trouble,
                those.size(),
                (int) evidence.confirmations().stream()
                        .filter(confirmed -> origins.of(confirmed.orderNumber()) == trouble)
                        .count(),
                (int) evidence.published().stream()
                        .flatMap(file -> file.invoices().stream())
                        .filter(invoice -> origins.of(invoice.purchaseOrderNumber()) == trouble)
                        .map(invoice -> invoice.purchaseOrderNumber() + " " + invoice.invoiceNumber())
                        .distinct()
                        .count(),
                count(trouble, Kind.LOST),
                count(trouble, Kind.DOUBLED),
                count(trouble, Kind.INCOMPLETE) + count(trouble, Kind.UNEXPECTED),
                doubts,
                (int) documents.stream()
                                .filter(Evaluation::waitsForAPerson)
                                .filter(document -> origins.of(document) == trouble)
                                .count()
                        - doubts.held(),
                ResumeTimes.of(kills, all),
                those.stream().map(Round::endurance).reduce(Endurance.NONE, Endurance::and),
                count(trouble, Kind.TOO_EARLY),
                those.stream()
                        .map(round -> etiquette.busiestSecond(round.from(), round.to()))
                        .max(Comparator.comparingInt(Busy::requests))
                        .orElse(new Busy(0, "")));
    }

    private int count(Trouble trouble, Kind kind) {
        return (int) findings.stream()
                .filter(finding -> finding.trouble() == trouble && finding.kind() == kind)
                .count();
    }

    /** Checks what is promised for a row as a whole, besides the findings about single documents. */
    private void checkRow(ResultRow row) {
        if (row.doubts().open() > 0) {
            found(row.trouble(), Kind.OPEN, row.doubts().open() + " writes still have an unknown outcome");
        }
        if (!row.trouble().delays() && row.busiest().requests() > VerifyConfiguration.REQUESTS_PER_SECOND) {
            found(
                    row.trouble(),
                    Kind.TOO_MANY,
                    row.busiest().what() + "; " + VerifyConfiguration.REQUESTS_PER_SECOND + " are allowed");
        }
        row.endurance().complaints().forEach(complaint -> found(row.trouble(), Kind.STOPPED, complaint));
        row.resumes()
                .percentile(0.95)
                .filter(slow -> slow.compareTo(RESUMED_WITHIN) > 0)
                .ifPresent(slow -> found(
                        row.trouble(),
                        Kind.LATE,
                        "After SIGKILL it took " + slow.toMillis()
                                + " ms (p95) until the restarted daemon resumed work; at most "
                                + RESUMED_WITHIN.toMillis() + " ms are promised"));
    }
}
