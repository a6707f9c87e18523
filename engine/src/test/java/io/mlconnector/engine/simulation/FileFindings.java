package io.mlconnector.engine.simulation;

import io.mlconnector.domain.sending.OutboundFile;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.testing.memory.MemoryMailbox;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what came in: each file taken once and whole, and each interchange of it answered by one 997. */
final class FileFindings {

    private static final Pattern ANSWERED = Pattern.compile("AK1\\*[A-Z]{2}\\*([0-9]+)");

    private final World world;
    private final MemoryJournal journal;
    private final List<DocumentRecord> documents;
    private final List<String> wrong = new ArrayList<>();

    FileFindings(World world, MemoryJournal journal, List<DocumentRecord> documents) {
        this.world = world;
        this.journal = journal;
        this.documents = documents;
    }

    List<String> judge() {
        List<FileRecord> taken = journal.files(500, Optional.empty()).toCompletableFuture().join().stream()
                .filter(record -> record.connection().equals(world.trade().connection()))
                .toList();
        world.play().published().forEach(file -> file(file, taken));
        answeredAtAll(taken);
        answersOnce();
        return wrong;
    }

    private void file(Play.Published file, List<FileRecord> all) {
        List<FileRecord> taken = all.stream()
                .filter(record -> record.name().equals(file.name()) && record.size() == file.bytes().length)
                .toList();
        if (taken.size() != 1) {
            wrong.add("lost or doubled: file " + file.name() + " was taken whole " + taken.size() + " times");
            return;
        }
        List<DocumentRecord> of = documents.stream()
                .filter(document ->
                        document.file().equals(Optional.of(taken.getFirst().id())))
                .toList();
        long received = of.stream()
                .filter(document -> document.direction() == Direction.INBOUND)
                .count();
        if (received != file.sets()) {
            wrong.add("lost: " + file.name() + " has " + received + " documents");
        }
        List<DocumentRecord> answers = of.stream()
                .filter(document -> document.direction() == Direction.OUTBOUND)
                .toList();
        // A repeated number is not answered again: what was said the first time stands.
        boolean repeated = file.interchanges().stream().anyMatch(one -> timesPublished(one.number()) > 1);
        if (repeated ? answers.size() > file.answered() : answers.size() != file.answered()) {
            wrong.add("lost or doubled: " + file.name() + " is answered by " + answers.size() + " documents");
        }
        answers.forEach(this::answer);
    }

    private long timesPublished(int number) {
        return world.play().published().stream()
                .flatMap(file -> file.interchanges().stream())
                .filter(one -> one.number() == number)
                .count();
    }

    /** Of several files with one interchange, one is answered. */
    private void answeredAtAll(List<FileRecord> all) {
        Map<Integer, Integer> answers = new TreeMap<>();
        for (Play.Published file : world.play().published()) {
            int answered = (int) all.stream()
                    .filter(record -> record.name().equals(file.name()) && record.size() == file.bytes().length)
                    .flatMap(record -> documents.stream()
                            .filter(document -> document.file().equals(Optional.of(record.id()))))
                    .filter(document -> document.direction() == Direction.OUTBOUND)
                    .count();
            file.interchanges().stream()
                    .filter(Paper.Interchange::answered)
                    .forEach(one -> answers.merge(one.number(), answered, Integer::sum));
        }
        answers.forEach((number, count) -> {
            if (count == 0) {
                wrong.add("lost: interchange " + number + " is answered nowhere");
            }
        });
    }

    /** Each interchange is answered by one 997, and that goes out under one name. */
    private void answer(DocumentRecord answer) {
        if (answer.state() instanceof SendingState.Delivered(OutboundFile file, Instant ignored)) {
            boolean there = world.companies().mailbox().received().stream()
                    .anyMatch(upload -> upload.name().equals(file.name())
                            && ANSWERED.matcher(text(upload)).find());
            if (!there) {
                wrong.add("lost: " + file.name() + " counts as delivered and never was");
            }
            return;
        }
        boolean known = answer.condition() == Condition.HELD
                || answer.reason()
                        .map(Problem::code)
                        .filter(Set.of(Storm.REFUSED, "discarded-by-person")::contains)
                        .isPresent();
        if (!known) {
            wrong.add("lost: the answer " + Findings.told(answer));
        }
    }

    /** No interchange has more 997s than files in which it came. */
    private void answersOnce() {
        Map<Integer, Integer> came = new TreeMap<>();
        world.play()
                .published()
                .forEach(file -> file.interchanges().stream()
                        .filter(Paper.Interchange::answered)
                        .forEach(one -> came.merge(one.number(), 1, Integer::sum)));
        Map<Integer, Set<String>> answered = new TreeMap<>();
        for (MemoryMailbox.Upload upload : world.companies().mailbox().received()) {
            Matcher answers = ANSWERED.matcher(text(upload));
            while (answers.find()) {
                answered.computeIfAbsent(Integer.parseInt(answers.group(1)), number -> new TreeSet<>())
                        .add(upload.name());
            }
        }
        answered.forEach((number, names) -> {
            if (names.size() > came.getOrDefault(number, 0)) {
                wrong.add("doubled: interchange " + number + ", which came " + came.getOrDefault(number, 0)
                        + " times, is answered by " + names);
            }
        });
    }

    private static String text(MemoryMailbox.Upload upload) {
        return new String(upload.bytes(), StandardCharsets.UTF_8);
    }
}
