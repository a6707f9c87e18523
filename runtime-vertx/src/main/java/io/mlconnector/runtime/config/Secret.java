package io.mlconnector.runtime.config;

import java.nio.file.Path;
import java.util.Objects;

/** Where a secret value comes from. The value itself is never part of the configuration's text form. */
public sealed interface Secret {

    /**
     * From the encrypted store.
     *
     * @param name its name there
     */
    record Stored(String name) implements Secret {
        public Stored {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * From an environment variable.
     *
     * @param variable its name
     */
    record Environment(String variable) implements Secret {
        public Environment {
            Objects.requireNonNull(variable, "variable");
        }
    }

    /**
     * From a file; a line end at its end is dropped.
     *
     * @param path of the file
     */
    record File(Path path) implements Secret {
        public File {
            Objects.requireNonNull(path, "path");
        }
    }

    /**
     * Written in the configuration itself; allowed for loopback hosts only.
     *
     * @param value the secret
     */
    record Plain(String value) implements Secret {
        public Plain {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Plain[hidden]";
        }
    }
}
