package io.mlconnector.runtime.cli;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.runtime.crossreference.CrossReferenceCsv;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers, days and kinds of a command line, in words of ours where they are none. */
final class TypedValues {

    private TypedValues() {}

    /** Has a command and those below it read them so. */
    static void in(CommandLine line) {
        register(line, Integer.class, Integer::valueOf, "a whole number");
        register(line, int.class, Integer::valueOf, "a whole number");
        register(line, Long.class, Long::valueOf, "a whole number");
        register(line, long.class, Long::valueOf, "a whole number");
        register(line, LocalDate.class, LocalDate::parse, "a day such as 2026-11-30");
        line.registerConverter(CrossReference.Kind.class, word -> {
            try {
                return CrossReferenceCsv.kind(word);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        });
    }

    private static <T> void register(CommandLine line, Class<T> type, Function<String, T> reading, String what) {
        line.registerConverter(type, text -> {
            try {
                return reading.apply(text);
            } catch (NumberFormatException | DateTimeException e) {
                throw new TypeConversionException(text + " is not " + what + ".");
            }
        });
    }
}
