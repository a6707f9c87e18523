package io.mlconnector.domain.alignment;

import io.mlconnector.domain.words.Problem;
import java.util.Objects;

/**
 * The answer of an alignment rule: what a reference means on the other side, and why; or why nobody knows.
 *
 * @param <T> what is looked for
 */
public sealed interface Alignment<T> {

    /**
     * Found.
     *
     * @param value what the reference means
     * @param rule the rule that found it, such as {@code order-line-number}; [a-z-]+
     * @param explanation a sentence for a person
     */
    record Found<T>(T value, String rule, String explanation) implements Alignment<T> {
        public Found {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(explanation, "explanation");
        }

        /**
         * Explanation and rule for the history.
         *
         * @param about put before the explanation; ends with a blank, or is empty
         */
        public Reason reason(String about) {
            return new Reason(about + explanation, rule);
        }
    }

    /**
     * No rule applies.
     *
     * @param why what is missing and what to do
     */
    record Missing<T>(Problem why) implements Alignment<T> {
        public Missing {
            Objects.requireNonNull(why, "why");
        }
    }
}
