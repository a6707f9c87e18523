package io.mlconnector.engine.check;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.EnvelopeVerdicts;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.UnreadBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a file while it is read, as it would be judged if a partner had sent it; keeps none of its documents. */
public final class CheckedFile implements DocumentSink {

    /** What is told as soon as it is known. */
    public interface Listener {

        /**
         * A transaction set, when its interchange is complete.
         *
         * @param reference where it stands
         * @param usable whether it would be processed
         */
        void set(EnvelopeReference reference, boolean usable);

        /** An interchange, behind its sets. */
        void interchange(ReceivedInterchange interchange);

        /** Something that is wrong, of a set or of what is around it. */
        void problem(SyntaxProblem problem);
    }

    /** A set whose interchange is still being read. */
    private record Pending(EnvelopeReference reference, boolean usable) {}

    private final Listener listener;
    private final List<Pending> pending = new ArrayList<>();
    private long documents;
    private boolean acknowledged;
    private boolean usable = true;

    /** A check at its beginning. */
    public CheckedFile(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void document(DecodedDocument document) {
        documents++;
        pending.add(new Pending(document.reference(), document.usable()));
        document.problems().forEach(listener::problem);
    }

    @Override
    public void interchange(ReceivedInterchange interchange) {
        List<Optional<SyntaxProblem>> against = EnvelopeVerdicts.ofSets(interchange);
        for (int number = 0; number < pending.size(); number++) {
            Pending set = pending.get(number);
            boolean good = set.usable()
                    && interchange.complete()
                    && (number >= against.size()
                            || against.get(number).filter(CheckedFile::refuses).isEmpty());
            usable &= good;
            listener.set(set.reference(), good);
        }
        pending.clear();
        acknowledged |= !interchange.acknowledgements().isEmpty();
        listener.interchange(interchange);
    }

    @Override
    public void problem(SyntaxProblem problem) {
        usable &= problem.severity() != Severity.FATAL;
        listener.problem(problem);
    }

    /** Bytes that belong to no document are something that a person must see; what they are is told as a problem. */
    @Override
    public void unread(UnreadBytes bytes) {
        usable = false;
    }

    /** As the daemon judges: a set is not processed if the envelope around it does not agree with itself. */
    private static boolean refuses(SyntaxProblem problem) {
        return problem.severity().compareTo(Severity.ERROR) >= 0;
    }

    /** How many transaction sets there are. */
    public long documents() {
        return documents;
    }

    /** Whether all of it can be used; a file that only acknowledges interchanges has no sets. */
    public boolean usable() {
        return usable && (documents > 0 || acknowledged);
    }
}
