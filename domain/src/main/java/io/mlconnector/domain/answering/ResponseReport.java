package io.mlconnector.domain.answering;

import java.util.List;
import java.util.Objects;

/**
 * An answer in words of people.
 *
 * @param verdict what it comes to
 * @param remarks a sentence for each line that is not taken as ordered, and for each promise of a date; may be empty
 */
public record ResponseReport(ResponseResult verdict, List<String> remarks) {
    public ResponseReport {
        Objects.requireNonNull(verdict, "verdict");
        remarks = List.copyOf(remarks);
    }
}
