package io.mlconnector.domain;

import io.mlconnector.domain.retry.FailureTreatment;
import io.mlconnector.domain.retry.RemoteWrite;
import io.mlconnector.domain.words.FailureClass;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Locale;

/** Writes {@code docs/unknown.md} and {@code docs/retries.md} from the tables that the decisions go by. */
final class RuleTables {

    private static final String ANEW =
            " a test fails while this file is not what it says.\nWrite it anew with `./mvnw -pl domain test"
                    + " -Dstates.write=true`.\n\n";

    private RuleTables() {}

    static String unknown() {
        StringBuilder text = new StringBuilder("# When nobody knows whether a write happened\n\n");
        text.append("Generated from `RemoteWrite`;").append(ANEW);
        text.append(
                "Neither system has an idempotency key, so a lost answer is no failure: it is an outcome of its own. The"
                        + " intent of\neach write is committed before the write leaves; an intent without an outcome is *in doubt*, also"
                        + " after a crash.\nEvery asking stands in the document's history. While the other side cannot be asked, the"
                        + " question waits without end.\n\n");
        text.append(
                "| write | what proves that it happened | what proves that it did not | what proves nothing | then |\n");
        text.append("|---|---|---|---|---|\n");
        for (RemoteWrite write : RemoteWrite.values()) {
            row(
                    text,
                    name(write),
                    write.provesThatItHappened(),
                    write.provesThatItDidNot(),
                    write.provesNothing(),
                    write.then());
        }
        return text.toString();
    }

    static String retries() {
        StringBuilder text = new StringBuilder("# What is tried again, when, and how long\n\n");
        text.append("Generated from `FailureClass` and `FailureTreatment`;").append(ANEW);
        text.append("| failure | what belongs to it | tried again | uses up an attempt | after | then |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (FailureClass failure : FailureClass.values()) {
            FailureTreatment treatment = FailureTreatment.of(failure);
            row(
                    text,
                    name(failure),
                    treatment.examples(),
                    failure.retried() ? "yes" : "no",
                    failure.countsAsAttempt() ? "yes" : "no",
                    treatment.after(),
                    treatment.then());
        }
        return text.toString();
    }

    static String problems() {
        StringBuilder text = new StringBuilder("# Codes of problems\n\n");
        text.append("Generated from `ProblemCode`;").append(ANEW);
        text.append(
                "A document, a file, health and the API name a problem by its code. The message beside it says what happened,"
                        + " to which\ndocument, and what to do next. What each kind of failure leads to stands in [retries.md](retries.md)."
                        + " A file that\nbreaks a rule of X12 bears the code of that rule, see [x12.md](x12.md).\n\n");
        text.append("| code | failure | meaning |\n|---|---|---|\n");
        for (ProblemCode code : ProblemCode.values()) {
            row(text, "`" + code.text() + "`", name(code.failureClass()), code.meaning());
        }
        return text.toString();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
