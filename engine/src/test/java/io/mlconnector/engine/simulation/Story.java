package io.mlconnector.engine.simulation;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in one run, in order: every call to a remote system or to the journal with its arguments in brief and
 * its outcome, every signal, every piece of trouble. Two runs are the same run if their stories are.
 */
final class Story {

    private static final int MOST = 160;

    private final VirtualTime time;
    private final boolean told;
    private final List<String> lines = new ArrayList<>();

    /**
     * Begins empty.
     *
     * @param told whether anybody wants to hear it; otherwise nothing is kept
     */
    Story(VirtualTime time, boolean told) {
        this.time = time;
        this.told = told;
    }

    /** The next thing that happened. */
    void tell(String what, Object... more) {
        if (told) {
            StringBuilder line =
                    new StringBuilder().append(time.now()).append(' ').append(what);
            for (Object one : more) {
                line.append(' ').append(brief(one));
            }
            lines.add(line.toString());
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private static String brief(@Nullable Object what) {
        return switch (what) {
            case null -> "-";
            case byte[] bytes -> bytes.length + " bytes";
            case Intent<?> ignored -> "intent";
            case Claim claim -> claim.id() + "@" + claim.epoch();
            case Change change -> change.state() + " then " + change.next();
            case DocumentRecord document -> document.id() + " " + document.state();
            case Object[] several -> brief(List.of(several));
            case Outcome.Done<?> done -> "done " + brief(done.value());
            case Optional<?> maybe -> maybe.map(Story::brief).orElse("nothing");
            // Sets and maps are told by their size: the order in which they are gone through says nothing.
            case List<?> several ->
                several.size() + " " + several.stream().map(Story::brief).toList();
            case Collection<?> several -> several.size() + " of them";
            case String text -> cut(text);
            case Record value -> cut(value.toString().replaceAll("\\[B@[0-9a-f]+", "bytes"));
            case Enum<?> one -> one.name();
            case Number number -> number.toString();
            case Boolean yes -> yes.toString();
            default -> what.getClass().isHidden() || what.getClass().isSynthetic() ? "a function" : plain(what);
        };
    }

    private static String plain(Object what) {
        return what.getClass().getName().startsWith("java.time.")
                ? what.toString()
                : what.getClass().getSimpleName().replaceAll("[$].*", "");
    }

    private static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + " and " + text.hashCode();
    }
}
