package io.mlconnector.runtime.config.explain;

/** Why a value of the configuration is in force. */
public sealed interface Origin {

    /**
     * It stands in the file.
     *
     * @param number of the line, from 1
     */
    record Line(int number) implements Origin {
        @Override
        public String toString() {
            return "line " + number;
        }
    }

    /** Nothing stands in the file, and this holds then. */
    record Default() implements Origin {
        @Override
        public String toString() {
            return "default";
        }
    }

    /** Nothing stands in the file, and nothing holds. */
    record NotSet() implements Origin {
        @Override
        public String toString() {
            return "not set";
        }
    }
}
