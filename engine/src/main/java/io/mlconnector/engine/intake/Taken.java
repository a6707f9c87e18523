package io.mlconnector.engine.intake;

import io.mlconnector.domain.words.Problem;
import java.util.Objects;

/** What came of taking one file. */
sealed interface Taken {

    /** It is in the journal, or it was gone. */
    record Done() implements Taken {}

    /** Its end is missing, and somebody may be writing it. */
    record Growing() implements Taken {}

    /**
     * The gateway did not give it now.
     *
     * @param why what stood in the way
     */
    record Later(Problem why) implements Taken {
        public Later {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * A repeat will hardly help: the file is too large, or our own code breaks off on it.
     *
     * @param why what is wrong, and what to do
     */
    record Impossible(Problem why) implements Taken {
        public Impossible {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * It was tried often enough: it is recorded without its bytes, now.
     *
     * @param why what is wrong, and what to do
     */
    record GivenUp(Problem why) implements Taken {
        public GivenUp {
            Objects.requireNonNull(why, "why");
        }
    }
}
