package io.mlconnector.console.intervention;

import io.mlconnector.console.page.Figures;
import io.mlconnector.console.page.Foretold;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecast.Verdict;

/** What the forecast of an action comes to for those who decide on it, in plain words. */
final class Impact {
    private Impact() {}

    /** What a button would bring about. */
    enum Effect {
        /** Something changes. */
        CHANGES,
        /** It is done, but the document stands still afterwards as it does now. */
        IN_VAIN,
        /** Nothing happens, or it is not possible. */
        NONE
    }

    /**
     * What it would bring about.
     *
     * @param now the document's condition before it
     */
    static Effect of(Verb verb, Verdict verdict, Condition now) {
        if (verdict == Verdict.REFUSED) {
            return Effect.NONE;
        }
        if (verb != Verb.REPLAY && verb != Verb.RELEASE) {
            return Effect.CHANGES;
        }
        return switch (verdict) {
            case NOTHING ->
                now == Condition.DONE || now == Condition.DUPLICATE || now == Condition.DISCARDED
                        ? Effect.NONE
                        : Effect.CHANGES;
            case HOLDS -> now == Condition.HELD ? Effect.IN_VAIN : Effect.CHANGES;
            case FAILS -> now == Condition.FAILED ? Effect.IN_VAIN : Effect.CHANGES;
            default -> Effect.CHANGES;
        };
    }

    /** The forecast of one document in a sentence. */
    static String sentence(Verb verb, Forecast forecast, Condition now) {
        String sentence = Foretold.sentence(forecast.message());
        return of(verb, forecast.verdict(), now) != Effect.IN_VAIN
                ? sentence
                : sentence.replaceFirst("^It is held: ", "It stays held: ")
                        .replaceFirst("^It fails: ", "It fails again: ");
    }

    /** How many of them are of a verdict, such as {@code 2 are discarded}. */
    static String counted(Verb verb, String verdict, int count) {
        boolean one = count == 1;
        return Figures.count(count) + " "
                + switch (verdict) {
                    case "sends" -> one ? "sends a file" : "send a file each";
                    case "posts" -> one ? "creates a vendor invoice" : "create a vendor invoice each";
                    case "adds-lines" ->
                        one ? "adds lines to its vendor invoice" : "add lines to their vendor invoices";
                    case "deletes" -> one ? "has its header deleted in F&O" : "have their headers deleted in F&O";
                    case "asks" ->
                        one
                                ? "has the other side asked whether it arrived"
                                : "have the other side asked whether they arrived";
                    case "holds" -> one ? "stays held: its row says why" : "stay held: each row says why";
                    case "fails" -> one ? "fails: its row says why" : "fail: each row says why";
                    case "later" -> one ? "goes on later by itself" : "go on later by themselves";
                    case "refused" ->
                        "cannot be " + participle(verb) + (one ? ": its row says why" : ": each row says why");
                    case "done" -> (one ? "was " : "were ") + participle(verb);
                    case "left" ->
                        one ? "was left as it is: its row says why" : "were left as they are: each row says why";
                    default -> nothing(verb, one);
                };
    }

    /** Nothing is written anywhere; what happens instead depends on what is wanted. */
    private static String nothing(Verb verb, boolean one) {
        return switch (verb) {
            case REPLAY, RELEASE -> one ? "has nothing to do" : "have nothing to do";
            case DISCARD, ASSIGN, SNOOZE -> (one ? "is " : "are ") + participle(verb);
            case RESTORE -> one ? "comes back to where it was" : "come back to where they were";
        };
    }

    /** What was done, as a word after "it was". */
    static String participle(Verb verb) {
        return switch (verb) {
            case REPLAY -> "replayed";
            case RELEASE -> "released";
            case DISCARD -> "discarded";
            case RESTORE -> "restored";
            case ASSIGN -> "assigned";
            case SNOOZE -> "put off";
        };
    }
}
