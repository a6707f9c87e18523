package io.mlconnector.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void what_the_program_put_aside_is_not_told_as_a_persons_doing() {
        assertThat(Answers.explained(
                        Condition.DISCARDED,
                        Optional.of(Problem.of(ProblemCode.DISCARDED_BEFORE, "", "It came before."))))
                .startsWith("The program put it aside")
                .doesNotContain("person");
        assertThat(Answers.explained(
                        Condition.DISCARDED, Optional.of(Problem.of(ProblemCode.DISCARDED_BY_PERSON, "", "No use."))))
                .startsWith("A person took it out of the way");
    }

    @Test
    void what_could_not_be_read_was_not_read() {
        assertThat(Answers.explained(Stage.DECODED, Validity.INVALID)).doesNotContain("It was read");
        assertThat(Answers.explained(Stage.DECODED, Validity.VALID)).isEqualTo("It was read.");
    }
}
