package io.mlconnector.domain.interchange;

import java.util.List;
import java.util.Objects;

/**
 * A functional group as it was received: GS to GE, answered by one 997.
 *
 * @param code GS01, such as {@code IN}; empty for sets that stand outside of any group
 * @param sender GS02
 * @param receiver GS03
 * @param number GS06 as received
 * @param version GS08 as received
 * @param declaredSets GE01 as received; empty if there was no GE
 * @param problems what is wrong with GS and GE; their standard codes begin with AK905 where the standard has one
 * @param sets its transaction sets in their order
 */
public record ReceivedGroup(
        String code,
        String sender,
        String receiver,
        String number,
        String version,
        String declaredSets,
        List<SyntaxProblem> problems,
        List<ReceivedTransactionSet> sets) {
    public ReceivedGroup {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(declaredSets, "declaredSets");
        problems = List.copyOf(problems);
        sets = List.copyOf(sets);
    }

    /** Whether a 997 can say of which group it speaks: AK1 repeats its code and its number. */
    public boolean answerable() {
        return answerable(code, number);
    }

    /** The same of a GS01 and a GS06. */
    public static boolean answerable(String code, String number) {
        return code.length() == 2 && number.matches("[0-9]{1,9}");
    }
}
