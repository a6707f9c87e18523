package io.mlconnector.console.workplace;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** With what the program runs. No secret is ever among it, only where each comes from. */
public interface Settings {

    /** As they are now. */
    Future<Shown> shown();

    /**
     * Everything.
     *
     * @param groups the configuration, by what it is about
     * @param operators who has a token, by name
     * @param credentials what the encrypted store has, by name
     * @param versions of everything
     */
    record Shown(List<Group> groups, List<Person> operators, List<Dated> credentials, List<Setting> versions) {
        public Shown {
            groups = List.copyOf(groups);
            operators = List.copyOf(operators);
            credentials = List.copyOf(credentials);
            versions = List.copyOf(versions);
        }
    }

    /**
     * Settings about one thing.
     *
     * @param title what they are about
     * @param settings in the order of the program
     */
    record Group(String title, List<Setting> settings) {
        public Group {
            settings = List.copyOf(settings);
        }
    }

    /**
     * One setting.
     *
     * @param name its key in the configuration file, or as the program calls it
     * @param value in force; for a secret, where it comes from
     * @param secret whether it is one
     * @param origin why it is in force, such as {@code line 12} or {@code default}; empty where it is no value of the file
     * @param meaning what it does, in a sentence; empty where the name says it
     */
    record Setting(String name, String value, boolean secret, String origin, String meaning) {}

    /**
     * Who may sign in.
     *
     * @param name by which the histories name the person
     * @param role the word of what the person may do
     * @param at when the token was made; empty if it is that of the configuration
     */
    record Person(String name, String role, Optional<Instant> at) {}

    /**
     * Something with a name, and when it was made or changed.
     *
     * @param name its name
     * @param at when; empty if that is not known
     */
    record Dated(String name, Optional<Instant> at) {}
}
